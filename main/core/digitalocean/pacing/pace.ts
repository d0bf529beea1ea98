/** The limits of a token. Tests and benchmarks replace them, because they cannot wait a minute. */
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

/** Requests in flight at the same time; also the number of connections. */
export const maximumInFlight = 10;

/** Milliseconds added to every window, because timers may fire a little early and clocks count whole milliseconds. */
export const windowMarginMs = 10;

/**
 * What polls may use; the rest is kept for people: slots, places in the minute, and a share of the hour. Polls stop in its
 * last tenth (500 of 5,000).
 */
export const pollShare = { inFlight: 8, ofMinute: 0.8, ofHour: 0.2, stopsBelow: 0.1 } as const;

/**
 * While polls have stopped because the budget is low, a single poll is sent no more often than this, to learn whether there
 * is more again.
 */
export const pollProbeMs = 60_000;

/**
 * What a run over many things may use, so that what a person does meanwhile is not kept waiting: slots, and places in the minute.
 */
export const manyShare = { inFlight: 6, ofMinute: 0.8 } as const;

const firstBackOffMs = 5_000;
const longestBackOffMs = 60_000;

/** How long to hold all requests after the `count`th 429 in a row (from 1) that did not say how long. In milliseconds. */
export function unknownThrottleMs(count: number): number {
  return Math.min(longestBackOffMs, firstBackOffMs * 2 ** (count - 1));
}
