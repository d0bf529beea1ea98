import type { ConnectionState, State } from '../state/state.ts';

/** Connections that were there before and differ now, each with its older self. */
export function changedConnections(previous: State, next: State): [ConnectionState, ConnectionState][] {
  if (previous.connections === next.connections) return [];
  return [...next.connections.values()].flatMap((connection): [ConnectionState, ConnectionState][] => {
    const before = previous.connections.get(connection.id);
    return before && before !== connection ? [[before, connection]] : [];
  });
}
