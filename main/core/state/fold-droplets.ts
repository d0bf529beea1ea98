import type { Droplet } from '../digitalocean/resources/droplets.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import { change, mergeByKey, withEntry, withoutEntry } from '../same.ts';
import type { FetchedEvent, StateEvent } from './events.ts';
import { checkExpectations } from './expectations.ts';
import { fetched } from './fold-connection.ts';
import { isSameDroplet } from './same-droplet.ts';
import type { ConnectionState, Suspicion } from './state.ts';

type Named<T extends StateEvent['type']> = Extract<StateEvent, { type: T }>;

/** The list of all droplets of a team. */
export function foldDroplets(connection: ConnectionState, event: FetchedEvent<'droplets'>): ConnectionState {
  const droplets = mergeByKey(connection.droplets, event.answer, (one) => one.id, isSameDroplet);
  let next = change(connection, { droplets });
  if (droplets !== connection.droplets) {
    for (const droplet of droplets.values()) {
      const before = connection.droplets.get(droplet.id);
      if (before !== droplet) next = watchPower(next, before, droplet, event.atMs);
    }
  }
  next = nameActions(forgetGone(next));
  next = checkExpectations(next, event.requestedAtMs, event.atMs);
  return fetched(next, event);
}

/** Adds names and sizes to actions that were read before their droplets. */
function nameActions(connection: ConnectionState): ConnectionState {
  const named = [...connection.actions.values()].flatMap((action): [string, TrackedAction][] => {
    const isNameless = action.resourceName === '' && action.resourceType === 'droplet';
    const droplet = isNameless ? connection.droplets.get(Number(action.resourceId)) : undefined;
    return droplet
      ? [[action.key, { ...action, resourceName: droplet.name, sizeSlug: action.sizeSlug ?? droplet.sizeSlug }]]
      : [];
  });
  if (named.length === 0) return connection;
  const actions = new Map(connection.actions);
  for (const [key, action] of named) actions.set(key, action);
  return { ...connection, actions };
}

/** One droplet that was read by itself after its action ended. The age of the whole list stays as it was. */
export function foldDroplet(connection: ConnectionState, event: Named<'droplet-fetched'>): ConnectionState {
  const { droplet, dropletId, atMs } = event;
  if (!droplet) return forgetGone(change(connection, { droplets: withoutEntry(connection.droplets, dropletId) }));
  const before = connection.droplets.get(dropletId);
  const isNews = !before || !isSameDroplet(before, droplet);
  const droplets = isNews ? withEntry(connection.droplets, dropletId, droplet) : connection.droplets;
  const watched = watchPower(change(connection, { droplets }), before, droplet, atMs);
  return checkExpectations(watched, atMs, atMs);
}

/** A command was sent: its droplets count as busy until it is answered. */
export function foldCommandSent(connection: ConnectionState, event: Named<'command-sent'>): ConnectionState {
  const pending = new Map(connection.pending);
  for (const id of event.dropletIds) {
    pending.set(id, { type: event.actionType, value: event.value, sentAtMs: event.atMs });
  }
  return { ...connection, pending };
}

/** These droplets no longer wait for a command's answer. */
export function foldCommandEnded(connection: ConnectionState, dropletIds: readonly number[]): ConnectionState {
  return change(connection, { pending: dropletIds.reduce(withoutEntry, connection.pending) });
}

/**
 * Notes a droplet that was active and is off now as suspicious, unless a finished action makes Buoy expect that. A droplet that
 * is not off is neither suspicious nor down.
 */
function watchPower(connection: ConnectionState, before: Droplet | undefined, droplet: Droplet, atMs: number): ConnectionState {
  const { id, status } = droplet;
  if (status !== 'off') {
    const suspicions = withoutEntry(connection.suspicions, id);
    return change(connection, { suspicions, downs: withoutEntry(connection.downs, id) });
  }
  if (before?.status !== 'active' || connection.expectations.get(id)?.status === 'off') return connection;
  const suspicion: Suspicion = { seenOffAtMs: atMs, lastActiveAtMs: connection.fetches.droplets.fetchedAtMs ?? atMs };
  return change(connection, { suspicions: withEntry(connection.suspicions, id, suspicion) });
}

/** Removes notes about droplets that no longer exist: a destroyed droplet is not down. */
function forgetGone(connection: ConnectionState): ConnectionState {
  const { droplets } = connection;
  const left = <V>(map: ReadonlyMap<number, V>): ReadonlyMap<number, V> => {
    for (const id of map.keys()) {
      if (!droplets.has(id)) return new Map([...map].filter(([key]) => droplets.has(key)));
    }
    return map;
  };
  return change(connection, {
    suspicions: left(connection.suspicions),
    downs: left(connection.downs),
    expectations: left(connection.expectations),
  });
}
