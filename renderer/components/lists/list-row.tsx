import type { ReactNode } from 'react';
import type { Column } from '../../columns/column.ts';
import { classNames } from '../class-names.ts';

/** The cells of one row. `children` are drawn over the row. */
export const ListRow = <Row,>({
  columns,
  row,
  className,
  children,
}: {
  columns: readonly Column<Row>[];
  row: Row;
  className?: string;
  children?: ReactNode;
}) => (
  <div role="presentation" className={classNames('list-row', className)}>
    {columns.map(({ key, look, isRight, hint, cell }) => (
      <span
        key={key}
        role="gridcell"
        className={classNames(typeof look === 'function' ? look(row) : look, isRight && 'right')}
        title={hint?.(row)}
      >
        {cell(row)}
      </span>
    ))}
    {children}
  </div>
);

/** The head of a group of rows, as one cell across all columns. */
export const GroupHead = ({
  columnCount,
  className,
  children,
}: {
  columnCount: number;
  className?: string;
  children: ReactNode;
}) => (
  <div role="gridcell" aria-colspan={columnCount} className={classNames('group', className)}>
    {children}
  </div>
);
