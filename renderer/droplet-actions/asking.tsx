import { createContext, type ReactNode, use, useMemo } from 'react';
import type { DropletActionType } from '../../preload/contract/command.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import { useJobs } from '../jobs/job-host.tsx';
import { usePage } from '../page/page.ts';
import { jobOfAction, thingOfDroplet } from './droplet-jobs.ts';

interface DropletDeeds {
  /** Runs an action on the droplet. What it needs besides is asked by its job. */
  act: (type: DropletActionType, droplet: DropletRow) => void;
  destroy: (droplet: DropletRow) => void;
  pin: (droplet: DropletRow) => void;
}

const Context = createContext<DropletDeeds | null>(null);

/** Gives everything below it the commands on droplets. */
export const DropletDeedsProvider = ({ children }: { children: ReactNode }) => {
  const { commands } = usePage();
  const { start } = useJobs();
  const value = useMemo<DropletDeeds>(
    () => ({
      act: (type, droplet) => {
        const job = jobOfAction[type];
        if (job !== undefined) start({ name: job }, thingOfDroplet(droplet));
        else void commands.run({ kind: 'droplet-action', type, dropletKeys: [droplet.key] });
      },
      destroy: (droplet) => start({ name: 'destroy' }, thingOfDroplet(droplet)),
      pin: ({ key, isPinned }) => void commands.run({ kind: 'pin-droplet', dropletKey: key, isPinned: !isPinned }),
    }),
    [commands, start],
  );
  return <Context value={value}>{children}</Context>;
};

/** The commands on droplets. Throws outside `DropletDeedsProvider`. */
export const useDropletDeeds = (): DropletDeeds => {
  const value = use(Context);
  if (!value) throw new Error('Drawn outside DropletDeedsProvider');
  return value;
};
