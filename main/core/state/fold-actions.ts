import type { Action } from '../digitalocean/resources/actions.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import { runKind } from '../names/run-kind.ts';
import { change, keepSame, withEntry, withoutEntry } from '../same.ts';
import { type Durations, isFarLonger, learn, usual } from './durations.ts';
import type { FetchedEvent, StateEvent } from './events.ts';
import { expectAfter, expireExpectations, hasJustEnded } from './expectations.ts';
import { fetched } from './fold-connection.ts';
import { judgeSuspicions } from './judge-power.ts';
import { slowAfterMs } from './slow-limits.ts';
import { type ConnectionState, type State, withConnection } from './state.ts';

type Named<T extends StateEvent['type']> = Extract<StateEvent, { type: T }>;

/** Finished actions that a connection keeps. */
const maximumFinished = 300;

/** The newest actions of a team, whoever started them. */
export function foldActions(state: State, connection: ConnectionState, event: FetchedEvent<'actions'>): State {
  const tracked = event.answer.map((action) => track(connection, action));
  const merged = mergeActions(state, connection, tracked, event.atMs);
  const judged = judgeSuspicions(merged.connection, event.requestedAtMs, event.atMs);
  return withDurations(withConnection(state, fetched(judged, event)), merged.durations);
}

/** Actions that a command of Buoy's started. Their droplets no longer wait for the command's answer. */
export function foldStarted(state: State, connection: ConnectionState, event: Named<'actions-started'>): State {
  const tracked = event.actions.map((action): TrackedAction => {
    const own = track(connection, action);
    const named = { startedBy: 'buoy' as const, value: event.value, resourceName: own.resourceName || (event.name ?? '') };
    return { ...own, ...named, ...(event.isStep ? { isStep: true } : {}) };
  });
  const merged = mergeActions(state, connection, tracked, event.atMs);
  const droplets = event.actions.filter((action) => action.resourceType === 'droplet').map((action) => Number(action.resourceId));
  const pending = droplets.reduce(withoutEntry, merged.connection.pending);
  return withDurations(withConnection(state, change(merged.connection, { pending })), merged.durations);
}

/** A long operation that Buoy follows started or ended. */
export function foldFollowed(state: State, connection: ConnectionState, event: Named<'follow-changed'>): State {
  const merged = mergeActions(state, connection, [event.action], event.atMs);
  return withDurations(withConnection(state, merged.connection), merged.durations);
}

/** What changes with time alone: actions become slow, expectations run out, a pause ends. */
export function foldTime(state: State, atMs: number): State {
  const isPauseOver = typeof state.pause?.untilMs === 'number' && state.pause.untilMs <= atMs;
  let next = isPauseOver ? { ...state, pause: null } : state;
  for (const connection of state.connections.values()) {
    let after = expireExpectations(connection, atMs);
    for (const action of connection.actions.values()) {
      const aged = agedAction(state.durations, connection, action, atMs);
      if (aged !== action) after = { ...after, actions: withEntry(after.actions, action.key, aged) };
    }
    if (after.actions !== connection.actions) after = { ...after, runningOn: runningOn(after, after.actions) };
    next = withConnection(next, after);
  }
  return next;
}

/**
 * No action of DigitalOcean's takes as long, in milliseconds. One that is listed as running for longer is stuck there: how it
 * ended, or that it never did, nobody can tell. Operations that Buoy follows have bounds of their own.
 */
const longestRunMs = 72 * 3_600_000;

/** The action as it is later, without news of it: it may have become slow, and in the end it counts as over. */
function agedAction(durations: Durations, connection: ConnectionState, action: TrackedAction, atMs: number): TrackedAction {
  const isOver = action.status === 'in-progress' && action.follow === null && atMs - action.startedAtMs > longestRunMs;
  const isSlow = action.isSlow || isSlowNow(durations, connection, action, atMs);
  return change(action, isOver ? { status: 'unknown' } : { isSlow });
}

/** The state with new durations; the same state when nothing was learned. */
function withDurations(state: State, durations: Durations): State {
  return change(state, { durations });
}

/** How far the clocks of this machine and of DigitalOcean usually differ at most, in milliseconds. */
const clocksApartMs = 60_000;

/**
 * An action of the API, with what Buoy adds: who started it, and the resource's name and size. An action that was not seen before
 * counts as Buoy's own when a command for the same droplet and type is still waiting for its answer. One that is over since long
 * before the command is none of it.
 */
function track(connection: ConnectionState, action: Action): TrackedAction {
  const key = `${connection.id}:${action.id}`;
  const known = connection.actions.get(key);
  const dropletId = action.resourceType === 'droplet' ? Number(action.resourceId) : Number.NaN;
  const droplet = connection.droplets.get(dropletId);
  const pending = connection.pending.get(dropletId);
  const isNew = known === undefined && pending !== undefined;
  const isLater = isNew && (action.status === 'in-progress' || action.startedAtMs > pending.sentAtMs - clocksApartMs);
  const ours = isLater && pending.type === action.type ? pending : undefined;
  return {
    key,
    connectionId: connection.id,
    actionId: action.id,
    type: action.type,
    status: action.status,
    startedAtMs: action.startedAtMs,
    completedAtMs: action.completedAtMs,
    resourceType: action.resourceType,
    resourceId: action.resourceId === null ? null : String(action.resourceId),
    resourceName: known?.resourceName || droplet?.name || '',
    regionSlug: action.regionSlug,
    sizeSlug: known?.sizeSlug ?? droplet?.sizeSlug ?? null,
    value: known?.value ?? ours?.value ?? null,
    startedBy: known?.startedBy ?? (ours ? 'buoy' : 'elsewhere'),
    isSlow: known?.isSlow ?? false,
    failure: known?.failure ?? null,
    follow: null,
    ...(known?.isStep ? { isStep: true } : {}),
  };
}

interface Merged {
  connection: ConnectionState;
  durations: Durations;
}

/**
 * Merges actions into those of the connection. Actions that just ended teach their duration and say which status their droplet
 * should have next.
 */
function mergeActions(state: State, connection: ConnectionState, incoming: readonly TrackedAction[], atMs: number): Merged {
  let durations = state.durations;
  const all = new Map(connection.actions);
  const expectations = new Map(connection.expectations);
  for (const action of incoming) {
    const before = connection.actions.get(action.key);
    // A late answer must not reopen an action that is known to have ended.
    if (before && before.status !== 'in-progress' && action.status === 'in-progress') continue;
    durations = learnFrom(durations, before, action);
    if (hasJustEnded(connection, action)) expectAfter(connection, expectations, action, atMs);
    all.set(action.key, keepSame(before, agedAction(durations, connection, action, atMs)));
  }
  const actions = newestFirst(connection.actions, all);
  if (actions === connection.actions) return { connection, durations };
  return { connection: { ...connection, actions, expectations, runningOn: runningOn(connection, actions) }, durations };
}

/** How long a run over many things takes depends on how many they are. Nothing is learned from it. */
const isRun = ({ follow }: TrackedAction): boolean => follow?.kind === runKind;

function isSlowNow(durations: Durations, connection: ConnectionState, action: TrackedAction, atMs: number): boolean {
  if (action.status !== 'in-progress' || isRun(action)) return false;
  const elapsedMs = atMs - action.startedAtMs;
  const estimate = usualFor(durations, action);
  return estimate === null ? elapsedMs > slowLimitOf(connection, action) : isFarLonger(elapsedMs, estimate);
}

/** From when on an action is slow while nothing was learned about its kind, in milliseconds. */
export function slowLimitOf(connection: ConnectionState, { type, resourceType, resourceId }: TrackedAction): number {
  const droplet = resourceType === 'droplet' ? connection.droplets.get(Number(resourceId)) : undefined;
  return slowAfterMs({ type, resourceType, diskGb: droplet?.diskGb ?? null });
}

/** Learns from an action once: when it is first seen completed. */
function learnFrom(durations: Durations, before: TrackedAction | undefined, action: TrackedAction): Durations {
  const isNews = before === undefined || before.status === 'in-progress';
  if (!isNews || action.status !== 'completed' || action.completedAtMs === null || isRun(action)) return durations;
  return learn(durations, { ...action, type: durationType(action) }, action.completedAtMs - action.startedAtMs);
}

/** Other resources have types of their own: the snapshot of a volume says nothing about that of a droplet. */
const durationType = (action: TrackedAction): string =>
  action.resourceType === 'droplet' ? action.type : `${action.resourceType}-${action.type}`;

/** What is usual for an action of that kind. */
export const usualFor = (durations: Durations, action: TrackedAction) =>
  usual(durations, { ...action, type: durationType(action) });

/** All running actions and the newest 300 finished ones, newest first; the previous map when nothing differs. */
function newestFirst(
  previous: ReadonlyMap<string, TrackedAction>,
  all: ReadonlyMap<string, TrackedAction>,
): ReadonlyMap<string, TrackedAction> {
  const sorted = [...all.values()].sort((one, other) => other.startedAtMs - one.startedAtMs || (one.key < other.key ? 1 : -1));
  let finished = 0;
  const kept = sorted.filter((action) => {
    if (action.status === 'in-progress') return true;
    finished += 1;
    return finished <= maximumFinished;
  });
  const before = previous.values();
  if (kept.length === previous.size && kept.every((action) => before.next().value === action)) return previous;
  return new Map(kept.map((action) => [action.key, action]));
}

/** Key of the running action of each droplet; the previous map when nothing differs. */
function runningOn(connection: ConnectionState, actions: ReadonlyMap<string, TrackedAction>): ReadonlyMap<number, string> {
  const running = new Map<number, string>();
  for (const action of actions.values()) {
    if (action.status === 'in-progress' && action.resourceType === 'droplet') running.set(Number(action.resourceId), action.key);
  }
  const isEqual =
    running.size === connection.runningOn.size && [...running].every(([id, key]) => connection.runningOn.get(id) === key);
  return isEqual ? connection.runningOn : running;
}
