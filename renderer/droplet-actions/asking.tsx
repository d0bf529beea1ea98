import { createContext, type ReactNode, Suspense, use, useCallback, useMemo, useState } from 'react';
import type { DropletActionType } from '../../preload/contract/command.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import { useJobs } from '../jobs/job-host.tsx';
import { early } from '../page/early.tsx';
import { usePage } from '../page/page.ts';
import { deeds } from './deeds.ts';
import { jobOfAction, thingOfDroplet } from './droplet-jobs.ts';

export const ValueDialog = early(async () => (await import('./value-dialog.tsx')).ValueDialog);

interface DropletDeeds {
  /** Runs an action on the droplets. Asks for its value first if it needs one. */
  act: (type: DropletActionType, droplets: readonly DropletRow[]) => void;
  destroy: (droplet: DropletRow) => void;
  pin: (droplet: DropletRow) => void;
}

const Context = createContext<DropletDeeds | null>(null);

/** Gives everything below it the commands on droplets, and shows the dialog that asks for a value. */
export const DropletDeedsProvider = ({ children }: { children: ReactNode }) => {
  const { commands } = usePage();
  const { start } = useJobs();
  const [asked, setAsked] = useState<{ type: DropletActionType; droplets: readonly DropletRow[] } | null>(null);
  const close = useCallback(() => setAsked(null), []);
  const value = useMemo<DropletDeeds>(
    () => ({
      act: (type, droplets) => {
        const [only, ...more] = droplets;
        if (only === undefined) return;
        const job = more.length === 0 ? jobOfAction[type] : undefined;
        if (job !== undefined) start({ name: job }, thingOfDroplet(only));
        else if (deeds.find((deed) => deed.type === type)?.needsValue) setAsked({ type, droplets });
        else void commands.run({ kind: 'droplet-action', type, dropletKeys: droplets.map(({ key }) => key) });
      },
      destroy: (droplet) => start({ name: 'destroy' }, thingOfDroplet(droplet)),
      pin: ({ key, isPinned }) => void commands.run({ kind: 'pin-droplet', dropletKey: key, isPinned: !isPinned }),
    }),
    [commands, start],
  );
  return (
    <Context value={value}>
      {children}
      {asked && (
        <Suspense fallback={null}>
          <ValueDialog type={asked.type} droplets={asked.droplets} onClose={close} />
        </Suspense>
      )}
    </Context>
  );
};

/** The commands on droplets. Throws outside `DropletDeedsProvider`. */
export const useDropletDeeds = (): DropletDeeds => {
  const value = use(Context);
  if (!value) throw new Error('Drawn outside DropletDeedsProvider');
  return value;
};
