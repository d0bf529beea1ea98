import type { Clock } from '../ports.ts';

/** Waits so many milliseconds, or until the signal ends it. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(Math.max(0, ms), done);
    signal.addEventListener('abort', done, { once: true });
  });
}
