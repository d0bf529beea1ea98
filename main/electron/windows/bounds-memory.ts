import type { Rectangle } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';

const boundsSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Where the window was last. */
export interface BoundsMemory {
  /** `null`: never saved, or not readable. */
  read(): Rectangle | null;
  keep(bounds: Rectangle): void;
}

/** Kept in a file of its own. Losing it costs only a window position, so a corrupt file is simply replaced. */
export function openBoundsMemory(folder: string): BoundsMemory {
  const store = new Store<{ bounds: unknown }>({ name: 'window', cwd: folder, configFileMode: 0o600, clearInvalidConfig: true });
  return {
    read() {
      const parsed = boundsSchema.safeParse(store.get('bounds'));
      return parsed.success ? parsed.data : null;
    },
    keep: (bounds) => store.set('bounds', bounds),
  };
}
