import type { RateHeaders } from './rate-headers.ts';
import { SlidingWindow } from './sliding-window.ts';

/** A value of `ratelimit-remaining`, kept up to date with what happened since. */
interface Reading {
  remaining: number;
  /** Requests of Buoy's that had left the hour when this value was read. */
  leftBefore: number;
}

/**
 * The hour of a token. Other programs use the token too, so Buoy's own count is only an upper bound of what is left. The
 * headers correct it in both directions, and their last values are kept while answers lack them.
 */
export class HourBudget {
  readonly own: SlidingWindow;
  /** When the oldest request of the hour leaves the count, in steady milliseconds; null until an answer said so. */
  resetAtMs: number | null = null;
  #limit: number;
  #reading: Reading | null = null;
  #settled = 0;

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.own = new SlidingWindow(limit, windowMs);
  }

  get limit(): number {
    return this.#limit;
  }

  /** Requests that are left now: the smaller of the headers' value and Buoy's own count. */
  remaining(nowMs: number): number {
    const own = this.own.free(nowMs);
    if (this.#reading === null) return own;
    const returned = this.own.left - this.#reading.leftBefore;
    return Math.max(0, Math.min(own, this.#reading.remaining + returned));
  }

  /** Takes a place. Pass the result to `settle`, or give the place back with `withdraw`. */
  enter(): number {
    this.own.enter();
    if (this.#reading) this.#reading.remaining -= 1;
    return this.#settled;
  }

  withdraw(): void {
    this.own.withdraw();
    if (this.#reading) this.#reading.remaining += 1;
  }

  /**
   * An answer started, or the request ended without one (`headers` null). The server may not have counted requests that were
   * sent after this one or beside it, so all of them are subtracted: the estimate is never above the truth.
   */
  settle(settledAtStart: number, headers: RateHeaders | null, nowMs: number): void {
    this.own.settle(nowMs);
    const beside = this.own.pending + (this.#settled - settledAtStart);
    this.#settled += 1;
    if (!headers) return;
    if (headers.limit !== null) {
      this.#limit = headers.limit;
      this.own.limit = headers.limit;
    }
    if (headers.resetInMs !== null) this.resetAtMs = nowMs + headers.resetInMs;
    if (headers.remaining === null) return;
    this.own.used(nowMs);
    this.#reading = { remaining: Math.min(headers.remaining, this.#limit) - beside, leftBefore: this.own.left };
  }

  /**
   * Milliseconds until a request may be sent. When the headers say that nothing is left, one request alone is sent after the
   * reset, and its answer shows what is left then. Infinity while only a running request can tell.
   */
  waitMs(nowMs: number): number {
    if (this.remaining(nowMs) > 0) return 0;
    const ownWaitMs = this.own.waitMs(nowMs);
    if (ownWaitMs > 0) return ownWaitMs;
    const untilResetMs = (this.resetAtMs ?? nowMs) - nowMs;
    if (untilResetMs > 0) return untilResetMs;
    return this.own.pending === 0 ? 0 : Number.POSITIVE_INFINITY;
  }
}
