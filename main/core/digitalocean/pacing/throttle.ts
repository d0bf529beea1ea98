import { unknownThrottleMs, windowMarginMs } from './pace.ts';
import type { RateHeaders } from './rate-headers.ts';

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

/**
 * The wait after DigitalOcean's 429: another program spent the budget. All requests are held for as long as the 429 said, and
 * none is dropped.
 */
export class Throttle {
  /** Until when nothing is sent, in steady milliseconds. */
  untilMs = 0;
  #inARow = 0;

  /** A 429 came. Returns which window it is about and how long it lasts, as text for the log. */
  begin(headers: RateHeaders | null, nowMs: number): string {
    this.#inARow += 1;
    const { waitMs, reason } = this.#lasts(headers);
    this.untilMs = Math.max(this.untilMs, nowMs + waitMs + windowMarginMs);
    return `${reason}: nothing is sent for ${seconds(this.untilMs - nowMs)}`;
  }

  /** An answer other than a 429 came. */
  answered(): void {
    this.#inARow = 0;
  }

  /** A 429 for the minute or a special limit carries `retry-after`; one for the hour may only say when it resets. */
  #lasts(headers: RateHeaders | null): { waitMs: number; reason: string } {
    const { remaining = null, resetInMs = null, retryInMs = null } = headers ?? {};
    if (retryInMs !== null) {
      return { waitMs: Math.max(retryInMs, 1_000), reason: `a short window, retry-after ${seconds(retryInMs)}` };
    }
    if (remaining === 0 && resetInMs !== null && resetInMs > 0) {
      return { waitMs: Math.max(resetInMs, 1_000), reason: `the hour, no retry-after, reset in ${seconds(resetInMs)}` };
    }
    return { waitMs: unknownThrottleMs(this.#inARow), reason: 'no window named, no retry-after' };
  }
}
