import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../../components/controls/button.tsx';
import { GridList } from '../../../components/lists/grid-list.tsx';
import type { JsonObject } from '../../../forms/json/json.ts';
import { fieldLabel } from '../../../words/field-names.ts';
import { operationWords } from '../../../words/operations.ts';
import { type AnswerTable, cellText } from './answer-table.ts';
import { JsonTree } from './json-tree.tsx';

interface RowLine {
  id: string;
  isHead: false;
  row: JsonObject;
}

/** Smallest width of a column in CSS pixels: room for an id, a name or a date. */
const columnWidth = 118;
const rowHeight = (): number => 30;

/** A collection as a table. Enter or a click shows one row in full. */
export const TableView = ({ table }: { table: AnswerTable }) => {
  const [open, setOpen] = useState<JsonObject | null>(null);
  const lines = useMemo(() => table.rows.map((row, index): RowLine => ({ id: String(index), isHead: false, row })), [table]);
  const { columns } = table;
  const renderLine = useCallback(
    ({ row }: RowLine) =>
      columns.map((column) => (
        <span key={column} role="gridcell" className="cut tabular op-cell" title={cellText(row[column])}>
          {cellText(row[column])}
        </span>
      )),
    [columns],
  );
  if (open) {
    return (
      <>
        <div className="op-back">
          <Button size="small" look="ghost" onClick={() => setOpen(null)}>
            {operationWords.backToTable}
          </Button>
        </div>
        <JsonTree value={open} label={operationWords.views.tree} />
      </>
    );
  }
  return (
    <div className="op-table">
      <div className="op-table-inner" style={{ minWidth: columns.length * columnWidth }}>
        <GridList
          label={operationWords.tableOf(table.rows.length)}
          lines={lines}
          columnCount={columns.length}
          heightOf={rowHeight}
          renderLine={renderLine}
          onOpen={(line) => setOpen(line.row)}
          head={
            <div role="row" aria-rowindex={1} className="op-table-head small-text faint">
              {columns.map((column) => (
                <span key={column} role="columnheader" className="cut op-cell">
                  {fieldLabel(column)}
                </span>
              ))}
            </div>
          }
        />
      </div>
    </div>
  );
};
