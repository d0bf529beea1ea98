import type { ReactNode } from 'react';
import type { Column, Sort } from '../../columns/column.ts';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';

/** The text of a head. If the column can be sorted by, a click sorts, and a second click reverses the order. */
const HeadWords = <Row,>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}) => {
  const { key, title } = column;
  if (column.hasUnseenTitle) return <span className="unseen">{title}</span>;
  if (!column.compare || !onSort) return title;
  const isSorted = sort?.by === key;
  return (
    <button
      type="button"
      className={classNames('bare sort', isSorted && 'on')}
      onClick={() => onSort({ by: key, isDescending: isSorted ? !sort.isDescending : false })}
    >
      {title}
      {isSorted && <Icon name={sort.isDescending ? 'down' : 'up'} size="xs" />}
    </button>
  );
};

/** The heads of a list's columns, as the first row of its grid. */
export const ColumnHeads = <Row,>({
  columns,
  sort,
  onSort,
  heads = {},
  className,
}: {
  columns: readonly Column<Row>[];
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  /** Shown in place of the title, by column key. */
  heads?: Readonly<Record<string, ReactNode>> | undefined;
  className?: string | undefined;
}) => (
  <div role="rowgroup" className={className}>
    <div role="row" aria-rowindex={1} className="list-row head">
      {columns.map((column) => (
        <span
          key={column.key}
          role="columnheader"
          className={classNames(column.isRight && 'right') || undefined}
          aria-sort={sort?.by === column.key ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
        >
          {heads[column.key] ?? <HeadWords column={column} sort={sort} onSort={onSort} />}
        </span>
      ))}
    </div>
  </div>
);
