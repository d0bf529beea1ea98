import type { ConnectionState, State } from '../state/state.ts';

/**
 * Connections that changed, as pairs of before and now. A connection that was just added is left out, because everything in
 * it would look new.
 */
export function changedConnections(previous: State, next: State): [ConnectionState, ConnectionState][] {
  if (previous.connections === next.connections) return [];
  return [...next.connections.values()].flatMap((connection): [ConnectionState, ConnectionState][] => {
    const before = previous.connections.get(connection.id);
    return before && before !== connection ? [[before, connection]] : [];
  });
}
