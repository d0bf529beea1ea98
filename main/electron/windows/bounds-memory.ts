import type { Rectangle } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';

const placeSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  shape: z.enum(['normal', 'maximised', 'full-screen']).default('normal'),
});

/** The bounds are those of the normal window, whatever its shape is. */
export interface WindowPlace extends Rectangle {
  shape: 'normal' | 'maximised' | 'full-screen';
}

/** Where the window was last. */
export interface BoundsMemory {
  /** `null`: never saved, or not readable. */
  read(): WindowPlace | null;
  keep(place: WindowPlace): void;
}

/** Kept in a file of its own. Losing it costs only a window position, so a corrupt file is simply replaced. */
export function openBoundsMemory(folder: string): BoundsMemory {
  const store = new Store<{ bounds: unknown }>({ name: 'window', cwd: folder, configFileMode: 0o600, clearInvalidConfig: true });
  return {
    read() {
      const parsed = placeSchema.safeParse(store.get('bounds'));
      return parsed.success ? parsed.data : null;
    },
    keep: (place) => store.set('bounds', place),
  };
}
