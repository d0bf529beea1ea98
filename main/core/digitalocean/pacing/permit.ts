import type { RateHeaders } from './rate-headers.ts';
import type { SteadyTime } from './steady-time.ts';
import type { Places } from './token-limits.ts';

/** Leave to send one request. `release` comes last, and counts once; `answered` or `notSent` before it, where known. */
export interface Permit {
  /**
   * The answer began. `headers` null: it carried nothing about the budget. After a 429: until when nothing is sent now, Unix
   * milliseconds; else null.
   */
  answered(status: number, headers: RateHeaders | null): number | null;
  /** The server never saw the request. */
  notSent(): void;
  release(): void;
}

/** Whoever gives permits, and hears what became of them. */
export interface Giver {
  time: SteadyTime;
  answered(status: number, headers: RateHeaders | null): number | null;
  released(): void;
}

/** Counts a request once, whatever happens to it and however often that is said. */
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
      // The figure beside a 429 may be the minute's: it would empty the hour for no reason.
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
