/** The limits of a token. Replaced by tests and benchmarks, which cannot wait a minute. */
export interface Pace {
  minuteLimit: number;
  minuteWindowMs: number;
  hourLimit: number;
  hourWindowMs: number;
}

/** As documented and read in August 2026: https://docs.digitalocean.com/reference/api/digitalocean/#section/Introduction/Rate-Limit */
export const documentedPace: Pace = {
  minuteLimit: 250,
  minuteWindowMs: 60_000,
  hourLimit: 5_000,
  hourWindowMs: 3_600_000,
};

/** Requests on their way at once; also the number of connections. */
export const maximumInFlight = 10;

/** Timers may fire a little early and clocks tick in whole milliseconds. */
export const windowMarginMs = 10;

/** What polls leave to a person: slots, places in the minute, the hour's share, and its last tenth (500 of 5,000). */
export const pollShare = { inFlight: 8, ofMinute: 0.8, ofHour: 0.2, stopsBelow: 0.1 } as const;

/** While polls stopped for want of budget, one goes after this long at the earliest, to learn whether there is more now. */
export const pollProbeMs = 60_000;

const firstBackOffMs = 5_000;
const longestBackOffMs = 60_000;

/** How long to hold everything after the `count`th 429 in a row that did not say how long, from 1. Milliseconds. */
export function unknownThrottleMs(count: number): number {
  return Math.min(longestBackOffMs, firstBackOffMs * 2 ** (count - 1));
}
