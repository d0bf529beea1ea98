import type { Clock } from '../core/ports.ts';

/** Timers of Node end at 2^31 - 1 ms and fire at once beyond that. */
const longestTimerMs = 2_147_483_647;

/** The machine's own time. Timers keep the process alive until they are cancelled. */
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
