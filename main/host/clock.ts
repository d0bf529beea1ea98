import type { Clock } from '../core/ports.ts';

/** Node's timers last at most 2^31 - 1 ms. Beyond that they fire at once. */
const longestTimerMs = 2_147_483_647;

/** The machine's own time. A timer keeps the process alive until it fires or is cancelled. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    let timer: NodeJS.Timeout;
    const arm = (leftMs: number) => {
      const nextMs = Math.min(Math.max(0, leftMs), longestTimerMs);
      timer = setTimeout(() => (leftMs > nextMs ? arm(leftMs - nextMs) : run()), nextMs);
    };
    arm(delayMs);
    return () => clearTimeout(timer);
  },
};
