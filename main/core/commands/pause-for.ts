import type { Clock } from '../ports.ts';

/** Resolves after `delayMs` milliseconds on the given clock. Cannot be cancelled. */
export const pause = (clock: Clock, delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
