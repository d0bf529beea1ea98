import type { CSSProperties, ReactNode } from 'react';
import type { Sort } from '../../columns/column.ts';
import type { ListColumns } from '../../hooks/use-columns.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { Walkable } from './grid-keys.ts';
import { GridList, type GridListProps } from './grid-list.tsx';

export interface ColumnGridProps<L extends Walkable, Row> extends Omit<GridListProps<L>, 'columnCount' | 'head' | 'style'> {
  columns: ListColumns<Row>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** What to show in place of a column's title, by column key. */
  heads?: Readonly<Record<string, ReactNode>>;
  /** Shows the heads to screen readers only, for lists whose rows explain themselves. */
  hasUnseenHeads?: boolean;
}

/** A grid whose tracks, heads and column count follow from its columns. `ListRow` and `GroupHead` draw its rows. */
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
    // Set on the whole list, so that rows do not re-render when only the width of a track changes.
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
