import { type Ref, useCallback } from 'react';
import type { Sort } from '../../columns/column.ts';
import type { GridHandle } from '../../components/lists/grid-list.tsx';
import { ListRow } from '../../components/lists/list-row.tsx';
import { SelectGrid } from '../../components/lists/select-grid.tsx';
import type { ListColumns } from '../../hooks/use-columns.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import type { Selection } from '../../page/selection.ts';
import { resourceWords } from '../../words/resources.ts';
import { type ItemLine, selectionKey } from './lines.ts';

const rowHeight = 36;
const narrowRowHeight = 40;

/** The list of a family: virtual, sortable, with one tab stop. */
export const FamilyList = ({
  title,
  columns,
  lines,
  sort,
  selection,
  onSort,
  openId,
  onOpen,
  onMenu,
  ref,
}: {
  /** Plural name of the family. */
  title: string;
  columns: ListColumns<ItemLine>;
  lines: readonly ItemLine[];
  sort: Sort;
  selection: Selection;
  onSort: (sort: Sort) => void;
  openId: string | null;
  onOpen: (line: ItemLine) => void;
  onMenu: (line: ItemLine, at: { x: number; y: number }) => void;
  ref: Ref<GridHandle>;
}) => {
  const isNarrow = useIsNarrow();
  const { shown } = columns;
  const renderLine = useCallback((line: ItemLine) => <ListRow columns={shown} row={line} />, [shown]);
  return (
    <SelectGrid
      ref={ref}
      selection={selection}
      keyOf={selectionKey}
      label={resourceWords.listLabel(title, lines.length)}
      lines={lines}
      className="family-grid"
      columns={columns}
      sort={sort}
      onSort={onSort}
      heightOf={() => (isNarrow ? narrowRowHeight : rowHeight)}
      renderLine={renderLine}
      openId={openId}
      onOpen={onOpen}
      onMenu={onMenu}
    />
  );
};
