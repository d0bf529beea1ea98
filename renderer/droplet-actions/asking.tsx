import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useMemo, useState } from 'react';
import type { DropletActionType } from '../../preload/contract/command.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import { usePage } from '../page/page.ts';
import { deeds } from './deeds.ts';

const ValueDialog = lazy(async () => ({ default: (await import('./value-dialog.tsx')).ValueDialog }));

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
  const [asked, setAsked] = useState<{ type: DropletActionType; droplets: readonly DropletRow[] } | null>(null);
  const close = useCallback(() => setAsked(null), []);
  const value = useMemo<DropletDeeds>(
    () => ({
      act: (type, droplets) => {
        if (droplets.length === 0) return;
        if (deeds.find((deed) => deed.type === type)?.needsValue) setAsked({ type, droplets });
        else void commands.run({ kind: 'droplet-action', type, dropletKeys: droplets.map(({ key }) => key) });
      },
      destroy: ({ key }) => void commands.run({ kind: 'delete-droplet', dropletKey: key }),
      pin: ({ key, isPinned }) => void commands.run({ kind: 'pin-droplet', dropletKey: key, isPinned: !isPinned }),
    }),
    [commands],
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
