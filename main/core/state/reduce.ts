import { ofOtherToken, outdated } from '../fetched/dates.ts';
import { change, keepSame, withEntry, withoutEntry } from '../same.ts';
import type { FetchedEvent, Restored, StateEvent } from './events.ts';
import { foldActions, foldFollowed, foldStarted, foldTime } from './fold-actions.ts';
import { foldAccess, foldAnswer, foldFetch } from './fold-connection.ts';
import { foldCommandEnded, foldCommandSent, foldDroplet, foldDroplets } from './fold-droplets.ts';
import { foldNotices, foldNoticesCleared, foldNoticesRead, foldSnoozes } from './fold-notices.ts';
import { foldRun } from './fold-runs.ts';
import { foldPoints, foldSpending, foldUnused } from './fold-spending.ts';
import { type ConnectionState, type State, withConnection } from './state.ts';

type Named<T extends StateEvent['type']> = Extract<StateEvent, { type: T }>;
type OfConnection = Extract<StateEvent, { connectionId: string }>;

/** Folds one event into the state. Pure. Returns the same object when the event changes nothing. */
export function reduce(state: State, event: StateEvent): State {
  switch (event.type) {
    case 'restored':
      return restore(state, event.restored);
    case 'settings-changed':
      return change(state, { settings: keepSame(state.settings, event.settings) });
    case 'connection-added':
      return change(state, { connections: withEntry(state.connections, event.connection.id, event.connection) });
    case 'connection-removed':
      return removeConnection(state, event.connectionId);
    case 'stray-changed':
      return foldStray(state, event);
    case 'power-changed':
      return change(state, { power: keepSame(state.power, event.power) });
    case 'network-changed':
      return change(state, { isOnline: event.isOnline });
    case 'tray-changed':
      return change(state, { isTrayShown: event.isShown });
    case 'pause-changed':
      return change(state, { pause: keepSame(state.pause, event.pause) });
    case 'demo-changed':
      return change(state, { isDemoOpen: event.isOpen });
    case 'status-page-read':
      return change(state, { statusPage: keepSame(state.statusPage, event.page) });
    case 'vault-changed':
      return change(state, { vaultProblem: keepSame(state.vaultProblem, event.problem) });
    case 'storage-changed':
      return foldStorage(state, event);
    case 'notices-made':
      return foldNotices(state, event);
    case 'notices-read':
      return foldNoticesRead(state, event.keys);
    case 'notices-cleared':
      return foldNoticesCleared(state);
    case 'matter-snoozed':
      return change(state, { snoozes: withEntry(state.snoozes, event.matter, event.untilMs) });
    case 'snooze-ended':
      return change(state, { snoozes: withoutEntry(state.snoozes, event.matter) });
    case 'resource-changed':
      return change(state, { resources: withEntry(state.resources, event.resource.key, event.resource) });
    case 'resources-dropped':
      return change(state, { resources: event.keys.reduce(withoutEntry, state.resources) });
    case 'run-changed':
      return foldRun(state, event.run);
    case 'time-passed':
      return foldTime(foldSnoozes(state, event.atMs), event.atMs);
    default:
      return foldConnection(state, event);
  }
}

/** Folds an event of one connection. When the connection was removed meanwhile, the event is ignored. */
function foldConnection(
  state: State,
  event: Exclude<OfConnection, Named<'connection-removed'>> | Named<'follow-changed'>,
): State {
  const id = event.type === 'follow-changed' ? event.action.connectionId : event.connectionId;
  const connection = state.connections.get(id);
  if (!connection) return state;
  if (event.type === 'fetched') return foldFetched(state, connection, event);
  if (event.type === 'spending-known') return foldPoints(state, event);
  if (event.type === 'unused-seen') return foldUnused(state, event);
  if (event.type === 'actions-started') return foldStarted(state, connection, event);
  if (event.type === 'follow-changed') return foldFollowed(state, connection, event);
  return withConnection(state, foldOwn(connection, event));
}

/** Folds a poll's answer. A kind of data that is marked `in-reducer` needs a case here, or this does not compile. */
function foldFetched(state: State, connection: ConnectionState, event: FetchedEvent): State {
  switch (event.what) {
    case 'actions':
      return foldActions(state, connection, event);
    case 'droplets':
      return withConnection(state, foldDroplets(connection, event));
    case 'balance':
      return foldSpending(withConnection(state, foldAnswer(connection, event)), event);
    default:
      return withConnection(state, foldAnswer(connection, event));
  }
}

type OwnEvent = Exclude<
  OfConnection,
  Named<'connection-removed' | 'fetched' | 'actions-started' | 'spending-known' | 'unused-seen'>
>;

function foldOwn(connection: ConnectionState, event: OwnEvent): ConnectionState {
  switch (event.type) {
    case 'connection-renamed':
      return change(connection, { label: event.label });
    case 'connection-kept-for-this-run':
      // A saved connection stays in the list even when its new token is kept for this run only.
      return change(connection, {
        isForThisRunOnly: event.isForThisRunOnly,
        isSaved: connection.isSaved || !event.isForThisRunOnly,
      });
    case 'token-end-changed':
      return change(connection, { tokenEndsOn: event.endsOn });
    case 'token-replaced':
      return change(connection, { tokenEndsOn: null, dates: ofOtherToken(connection.dates) });
    case 'dates-outdated':
      return change(connection, { dates: outdated(connection.dates, event.path, event.atMs) });
    case 'access-changed':
      return foldAccess(connection, event.access);
    case 'budget-changed':
      return change(connection, { budget: keepSame(connection.budget, event.budget) });
    case 'fetch-started':
    case 'fetch-failed':
    case 'fetch-abandoned':
      return foldFetch(connection, event);
    case 'droplet-fetched':
      return foldDroplet(connection, event);
    case 'command-sent':
      return foldCommandSent(connection, event);
    case 'command-ended':
      return foldCommandEnded(connection, event.dropletIds);
    default:
      return event satisfies never;
  }
}

/** Takes over the documents of the last run. Power, network and failures were dispatched before and stay. */
function restore(state: State, restored: Restored): State {
  return {
    ...state,
    isLoaded: true,
    settings: restored.settings,
    connections: new Map(restored.connections.map((connection) => [connection.id, connection])),
    strays: new Set(restored.strays),
    durations: restored.durations,
    spending: new Map(restored.spending),
    unusedSince: new Map(restored.unusedSince),
    notices: restored.notices,
    toldFacts: new Set(restored.toldFacts),
    snoozes: new Map(restored.snoozes),
    pause: restored.pause,
    setAside: restored.setAside,
    notUnderstood: restored.notUnderstood,
  };
}

/** Removes a connection with its resource families, its pins and what was kept of its spending. Its notices stay in the history. */
function removeConnection(state: State, id: string): State {
  if (!state.connections.has(id)) return state;
  const isOthers = (row: { connectionId: string }) => row.connectionId !== id;
  const resources = new Map([...state.resources].filter(([, row]) => isOthers(row)));
  const connections = withoutEntry(state.connections, id);
  const settings = {
    ...state.settings,
    pinned: state.settings.pinned.filter((key) => !key.startsWith(`${id}:`)),
    pinnedThings: state.settings.pinnedThings.filter(({ connectionId }) => connectionId !== id),
    costs: { ...state.settings.costs, kept: state.settings.costs.kept.filter((key) => !key.startsWith(`${id}:`)) },
  };
  const [spending, unusedSince] = [withoutEntry(state.spending, id), withoutEntry(state.unusedSince, id)];
  return { ...state, connections, resources, spending, unusedSince, settings: keepSame(state.settings, settings) };
}

function foldStray(state: State, { id, isGone }: Named<'stray-changed'>): State {
  if (state.strays.has(id) !== isGone) return state;
  const others = [...state.strays].filter((one) => one !== id);
  return { ...state, strays: new Set(isGone ? others : [...others, id]) };
}

/** A document that was written again is no longer a failure. */
function foldStorage(state: State, { name, failure }: Named<'storage-changed'>): State {
  const storageFailures = failure ? withEntry(state.storageFailures, name, failure) : withoutEntry(state.storageFailures, name);
  return change(state, { storageFailures });
}
