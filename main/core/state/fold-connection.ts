import type { StateEvent } from './events.ts';
import { change, keepSame, mergeByKey } from './same.ts';
import { type Access, type ConnectionState, type Fetch, type FetchedKind, neverFetched } from './state.ts';

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

/** The small answers that are kept whole. */
export function foldAnswer(
  connection: ConnectionState,
  event: Named<'account-fetched' | 'balance-fetched' | 'uptime-fetched' | 'alerts-fetched'>,
): ConnectionState {
  switch (event.type) {
    case 'account-fetched':
      return fetched(change(connection, { account: keepSame(connection.account, event.account) }), 'account', event.atMs);
    case 'balance-fetched':
      return fetched(change(connection, { balance: keepSame(connection.balance, event.balance) }), 'balance', event.atMs);
    case 'uptime-fetched': {
      const uptime = mergeByKey(connection.uptime, event.checks, (check) => check.checkId);
      return fetched(change(connection, { uptime }), 'uptime', event.atMs);
    }
    case 'alerts-fetched': {
      const alerts = mergeByKey(connection.alerts, event.alerts, (alert) => alert.key);
      return fetched(change(connection, { alerts }), 'alerts', event.atMs);
    }
    default:
      return event satisfies never;
  }
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
