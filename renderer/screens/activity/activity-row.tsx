import { memo } from 'react';
import type { ActionRow } from '../../../preload/contract/view.ts';
import type { Column } from '../../columns/column.ts';
import { GroupHead, ListRow } from '../../components/lists/list-row.tsx';
import { useRow } from '../../hooks/use-view.ts';
import { wholeNumber } from '../../words/locale.ts';
import type { ActivityLine } from './activity-lines.ts';

export const ActivityRow = memo(({ actionKey, columns }: { actionKey: string; columns: readonly Column<ActionRow>[] }) => {
  const action = useRow('actions', actionKey);
  return action ? <ListRow columns={columns} row={action} /> : null;
});

export const ActivityHead = ({ head, columnCount }: { head: Extract<ActivityLine, { isHead: true }>; columnCount: number }) => (
  <GroupHead columnCount={columnCount} className="day">
    <b>{head.title}</b>
    <span className="faint tabular">{wholeNumber(head.count)}</span>
  </GroupHead>
);
