import type { Cancel, Clock } from '../../../main/core/ports.ts';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /**
   * Moves forward by that many milliseconds. Timers fire in order at their own times. Promises settle in between, so a timer's
   * work can set timers for the same stretch.
   */
  advance(ms: number): Promise<void>;
  /** Sets the time as a person would, without running timers. Each timer still waits as long as before. */
  jump(ms: number): void;
  /** Delays of the timers that are waiting, counted from now, shortest first. */
  waiting(): number[];
  /** Delays of all timers that were set since the last call. */
  delaysSet(): number[];
}

interface Timer {
  dueMs: number;
  order: number;
  run: () => void;
}

/** Runs everything that only waits for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  await new Promise<void>((resolve) => setImmediate(resolve));
}

export function createFakeClock(startMs: number = Date.UTC(2026, 10, 23, 14, 8)): FakeClock {
  const timers = new Set<Timer>();
  let steadyMs = 0;
  let offsetMs = startMs;
  let counter = 0;
  let delays: number[] = [];

  function next(untilMs: number): Timer | undefined {
    const due = [...timers].filter((timer) => timer.dueMs <= untilMs);
    return due.sort((one, other) => one.dueMs - other.dueMs || one.order - other.order)[0];
  }

  return {
    now: () => steadyMs + offsetMs,
    after(delayMs, run): Cancel {
      if (!(delayMs >= 0)) throw new Error(`A timer of ${delayMs} ms`);
      counter += 1;
      delays.push(delayMs);
      const timer = { dueMs: steadyMs + delayMs, order: counter, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const untilMs = steadyMs + ms;
      await settle();
      for (let timer = next(untilMs); timer; timer = next(untilMs)) {
        timers.delete(timer);
        steadyMs = timer.dueMs;
        timer.run();
        await settle();
      }
      steadyMs = untilMs;
      await settle();
    },
    jump(ms) {
      offsetMs += ms;
    },
    delaysSet() {
      const set = delays;
      delays = [];
      return set;
    },
    waiting: () => [...timers].map((timer) => timer.dueMs - steadyMs).sort((one, other) => one - other),
  };
}
