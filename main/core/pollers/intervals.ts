import { definitions, type FetchedKind, type Held } from '../fetched/all.ts';
import type { ConnectionState, State } from '../state/state.ts';

const hourMs = 3_600_000;

const chosenMs = (state: State): number => state.settings.polling.intervalSeconds * 1000;

/** Milliseconds between polls that are wanted now: the calm interval, or a shorter urgent one. The budget may stretch it. */
export function wantedIntervalMs(state: State, connection: ConnectionState, what: FetchedKind, nowMs: number): number {
  const definition = definitions[what];
  const calmMs = definition.intervalMs(chosenMs(state));
  return Math.min(calmMs, definition.urgentIntervalMs?.(connection, nowMs) ?? calmMs);
}

/** The age in milliseconds from which data counts as stale: three missed polls, at the pace that the budget allows. */
export function staleAfterMs(state: State, connection: ConnectionState, what: FetchedKind): number {
  const requests = requestsOf(what, connection);
  const affordableMs = requests === 1 ? 0 : (requests * hourMs) / definitions[what].sharePerHour;
  const isGentle = state.power.isLocked || (state.power.isOnBattery && state.settings.polling.isGentleOnBattery);
  return Math.max(definitions[what].intervalMs(chosenMs(state)), affordableMs) * 3 * (isGentle ? 5 : 1);
}

/** Requests that one poll of this kind costs with the data held now. */
const requestsOf = <K extends FetchedKind>(what: K, held: Held): number => definitions[what].requests?.(held[what]) ?? 1;
