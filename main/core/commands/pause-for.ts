import type { Clock } from '../ports.ts';

/** Ends after that long on the given clock. */
export const pause = (clock: Clock, delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
