import type { Rectangle } from 'electron';
import { z } from 'zod';
import { documentFile } from '../../host/document-file.ts';

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

/** Kept in a file of its own. Losing it costs only a window position, so it is neither kept aside nor reported. */
export function openBoundsMemory(folder: string): BoundsMemory {
  const file = documentFile(folder, 'window');
  return {
    read() {
      try {
        const parsed = placeSchema.safeParse(file.read()?.bounds);
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    keep(place) {
      try {
        file.write({ bounds: place });
      } catch {
        // A full disk must not keep a window from closing.
      }
    },
  };
}
