import type { DropletRow } from '../../../preload/contract/view.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { dropletKey } from '../names/droplet-key.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { type Condition, conditionOf } from './condition.ts';

/** A table of the view: rows by key, in the order in which they are shown. */
export type Rows<R> = ReadonlyMap<string, R>;

/**
 * All droplets as rows. A droplet whose data and condition did not change keeps its row object, and a state in which no
 * droplet changed keeps the whole table, so that a poll of 10,000 droplets sends only what differs.
 */
export function createDropletRows(): (state: State) => Rows<DropletRow> {
  let table: Rows<DropletRow> = new Map();
  let lastConnections: readonly ConnectionState[] = [];
  let lastPinned: readonly string[] = [];
  // By droplet object: a droplet that changed is a new object, and its old row goes with the old one.
  const rowOf = new WeakMap<Droplet, DropletRow>();

  function row(connection: ConnectionState, droplet: Droplet, pinned: ReadonlySet<string>): DropletRow {
    const before = rowOf.get(droplet);
    if (before && before.isPinned === pinned.has(before.key) && isStillPlain(before, connection, droplet)) return before;
    const condition = conditionOf(connection, droplet);
    const key = dropletKey(connection.id, droplet.id);
    const isPinned = pinned.has(key);
    if (before && before.isPinned === isPinned && hasCondition(before, condition) && hasReserved(before, connection, droplet)) {
      return before;
    }
    const reservedIps = reservedFor(connection, droplet);
    const made = { ...droplet, ...condition, key, connectionId: connection.id, isPinned, reservedIps };
    rowOf.set(droplet, made);
    return made;
  }

  return ({ connections, settings }) => {
    const now = [...connections.values()];
    const isSame = settings.pinned === lastPinned && now.length === lastConnections.length;
    if (isSame && now.every((connection, index) => hasSameDroplets(connection, lastConnections[index]))) return table;
    const pinned = new Set(settings.pinned);
    const next = new Map<string, DropletRow>();
    for (const connection of now) {
      for (const droplet of connection.droplets.values()) {
        const made = row(connection, droplet, pinned);
        next.set(made.key, made);
      }
    }
    table = next;
    lastConnections = now;
    lastPinned = settings.pinned;
    return table;
  };
}

/**
 * A fast path for nearly all rows: the row showed only the API's status, and there is still nothing else to show, so its
 * condition need not be computed again.
 */
function isStillPlain(row: DropletRow, connection: ConnectionState, droplet: Droplet): boolean {
  const { id, status } = droplet;
  const isPlain = row.condition !== 'running' && row.condition !== 'down' && row.status === status;
  const { runningOn, pending, expectations, downs } = connection;
  if (!isPlain || !hasReserved(row, connection, droplet)) return false;
  return !runningOn.has(id) && !pending.has(id) && !expectations.has(id) && !downs.has(id);
}

const none: readonly string[] = [];
/** The same array while nothing changed, since the state keeps the objects of answers that are equal. */
const reservedFor = ({ reservedIps }: ConnectionState, { id }: Droplet): readonly string[] =>
  reservedIps.get(id)?.addresses ?? none;
const hasReserved = (row: DropletRow, connection: ConnectionState, droplet: Droplet): boolean =>
  row.reservedIps === reservedFor(connection, droplet);

function hasCondition(row: DropletRow, condition: Condition): boolean {
  return (
    row.condition === condition.condition &&
    row.conditionText === condition.conditionText &&
    row.status === condition.status &&
    row.actionKey === condition.actionKey &&
    row.downSinceMs === condition.downSinceMs
  );
}

/** Whether everything that droplet rows are made from is unchanged. */
function hasSameDroplets(one: ConnectionState, other: ConnectionState | undefined): boolean {
  return (
    one === other ||
    (other !== undefined &&
      one.id === other.id &&
      one.droplets === other.droplets &&
      one.reservedIps === other.reservedIps &&
      one.runningOn === other.runningOn &&
      one.pending === other.pending &&
      one.expectations === other.expectations &&
      one.downs === other.downs)
  );
}
