import type { Cancel, Clock } from '../ports.ts';

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
 * for a moment; a clock set forward past a pending timer is held at that timer, because believing it would empty the
 * rate windows and earn a 429. (After the machine slept that makes a wait longer than needed, never shorter.)
 */
export function createSteadyTime(clock: Clock): SteadyTime {
  let lastWallMs = clock.now();
  let steadyMs = 0;
  const dueTimes = new Set<{ dueMs: number }>();

  function ceilingMs(): number {
    let ceiling = Number.POSITIVE_INFINITY;
    for (const { dueMs } of dueTimes) ceiling = Math.min(ceiling, dueMs + tolerableLatenessMs);
    return ceiling;
  }

  function now(): number {
    const wallMs = clock.now();
    if (wallMs > lastWallMs) {
      const believed = steadyMs + (wallMs - lastWallMs);
      steadyMs = dueTimes.size === 0 ? believed : Math.max(steadyMs, Math.min(believed, ceilingMs()));
    }
    lastWallMs = wallMs;
    return steadyMs;
  }

  return {
    now,
    after(delayMs, run) {
      const timer = { dueMs: now() + delayMs };
      dueTimes.add(timer);
      const cancel = clock.after(delayMs, () => {
        now();
        dueTimes.delete(timer);
        steadyMs = Math.max(steadyMs, timer.dueMs);
        run();
      });
      return () => {
        dueTimes.delete(timer);
        cancel();
      };
    },
    toWallMs: (atMs) => clock.now() + (atMs - now()),
  };
}
