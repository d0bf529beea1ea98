import { type Answers, type FetchedKind, type FoldedHere, foldHeld, type Held } from '../fetched/all.ts';
import { change, keepSame } from '../same.ts';
import type { FetchedEvent, StateEvent } from './events.ts';
import { type Access, type ConnectionState, type Fetch, neverFetched } from './state.ts';

type Named<T extends StateEvent['type']> = Extract<StateEvent, { type: T }>;

/** Whether the token can be used. Once it works again, the old failure is gone. */
export function foldAccess(connection: ConnectionState, access: Access): ConnectionState {
  return change(connection, { access: keepSame(connection.access, access) });
}

/** A poll started, failed, or was aborted. The data stays as it is, and so does its age. */
export function foldFetch(
  connection: ConnectionState,
  event: Named<'fetch-started' | 'fetch-failed' | 'fetch-abandoned'>,
): ConnectionState {
  const fetch = connection.fetches[event.what];
  if (event.type === 'fetch-started') return withFetch(connection, event.what, { ...fetch, isFetching: true });
  if (event.type === 'fetch-abandoned') return withFetch(connection, event.what, { ...fetch, isFetching: false });
  const { failure, atMs } = event;
  return withFetch(connection, event.what, { ...fetch, isFetching: false, failure, failedAtMs: atMs });
}

/** An answer that changes only its own data. */
export function foldAnswer<K extends FoldedHere>(connection: ConnectionState, event: FetchedEvent<K>): ConnectionState {
  const { what, answer } = event as { what: K; answer: Answers[K] };
  const held: Held = connection;
  // The compiler loses the type of a computed key. This is one field of the data, with a value of that field.
  const folded = { [what]: foldHeld(what, held[what], answer) } as Partial<Held>;
  return fetched(change<ConnectionState>(connection, folded), event);
}

/** The connection after a successful read: the data is from `atMs`, and the token works. */
export function fetched(
  connection: ConnectionState,
  { what, atMs, leftOut = 0 }: { what: FetchedKind; atMs: number; leftOut?: number },
): ConnectionState {
  const after = withFetch(connection, what, { ...neverFetched, fetchedAtMs: atMs, leftOut });
  return change(foldAccess(after, { status: 'ok', failure: null }), { lastWorkedAtMs: atMs });
}

function withFetch(connection: ConnectionState, what: FetchedKind, fetch: Fetch): ConnectionState {
  const kept = keepSame(connection.fetches[what], fetch);
  if (kept === connection.fetches[what]) return connection;
  return { ...connection, fetches: { ...connection.fetches, [what]: kept } };
}
