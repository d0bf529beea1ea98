import { definitions, type FetchedKind, type Held } from '../fetched/all.ts';
import type { ConnectionState, State } from '../state/state.ts';

const hourMs = 3_600_000;

const chosenMs = (state: State): number => state.settings.polling.intervalSeconds * 1000;

/** How often something is wanted as things stand, milliseconds; the budget may stretch it. */
export function wantedIntervalMs(state: State, connection: ConnectionState, what: FetchedKind, nowMs: number): number {
  const definition = definitions[what];
  const calmMs = definition.intervalMs(chosenMs(state));
  return Math.min(calmMs, definition.urgentIntervalMs?.(connection, nowMs) ?? calmMs);
}

/** The age in milliseconds at which data counts as stale: three turns were missed, at the pace that the budget allows. */
export function staleAfterMs(state: State, connection: ConnectionState, what: FetchedKind): number {
  const requests = requestsOf(what, connection);
  const affordableMs = requests === 1 ? 0 : (requests * hourMs) / definitions[what].sharePerHour;
  const isGentle = state.power.isLocked || (state.power.isOnBattery && state.settings.polling.isGentleOnBattery);
  return Math.max(definitions[what].intervalMs(chosenMs(state)), affordableMs) * 3 * (isGentle ? 5 : 1);
}

const requestsOf = <K extends FetchedKind>(what: K, held: Held): number => definitions[what].requests?.(held[what]) ?? 1;
