import { type Ref, useCallback, useMemo, useRef } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { type GridHandle, GridList } from '../../components/lists/grid-list.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import type { Column } from '../../families/columns.ts';
import type { Family } from '../../families/family.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useRow } from '../../hooks/use-view.ts';
import { useWidth } from '../../hooks/use-width.ts';
import { resourceWords } from '../../words/resources.ts';
import { Cell, isRightAligned } from './cell.tsx';
import { fittingColumns } from './fitting-columns.ts';
import type { ItemLine, Sort } from './lines.ts';

const rowHeight = 36;
const narrowRowHeight = 40;

/** Tracks of the grid, as a style: columns differ by family, so no sheet can hold them. */
const tracks = (columns: readonly Column[], hasTeams: boolean): string =>
  [...(hasTeams ? ['24px'] : []), ...columns.map((column) => column.width)].join(' ');

const Heads = ({
  columns,
  sort,
  onSort,
  hasTeams,
  grid,
}: {
  columns: readonly Column[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  hasTeams: boolean;
  grid: string;
}) => (
  <div role="rowgroup">
    <div role="row" aria-rowindex={1} className="tr head" style={{ gridTemplateColumns: grid }}>
      {hasTeams && (
        <span role="columnheader">
          <span className="unseen">{resourceWords.team}</span>
        </span>
      )}
      {columns.map((column) => {
        const isSorted = sort.by === column.title;
        return (
          <span
            key={column.title}
            role="columnheader"
            className={classNames(isRightAligned(column) && 'right')}
            aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
          >
            <button
              type="button"
              className={isSorted ? 'bare sort on' : 'bare sort'}
              onClick={() => onSort({ by: column.title, isDescending: isSorted ? !sort.isDescending : false })}
            >
              {column.title}
              {isSorted && <Icon name={sort.isDescending ? 'down' : 'up'} size="xs" />}
            </button>
          </span>
        );
      })}
    </div>
  </div>
);

const TeamMark = ({ connectionId }: { connectionId: string }) => {
  const team = useRow('connections', connectionId);
  return (
    <span role="gridcell" title={team?.teamName}>
      <Monogram letters={team?.monogram ?? ''} />
    </span>
  );
};

/** The rows of a family: virtual, sortable, one tab stop. */
export const FamilyList = ({
  family,
  lines,
  sort,
  onSort,
  hasTeams,
  openId,
  onOpen,
  ref,
}: {
  family: Family;
  lines: readonly ItemLine[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Rows of several teams stand together, so each says whose it is. */
  hasTeams: boolean;
  openId: string | null;
  onOpen: (line: ItemLine) => void;
  ref: Ref<GridHandle>;
}) => {
  const isNarrow = useIsNarrow();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 800);
  const columns = useMemo(() => fittingColumns(family.columns, width, hasTeams), [family, width, hasTeams]);
  const grid = tracks(columns, hasTeams);
  const renderLine = useCallback(
    (line: ItemLine) => (
      <div role="presentation" className="tr" style={{ gridTemplateColumns: grid }}>
        {hasTeams && <TeamMark connectionId={line.connectionId} />}
        {columns.map((column) => (
          <Cell key={column.title} column={column} line={line} />
        ))}
      </div>
    ),
    [columns, grid, hasTeams],
  );
  return (
    <div ref={box} className="family-list">
      <GridList
        ref={ref}
        label={resourceWords.listLabel(family.title, lines.length)}
        lines={lines}
        className="family-grid"
        columnCount={columns.length + (hasTeams ? 1 : 0)}
        heightOf={() => (isNarrow ? narrowRowHeight : rowHeight)}
        renderLine={renderLine}
        openId={openId}
        head={<Heads columns={columns} sort={sort} onSort={onSort} hasTeams={hasTeams} grid={grid} />}
        onOpen={onOpen}
      />
    </div>
  );
};
