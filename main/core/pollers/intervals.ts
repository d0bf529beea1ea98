import { definitions, type FetchedKind, fetchedKinds, type Held } from '../fetched/all.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { pollsPerHour } from '../watching/budget.ts';

const hourMs = 3_600_000;

const chosenMs = (state: State): number => state.settings.polling.intervalSeconds * 1000;

/** Milliseconds between polls that are wanted now: the calm interval, or a shorter urgent one. The budget may stretch it. */
export function wantedIntervalMs(state: State, connection: ConnectionState, what: FetchedKind, nowMs: number): number {
  const definition = definitions[what];
  const calmMs = definition.intervalMs(chosenMs(state), state.settings.polling.watching);
  return Math.min(calmMs, definition.urgentIntervalMs?.(connection, nowMs) ?? calmMs);
}

/** The age in milliseconds from which data counts as stale: three missed polls, at the pace that the budget allows. */
export function staleAfterMs(state: State, connection: ConnectionState, what: FetchedKind): number {
  const requests = requestsOf(what, connection);
  const affordableMs = requests === 1 ? 0 : (requests * hourMs) / shareOf(state, connection, what);
  const isGentle = state.power.isLocked || (state.power.isOnBattery && state.settings.polling.isGentleOnBattery);
  return Math.max(intervalOf(state, what), affordableMs) * 3 * (isGentle ? 5 : 1);
}

const intervalOf = (state: State, what: FetchedKind): number =>
  definitions[what].intervalMs(chosenMs(state), state.settings.polling.watching);

/** Requests that a kind of data may make in an hour, at least one. All together never make more than all polls may. */
export function shareOf(state: State, connection: ConnectionState, what: FetchedKind): number {
  const { sharePerHour } = definitions[what];
  if (typeof sharePerHour === 'number') return sharePerHour;
  const room = { requests: roomOf(state, connection), watching: state.settings.polling.watching };
  return Math.max(1, sharePerHour(connection, room));
}

/** What the shares of all others leave. A kind whose polls cost the same each time needs no more than those. */
function roomOf(state: State, connection: ConnectionState): number {
  return fetchedKinds.reduce((room, what) => {
    const { sharePerHour, requests } = definitions[what];
    if (typeof sharePerHour !== 'number') return room;
    const needed = requests ? (requestsOf(what, connection) * hourMs) / intervalOf(state, what) : sharePerHour;
    return room - Math.min(sharePerHour, Math.ceil(needed));
  }, pollsPerHour);
}

/** Requests that one poll of this kind costs with the data held now. */
const requestsOf = <K extends FetchedKind>(what: K, held: Held): number => definitions[what].requests?.(held[what]) ?? 1;
