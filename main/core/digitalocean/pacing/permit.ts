import type { RateHeaders } from './rate-headers.ts';
import type { SteadyTime } from './steady-time.ts';
import type { Places } from './token-limits.ts';

/**
 * Permission to send one request. Call `answered` or `notSent` if one of them applies, then `release`, which only counts once.
 */
export interface Permit {
  /**
   * The answer started. `headers` null: it said nothing about the budget. Returns the time until which nothing is sent, in
   * Unix milliseconds, after a 429; otherwise null.
   */
  answered(status: number, headers: RateHeaders | null): number | null;
  /** The server never saw the request. */
  notSent(): void;
  release(): void;
}

/** Gives the permits and learns what became of them. */
export interface Giver {
  time: SteadyTime;
  answered(status: number, headers: RateHeaders | null): number | null;
  released(): void;
}

/** Counts a request exactly once, however often and in whatever order the permit's functions are called. */
export function createPermit(places: Places, giver: Giver): Permit {
  let isCounted = false;
  let isReleased = false;

  function count(headers: RateHeaders | null): void {
    if (isCounted) return;
    isCounted = true;
    places.settle(headers, giver.time.now());
  }

  return {
    answered(status, headers) {
      // The number beside a 429 may be the minute's. Taking it for the hour's would stop everything for no reason.
      count(status === 429 && headers ? { ...headers, remaining: null, resetInMs: null } : headers);
      return giver.answered(status, headers);
    },
    notSent() {
      if (isCounted) return;
      isCounted = true;
      places.withdraw();
    },
    release() {
      if (isReleased) return;
      isReleased = true;
      count(null);
      places.leave();
      giver.released();
    },
  };
}
