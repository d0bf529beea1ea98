import type { RateHeaders } from './rate-headers.ts';
import { SlidingWindow } from './sliding-window.ts';

/** A reading of `ratelimit-remaining`, carried forward by what happened since. */
interface Reading {
  remaining: number;
  /** Requests of ours that had left the hour when it was read. */
  leftBefore: number;
}

/**
 * The hour of a token. Others use the token too, so our own count is only an upper bound of what is left; headers correct
 * it downwards and upwards, and what they last said is kept while they are missing.
 */
export class HourBudget {
  readonly own: SlidingWindow;
  /** When the oldest request of the hour leaves the count, in steady milliseconds; null: never said. */
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

  /** Requests left now, by the last headers and our own count, whichever is less. */
  remaining(nowMs: number): number {
    const own = this.own.free(nowMs);
    if (this.#reading === null) return own;
    const returned = this.own.left - this.#reading.leftBefore;
    return Math.max(0, Math.min(own, this.#reading.remaining + returned));
  }

  /** Takes a place; the result goes to `settle` or `withdraw`. */
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
   * An answer began, or the request ended without one (`headers` null). What was sent after this request, or beside it, may
   * not be in its figure yet, so all of that is taken off: the estimate is never above the truth.
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
   * Milliseconds until a request may go. When nothing is left by the headers, the first one after the reset goes alone and
   * brings news. Infinity while only an answer on its way can tell.
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
