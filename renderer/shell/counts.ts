import { useCallback, useSyncExternalStore } from 'react';
import { useRows, useTeam } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';

/** What the side bar counts for the chosen teams. */
export interface Counts {
  attention: number;
  droplets: number;
  resources: number;
  running: number;
}

/** Actions change often, so they re-render this only when the number of running ones changes. */
export const useCounts = (): Counts => {
  const { view } = usePage();
  const { teamId, connections } = useTeam();
  const attention = useRows('attention').filter(
    (row) => teamId === null || row.connectionId === teamId || row.connectionId === null,
  );
  const subscribe = useCallback((listener: () => void) => view.subscribeTable('actions', listener), [view]);
  const running = useSyncExternalStore(
    subscribe,
    () =>
      view.rows('actions').filter((row) => row.status === 'in-progress' && (teamId === null || row.connectionId === teamId))
        .length,
  );
  const resources = useRows('resources').filter((row) => teamId === null || row.connectionId === teamId);
  return {
    attention: attention.length,
    droplets: connections.reduce((sum, connection) => sum + connection.dropletCount, 0),
    resources: resources.reduce((sum, row) => sum + (row.count ?? 0), 0),
    running,
  };
};
