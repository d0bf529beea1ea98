import type { Rectangle } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';

const boundsSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Where the window was left. */
export interface BoundsMemory {
  /** `null`: never kept, or unreadable. */
  read(): Rectangle | null;
  keep(bounds: Rectangle): void;
}

/** Kept in a file of its own: losing it costs a window position, nothing else, so a corrupt one may be started over. */
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
