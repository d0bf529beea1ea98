import type { Settings } from '../../../preload/contract/settings.ts';

/*
 * What watching may cost. The requests of an hour that all polls together may make are a fifth of what the API grants; the pollers
 * of everything else keep their shares of it, and what is left is the room for uptime checks and alert policies. Within the room
 * they want more the more there is of them, so that a team with a few costs little.
 */

/** Requests an hour for all polls of a token: a fifth of the 5,000 that the API grants (read 2026-08-07). */
export const pollsPerHour = 1000;

/** How closely the person wants to watch. */
export type Pace = Settings['polling']['watching'];

/** `factor`: of the usual requests. `everyMs`: the time between two looks at the same thing while the budget reaches. */
const paces: Readonly<Record<Pace, { factor: number; everyMs: number }>> = {
  sparing: { factor: 0.5, everyMs: 600_000 },
  usual: { factor: 1, everyMs: 300_000 },
  close: { factor: 4, everyMs: 120_000 },
};

/** Milliseconds between two looks at the same thing while the budget reaches. */
export const lookEveryMs = (pace: Pace): number => paces[pace].everyMs;

/** How much there is to watch: what is switched on and can be. */
export interface Demand {
  checks: number;
  policies: number;
}

/** Requests an hour. */
export interface WatchShares {
  uptime: number;
  alerts: number;
}

/**
 * The requests an hour for the states of uptime checks and for the metrics of policies. With the usual pace 5 checks and 5 policies
 * get 61, so that a quiet team of 200 droplets stays within 200 with its droplets, actions and lists. Where the room does not reach,
 * metrics give way first, down to a third of it, because DigitalOcean tells of alerts by itself as well.
 */
export function watchShares({ checks, policies }: Demand, pace: Pace, room: number): WatchShares {
  const { factor, everyMs } = paces[pace];
  const wanted: WatchShares = {
    uptime: checks === 0 ? 0 : Math.min((checks * 3_600_000) / everyMs, factor * Math.max(36, 7 * checks)),
    // Whoever has many policies relies on them: each beyond the fifth gets more.
    alerts: policies === 0 ? 0 : factor * (Math.max(24, 5 * Math.min(policies, 5)) + 12 * Math.max(0, policies - 5)),
  };
  const alerts = Math.max(Math.min(wanted.alerts, room - wanted.uptime), Math.min(wanted.alerts, room / 3));
  return { uptime: Math.floor(Math.min(wanted.uptime, room - alerts)), alerts: Math.floor(alerts) };
}

/**
 * Requests for one poll, at a share and an interval. `untouched`, if given, is what looking at everything that was never looked at
 * would cost: more is spent on that at first, but not so much that nothing is left for what those looks find.
 */
export const requestsForPoll = (share: number, everyMs: number, untouched = 0): number =>
  Math.max(1, Math.ceil((share * everyMs) / 3_600_000), Math.min(untouched, Math.ceil(share / 6)));
