import { useCallback, useSyncExternalStore } from 'react';
import type { Capabilities, ConnectionRow, MetaView, Singles, TableName, Tables } from '../../preload/contract/view.ts';
import { allTeams, usePage } from '../page/page.ts';
import type { SingleName, ViewStatus } from '../page/view-store.ts';

/** One row of a table. Re-renders only when that row changes. */
export const useRow = <T extends TableName>(table: T, key: string | null): Tables[T] | undefined => {
  const { view } = usePage();
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? () => {} : view.subscribeRow(table, key, listener)),
    [view, table, key],
  );
  return useSyncExternalStore(subscribe, () => (key === null ? undefined : view.row(table, key)));
};

/** All rows of a table. Re-renders when any of them changes, so it is not meant for long lists. */
export const useRows = <T extends TableName>(table: T): readonly Tables[T][] => {
  const { view } = usePage();
  const subscribe = useCallback((listener: () => void) => view.subscribeTable(table, listener), [view, table]);
  return useSyncExternalStore(subscribe, () => view.rows(table));
};

/** Throws before the view is open. Use it only below the frame, which waits for the view. */
export const useSingle = <S extends SingleName>(name: S): Singles[S] => {
  const { view } = usePage();
  const subscribe = useCallback((listener: () => void) => view.subscribeSingle(name, listener), [view, name]);
  const value = useSyncExternalStore(subscribe, () => view.single(name));
  if (value === undefined) throw new Error(`The view is not open: ${name}`);
  return value as Singles[S];
};

/** Whether the droplets of a team are older than their polling interval allows. Re-renders only when that changes. */
export const useIsStale = (connectionId: string): boolean => {
  const { view } = usePage();
  const subscribe = useCallback(
    (listener: () => void) => view.subscribeRow('connections', connectionId, listener),
    [view, connectionId],
  );
  return useSyncExternalStore(subscribe, () => view.row('connections', connectionId)?.droplets.isStale ?? false);
};

export const useMeta = (): MetaView => useSingle('meta');
export const useCapabilities = (): Capabilities => useMeta().capabilities;

export const useViewStatus = (): ViewStatus => {
  const { view } = usePage();
  return useSyncExternalStore(view.subscribeStatus, view.status);
};

/** The team that the views are limited to; `null`: all teams. If that team no longer exists, all teams are shown. */
export const useTeam = (): { teamId: string | null; connections: readonly ConnectionRow[]; all: readonly ConnectionRow[] } => {
  const { team } = usePage();
  const chosen = useSyncExternalStore(team.subscribe, team.get);
  const all = useRows('connections');
  const found = chosen === allTeams ? undefined : all.find((connection) => connection.id === chosen);
  return { teamId: found?.id ?? null, connections: found ? [found] : all, all };
};
