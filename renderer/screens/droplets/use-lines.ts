import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { ConnectionRow, DropletRow } from '../../../preload/contract/view.ts';
import { usePage } from '../../page/page.ts';
import { type DropletLines, isSameList, isSameOutside, isSameTeams, linesOf } from './lines.ts';
import type { DropletQuery } from './query.ts';

interface Kept {
  droplets: readonly DropletRow[];
  connections: readonly ConnectionRow[];
  query: DropletQuery;
  result: DropletLines;
}

/**
 * The lines of the list. Returns the same object while order, groups and sums stay as they are, so that a change inside a row
 * does not re-render the whole list.
 */
export const useLines = (query: DropletQuery): DropletLines => {
  const { view } = usePage();
  const kept = useRef<Kept | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [view.subscribeTable('droplets', listener), view.subscribeTable('connections', listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [view],
  );
  return useSyncExternalStore(subscribe, () => {
    const droplets = view.rows('droplets');
    const connections = view.rows('connections');
    const before = kept.current;
    if (before?.droplets === droplets && before.connections === connections && before.query === query) return before.result;
    const isSame =
      before?.query === query && isSameTeams(before.connections, connections) && isSameOutside(before.droplets, droplets, query);
    if (isSame) {
      kept.current = { ...before, droplets, connections };
      return before.result;
    }
    const next = linesOf(droplets, connections, query);
    const result = before && isSameList(before.result, next) ? before.result : next;
    kept.current = { droplets, connections, query, result };
    return result;
  });
};
