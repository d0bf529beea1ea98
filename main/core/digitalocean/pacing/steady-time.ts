import type { Cancel, Clock } from '../../ports.ts';

/** Time that only moves forward, in milliseconds since it was made. Says how long something took, never what time it is. */
export interface SteadyTime {
  now(): number;
  after(delayMs: number, run: () => void): Cancel;
  /** Unix milliseconds of a moment of this time, as the machine's clock reads now. */
  toWallMs(steadyMs: number): number;
}

/** A timer may be late by this much before the clock is suspected instead. */
const tolerableLatenessMs = 5_000;

/**
 * Only differences of the clock count, and a timer's word counts more than the clock's. A clock set back stands still
 * for a moment. One set forward past a timer that has not fired is not believed: that would empty the rate windows and
 * earn a 429. (After the machine slept that makes a wait longer than needed, never shorter.)
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
