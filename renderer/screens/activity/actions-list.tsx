import { useCallback, useMemo, useRef, useState } from 'react';
import { dayNumber } from '../../../preload/contract/time-words.ts';
import { SearchField } from '../../components/controls/field.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { ColumnGrid } from '../../components/lists/column-grid.tsx';
import { ColumnsMenu } from '../../components/lists/columns-menu.tsx';
import type { GridHandle } from '../../components/lists/grid-list.tsx';
import { useColumns } from '../../hooks/use-columns.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRows, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { activityWords } from '../../words/activity.ts';
import { dropletWords } from '../../words/droplets.ts';
import { stateWords } from '../../words/states.ts';
import { ActionPanel } from './action-panel.tsx';
import { activityColumnSet } from './activity-columns.tsx';
import { type ActivityLine, activityLines, type ResultFilter, resultFilters, tally } from './activity-lines.ts';
import { ActivityHead, ActivityRow } from './activity-row.tsx';

const ResultMenu = ({ result, onChange }: { result: ResultFilter; onChange: (result: ResultFilter) => void }) => {
  const entries: MenuEntry[] = resultFilters.map((value) => ({
    kind: 'item',
    label: activityWords.results[value],
    isChecked: value === result,
    onSelect: () => onChange(value),
  }));
  return (
    <Menu
      entries={entries}
      trigger={
        <button type="button" className={result === 'any' ? 'chip' : 'chip set'}>
          {activityWords.results[result]}
          <Icon name="down" size="xs" />
        </button>
      }
    />
  );
};

/** Running actions, then those that ended, by day. The panel of the open action stands beside them. */
export const ActionsList = ({ openKey }: { openKey: string | null }) => {
  const { router } = usePage();
  const { teamId, connections } = useTeam();
  const actions = useRows('actions');
  const now = useNow();
  const [text, setText] = useState('');
  const [result, setResult] = useState<ResultFilter>('any');
  const query = useMemo(() => ({ text, result, teamId }), [text, result, teamId]);
  const today = dayNumber(now);
  const lines = useMemo(() => activityLines(actions, query, today), [actions, query, today]);
  const counts = useMemo(() => tally(actions, query), [actions, query]);
  const side = useRef<HTMLElement>(null);
  const columns = useColumns(activityColumnSet, side);
  const { shown } = columns;
  const renderLine = useCallback(
    (line: ActivityLine) =>
      line.isHead ? (
        <ActivityHead head={line} columnCount={shown.length} />
      ) : (
        <ActivityRow actionKey={line.key} columns={shown} />
      ),
    [shown],
  );
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const close = useCallback(() => {
    router.go(hrefOf('activity'));
    grid.current?.focus();
  }, [router]);
  useHotkeys({ '/': () => search.current?.focus(), Escape: () => (openKey === null ? false : close()) });

  const isUnread = connections.some(
    (connection) => connection.actions.fetchedAtMs === null && connection.actions.failure === null,
  );
  return (
    <div className={openKey === null ? 'body flush' : 'body flush has-panel'}>
      <section ref={side} className="list-side">
        <div className="filters">
          <SearchField
            ref={search}
            label={activityWords.searchLabel}
            placeholder={activityWords.search}
            clearLabel={dropletWords.clearSearch}
            value={text}
            onChange={setText}
            onLeave={() => grid.current?.focus()}
          />
          <ResultMenu result={result} onChange={setResult} />
          <span className="grow" />
          <span className="small-text faint tabular nowrap summary">
            {activityWords.summary(counts.failed, counts.slow, counts.done)}
          </span>
          <ColumnsMenu columns={columns} />
        </div>
        {lines.length > 0 ? (
          <ColumnGrid
            ref={grid}
            label={activityWords.listLabel(lines.filter((line) => !line.isHead).length)}
            lines={lines}
            className="activity-grid"
            columns={columns}
            hasUnseenHeads
            heightOf={(line) => (line.isHead ? 32 : 38)}
            renderLine={renderLine}
            openId={openKey}
            onOpen={(line) => router.go(hrefOf('activity', line.id))}
          />
        ) : actions.length > 0 ? (
          <EmptyState icon="search" title={activityWords.noMatchTitle}>
            {activityWords.noMatchDetail}
          </EmptyState>
        ) : isUnread ? (
          <SkeletonRows text={stateWords.askingActions} />
        ) : (
          <EmptyState icon="activity" title={activityWords.emptyTitle}>
            {activityWords.emptyDetail}
          </EmptyState>
        )}
      </section>
      {openKey !== null && <ActionPanel key={openKey} actionKey={openKey} onClose={close} />}
    </div>
  );
};
