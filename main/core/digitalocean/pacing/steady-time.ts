import type { Cancel, Clock } from '../../ports.ts';

/**
 * Time that only goes forward, in milliseconds since it was made. It measures how long something took, never what time it is.
 */
export interface SteadyTime {
  now(): number;
  after(delayMs: number, run: () => void): Cancel;
  /** A moment of this time in Unix milliseconds, by the machine's clock. */
  toWallMs(steadyMs: number): number;
}

/** When a timer is later than this, the clock is suspected instead. */
const tolerableLatenessMs = 5_000;

/**
 * Only uses differences of the clock, and trusts timers more than the clock. When the clock is set back, this time stands
 * still for a moment. When it jumps forward past a timer that has not fired, the jump is ignored, because it would empty the
 * rate windows and cause a 429. (After a sleep of the machine a wait may so be too long, never too short.)
 */
export function createSteadyTime(clock: Clock): SteadyTime {
  let lastWallMs = clock.now();
  let steadyMs = 0;
  const timers = new Set<{ dueMs: number }>();

  function isBelievable(atMs: number): boolean {
    for (const { dueMs } of timers) if (atMs > dueMs + tolerableLatenessMs) return false;
    return true;
  }

  function now(): number {
    const wallMs = clock.now();
    const elapsedMs = wallMs - lastWallMs;
    lastWallMs = wallMs;
    if (elapsedMs > 0 && isBelievable(steadyMs + elapsedMs)) steadyMs += elapsedMs;
    return steadyMs;
  }

  return {
    now,
    after(delayMs, run) {
      const timer = { dueMs: now() + delayMs };
      timers.add(timer);
      const cancel = clock.after(delayMs, () => {
        now();
        timers.delete(timer);
        steadyMs = Math.max(steadyMs, timer.dueMs);
        run();
      });
      return () => {
        timers.delete(timer);
        cancel();
      };
    },
    toWallMs: (atMs) => clock.now() + (atMs - now()),
  };
}
