import { memo } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import type { Column } from '../../columns/column.ts';
import { GroupHead, ListRow } from '../../components/lists/list-row.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useIsStale, useRow } from '../../hooks/use-view.ts';
import { progressOf } from '../../readings/action-progress.ts';
import { dropletWords } from '../../words/droplets.ts';
import { moneyAMonth } from '../../words/money.ts';
import type { DropletLine } from './lines.ts';
import { TagMenu } from './tag-menu.tsx';

/** The 2 px line at the lower edge of a row while an action runs. */
const RunningLine = ({ actionKey }: { actionKey: string }) => {
  const action = useRow('actions', actionKey);
  const now = useNow('second');
  if (!action) return null;
  const progress = progressOf(action, now);
  if (progress.kind === 'unknown') return <span className="under unknown" />;
  return (
    <span className="under">
      <i style={{ width: `${progress.fraction * 100}%` }} />
    </span>
  );
};

type Columns = readonly Column<DropletRow>[];

const Cells = ({ droplet, columns }: { droplet: DropletRow; columns: Columns }) => {
  const isStale = useIsStale(droplet.connectionId);
  return (
    <ListRow columns={columns} row={droplet} className={isStale ? 'stale' : ''}>
      {droplet.actionKey !== null && <RunningLine actionKey={droplet.actionKey} />}
    </ListRow>
  );
};

/**
 * One droplet of the list. Re-renders only when its row, its selection, its action, its team's staleness or the columns change.
 */
export const DropletListRow = memo(({ dropletKey, columns }: { dropletKey: string; columns: Columns }) => {
  const droplet = useRow('droplets', dropletKey);
  return droplet ? <Cells droplet={droplet} columns={columns} /> : null;
});

export const DropletGroupHead = ({
  head,
  columnCount,
}: {
  head: Extract<DropletLine, { isHead: true }>;
  columnCount: number;
}) => (
  <GroupHead columnCount={columnCount}>
    {head.monogram !== null && <Monogram letters={head.monogram} />}
    <b className="cut">{head.title ?? dropletWords.noTag}</b>
    <span className="tabular nowrap">{dropletWords.countOf(head.count)}</span>
    <span className="grow" />
    <span className="tabular nowrap">{moneyAMonth(head.monthlyUsd)}</span>
    {head.title !== null && head.connectionIds.length > 0 && <TagMenu tag={head.title} connectionIds={head.connectionIds} />}
  </GroupHead>
);
