import type { Answers, FetchedKind } from '../../../main/core/fetched/all.ts';
import type { FetchedEvent, Restored, StateEvent } from '../../../main/core/state/events.ts';
import { reduce } from '../../../main/core/state/reduce.ts';
import { type ConnectionState, initialState, newConnection, type State } from '../../../main/core/state/state.ts';
import { anAccount } from '../invented/facts.ts';
import { policiesOf } from '../invented/invented-watching.ts';

/** 14:08 UTC on the day of the mock-ups. */
export const startMs = Date.UTC(2026, 10, 23, 14, 8);

/** What a first start finds: nothing. */
export const nothingRestored: Restored = {
  settings: initialState.settings,
  connections: [],
  strays: [],
  durations: new Map(),
  spending: [],
  unusedSince: [],
  notices: [],
  toldFacts: [],
  snoozes: [],
  pause: null,
  setAside: [],
  notUnderstood: [],
};

/** The state after these events. */
export const fold = (state: State, ...events: StateEvent[]): State => events.reduce(reduce, state);

/** A loaded state with one working connection `c1`, Harbour Works, for which nothing has been read yet. */
export function loadedState(fields: Partial<ConnectionState> = {}): State {
  const connection: ConnectionState = {
    ...newConnection({ id: 'c1', label: null, isDemo: false, isForThisRunOnly: false }),
    account: anAccount(),
    ...fields,
  };
  return { ...initialState, isLoaded: true, connections: new Map([[connection.id, connection]]) };
}

export function connectionIn(state: State, id = 'c1'): ConnectionState {
  const connection = state.connections.get(id);
  if (!connection) throw new Error(`No connection ${id}`);
  return connection;
}

/** Reads without an answer of everything from which notices are made, besides droplets. */
export const nothingElse = (connectionId = 'c1'): StateEvent[] =>
  [
    ...(['actions', 'checks', 'uptime', 'alerts'] as const).map((what) => fetched(what, [])),
    fetched('policies', policiesOf([])),
  ].map((event) => ({ ...event, connectionId }) as StateEvent);

/** A read of that kind for the connection `c1` that ended with this answer at once. */
export const fetched = <K extends FetchedKind>(what: K, answer: Answers[K], atMs = startMs): FetchedEvent<K> =>
  ({ type: 'fetched', connectionId: 'c1', what, answer, requestedAtMs: atMs, atMs }) as unknown as FetchedEvent<K>;
