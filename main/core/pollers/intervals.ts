import type { ConnectionState, FetchedKind, State } from '../state/state.ts';
import { runningIntervalMs } from './schedule.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
export const pageSize = 200;

/**
 * Requests an hour that each poller may make for one token: together a fifth of the 5,000 that the API grants (read
 * 2026-08-07), so that the person's own programs keep the rest. A quiet team of up to 200 droplets costs less than 200: one
 * request a minute each for droplets and actions, and what the others may use.
 */
export const hourlyShares: Readonly<Record<FetchedKind, number>> = {
  droplets: 550,
  actions: 300,
  account: 20,
  balance: 20,
  uptime: 44,
  alerts: 32,
};

/** How often something is wanted as things stand; the budget may stretch it. */
export function wantedIntervalMs(state: State, connection: ConnectionState, what: FetchedKind, nowMs: number): number {
  const chosenMs = state.settings.polling.intervalSeconds * 1000;
  switch (what) {
    case 'droplets':
      return chosenMs;
    case 'actions':
      return Math.min(chosenMs, runningIntervalOf(connection, nowMs) ?? chosenMs);
    case 'account':
    case 'balance':
      return hourMs;
    case 'uptime':
      return Math.max(chosenMs, 5 * minuteMs);
    case 'alerts':
      return Math.max(chosenMs, 10 * minuteMs);
    default:
      return what satisfies never;
  }
}

/** `null`: no action of the API runs. What Buoy follows itself is asked for by its follower. */
function runningIntervalOf(connection: ConnectionState, nowMs: number): number | null {
  let newestMs: number | null = null;
  for (const action of connection.actions.values()) {
    if (action.status === 'in-progress' && action.follow === null) newestMs = Math.max(newestMs ?? 0, action.startedAtMs);
  }
  if (newestMs === null && connection.pending.size === 0) return null;
  return runningIntervalMs(newestMs === null ? 0 : nowMs - newestMs);
}

/** The age at which data counts as stale: three turns were missed, at the pace that the budget allows. */
export function staleAfterMs(state: State, connection: ConnectionState, what: FetchedKind): number {
  const wantedMs =
    what === 'actions' ? state.settings.polling.intervalSeconds * 1000 : wantedIntervalMs(state, connection, what, 0);
  const cost = what === 'droplets' ? Math.max(1, Math.ceil(connection.droplets.size / pageSize)) : 1;
  const affordableMs = cost === 1 ? 0 : (cost * hourMs) / hourlyShares[what];
  const isGentle = state.power.isLocked || (state.power.isOnBattery && state.settings.polling.isGentleOnBattery);
  return Math.max(wantedMs, affordableMs) * 3 * (isGentle ? 5 : 1);
}
