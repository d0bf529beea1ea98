import { type Answers, type FetchedKind, type FoldedHere, foldHeld, type Held } from '../fetched/all.ts';
import { change, keepSame } from '../same.ts';
import type { FetchedEvent, StateEvent } from './events.ts';
import { type Access, type ConnectionState, type Fetch, neverFetched } from './state.ts';

type Named<T extends StateEvent['type']> = Extract<StateEvent, { type: T }>;

/** The token's standing. A token that works again forgets why it did not. */
export function foldAccess(connection: ConnectionState, access: Access): ConnectionState {
  return change(connection, { access: keepSame(connection.access, access) });
}

/** A poll began, failed, or was called off. Data held stays as it is: only its age and its last failure are told. */
export function foldFetch(
  connection: ConnectionState,
  event: Named<'fetch-started' | 'fetch-failed' | 'fetch-abandoned'>,
): ConnectionState {
  const fetch = connection.fetches[event.what];
  if (event.type === 'fetch-started') return withFetch(connection, event.what, { ...fetch, isFetching: true });
  if (event.type === 'fetch-abandoned') return withFetch(connection, event.what, { ...fetch, isFetching: false });
  const after = withFetch(connection, event.what, {
    fetchedAtMs: fetch.fetchedAtMs,
    isFetching: false,
    failure: event.failure,
    failedAtMs: event.atMs,
  });
  // 401 speaks of the token; a 403 only of one scope.
  return event.failure.kind === 'unauthorized' ? foldAccess(after, { status: 'refused', failure: event.failure }) : after;
}

/** An answer whose data stands by itself. */
export function foldAnswer<K extends FoldedHere>(connection: ConnectionState, event: FetchedEvent<K>): ConnectionState {
  const { what, answer, atMs } = event as { what: K; answer: Answers[K]; atMs: number };
  const held: Held = connection;
  // A computed key loses its type: this names one field of the data, with a value of that field.
  const folded = { [what]: foldHeld(what, held[what], answer) } as Partial<Held>;
  return fetched(change<ConnectionState>(connection, folded), what, atMs);
}

/** The connection after a read that worked: the data's age is now, and so the token works. */
export function fetched(connection: ConnectionState, what: FetchedKind, atMs: number): ConnectionState {
  const after = withFetch(connection, what, { ...neverFetched, fetchedAtMs: atMs });
  return change(foldAccess(after, { status: 'ok', failure: null }), { lastWorkedAtMs: atMs });
}

function withFetch(connection: ConnectionState, what: FetchedKind, fetch: Fetch): ConnectionState {
  const kept = keepSame(connection.fetches[what], fetch);
  if (kept === connection.fetches[what]) return connection;
  return { ...connection, fetches: { ...connection.fetches, [what]: kept } };
}
