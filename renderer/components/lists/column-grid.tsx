import type { CSSProperties, ReactNode } from 'react';
import type { Sort } from '../../columns/column.ts';
import type { ListColumns } from '../../hooks/use-columns.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { Walkable } from './grid-keys.ts';
import { GridList, type GridListProps } from './grid-list.tsx';

interface ColumnGridProps<L extends Walkable, Row> extends Omit<GridListProps<L>, 'columnCount' | 'head' | 'style'> {
  columns: ListColumns<Row>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Heads that are more than words, by the key of their column. */
  heads?: Readonly<Record<string, ReactNode>>;
  /** The heads are read out, not seen: where the rows speak for themselves. */
  hasUnseenHeads?: boolean;
}

/** A grid whose tracks, heads and count follow from its columns. Rows are drawn by `ListRow` and `GroupHead`. */
export const ColumnGrid = <L extends Walkable, Row>({
  columns,
  sort,
  onSort,
  heads,
  hasUnseenHeads = false,
  ...grid
}: ColumnGridProps<L, Row>) => (
  <GridList
    {...grid}
    columnCount={columns.shown.length}
    // Once for the whole list: rows need not be drawn anew when only the width of a track changes.
    style={{ '--tracks': columns.tracks, '--gap': `${columns.gap}px` } as CSSProperties}
    head={
      <ColumnHeads
        columns={columns.shown}
        sort={sort}
        onSort={onSort}
        heads={heads}
        className={hasUnseenHeads ? 'unseen' : undefined}
      />
    }
  />
);
