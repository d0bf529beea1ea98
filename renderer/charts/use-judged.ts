import { useCallback, useSyncExternalStore } from 'react';
import { usePage } from '../page/page.ts';

/**
 * A text that changes when other policies are about a thing's team, or when one of them begins or ends to fire on it. The limits of a
 * chart are then to be told anew, which asks DigitalOcean nothing while its samples are new enough.
 */
export function useJudged({ connectionId, thingId }: { connectionId: string; thingId: string }): string {
  const { view } = usePage();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [view.subscribeTable('attention', listener), view.subscribeTable('policies', listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    [view],
  );
  return useSyncExternalStore(subscribe, () => {
    const fires = view
      .rows('attention')
      .flatMap(({ kind, key, sinceMs }) =>
        kind === 'alert' && key.startsWith(`alert/${connectionId}/`) && key.endsWith(`/${thingId}`) ? `${key} ${sinceMs}` : [],
      );
    const rules = view
      .rows('policies')
      .flatMap((row) =>
        row.connectionId === connectionId ? `${row.uuid} ${row.rule} ${row.about} ${row.state === 'muted'}` : [],
      );
    return [...fires, ...rules].join('\n');
  });
}
