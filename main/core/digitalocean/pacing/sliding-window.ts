/**
 * At most `limit` requests in any `windowMs`. A request takes its place when it is sent, and gives it back `windowMs` after
 * its answer started. Counting from the sending would be too early: the server counts arrivals, and the next request may
 * arrive faster than this one did.
 */
export class SlidingWindow {
  limit: number;
  readonly windowMs: number;
  /** Requests that have left the window since it was made. */
  left = 0;
  #pending = 0;
  /** When each answered request leaves the window, in ascending order. Those before `#head` have left. */
  #leaveAtMs: number[] = [];
  #head = 0;

  constructor(limit: number, windowMs: number) {
    this.limit = limit;
    this.windowMs = windowMs;
  }

  /** A request is about to be sent. Each call is followed by exactly one `settle` or `withdraw`. */
  enter(): void {
    this.#pending += 1;
  }

  /** The server has received the request by now. */
  settle(nowMs: number): void {
    this.#pending -= 1;
    this.#leaveAtMs.push(nowMs + this.windowMs);
  }

  /** The server never saw the request. */
  withdraw(): void {
    this.#pending -= 1;
  }

  get pending(): number {
    return this.#pending;
  }

  /** Requests that count now. */
  used(nowMs: number): number {
    this.#expire(nowMs);
    return this.#pending + this.#leaveAtMs.length - this.#head;
  }

  /** Places free now, never below 0. */
  free(nowMs: number): number {
    return Math.max(0, this.limit - this.used(nowMs));
  }

  /** Milliseconds until a place is free; 0: now. Infinity while only requests without an answer could free one. */
  waitMs(nowMs: number): number {
    const excess = this.used(nowMs) - this.limit;
    if (excess < 0) return 0;
    const leaveAtMs = this.#leaveAtMs[this.#head + excess];
    return leaveAtMs === undefined ? Number.POSITIVE_INFINITY : leaveAtMs - nowMs;
  }

  #expire(nowMs: number): void {
    const before = this.#head;
    while (this.#head < this.#leaveAtMs.length && (this.#leaveAtMs[this.#head] as number) <= nowMs) this.#head += 1;
    this.left += this.#head - before;
    if (this.#head > 1_024 && this.#head * 2 > this.#leaveAtMs.length) {
      this.#leaveAtMs = this.#leaveAtMs.slice(this.#head);
      this.#head = 0;
    }
  }
}
