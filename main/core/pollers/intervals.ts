import { definitions, type FetchedKind, fetchedKinds, type Held } from '../fetched/all.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { pollsPerHour } from '../watching/budget.ts';

const hourMs = 3_600_000;
/** Of a kind whose share depends on what there is. */
const leastShare = 2;

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
  const affordableMs = requests <= 1 ? 0 : (requests * hourMs) / shareOf(state, connection, what);
  const isGentle = state.power.isLocked || (state.power.isOnBattery && state.settings.polling.isGentleOnBattery);
  return Math.max(intervalOf(state, what), affordableMs) * 3 * (isGentle ? 5 : 1);
}

const intervalOf = (state: State, what: FetchedKind): number =>
  definitions[what].intervalMs(chosenMs(state), state.settings.polling.watching);

/**
 * Requests that a kind of data may make in an hour. All together never make more than all polls may. Two at least, so that a kind
 * without anything to read learns of it when there is something.
 */
export function shareOf(state: State, connection: ConnectionState, what: FetchedKind): number {
  const { sharePerHour } = definitions[what];
  if (typeof sharePerHour === 'number') return sharePerHour;
  const room = { requests: roomOf(state, connection), watching: state.settings.polling.watching };
  return Math.max(leastShare, sharePerHour(connection, room));
}

/** What the shares of all others leave. A kind that is never urgent, or asks nothing now, needs no more than its polls cost. */
function roomOf(state: State, connection: ConnectionState): number {
  return fetchedKinds.reduce((room, what) => {
    const { sharePerHour, requests, urgentIntervalMs } = definitions[what];
    if (typeof sharePerHour !== 'number') return room - leastShare;
    const asks = requestsOf(what, connection);
    const isEven = requests !== undefined && (urgentIntervalMs === undefined || asks === 0);
    const needed = isEven ? (asks * hourMs) / intervalOf(state, what) : sharePerHour;
    return room - Math.min(sharePerHour, Math.ceil(needed));
  }, pollsPerHour);
}

/** Requests that one poll of this kind costs with the data held now. */
const requestsOf = <K extends FetchedKind>(what: K, held: Held): number => definitions[what].requests?.(held[what]) ?? 1;
