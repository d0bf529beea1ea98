import { useEffect, useRef, useState } from 'react';
import type { JobValues } from '../../../preload/contract/job.ts';
import { tableProblems } from '../../../preload/contract/job-table.ts';
import type { JobRow } from '../../../preload/contract/job-table-schema.ts';
import { classNames } from '../../components/class-names.ts';
import { Button } from '../../components/controls/button.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { tableWords } from '../../words/job-table.ts';
import { emptyRow, filledRows } from './filled-rows.ts';
import { pastedPairs } from './pasted-lines.ts';
import { rowsOf, type TableField } from './table-field.ts';
import { GoneRow, TableRow } from './table-row.tsx';

let newest = 0;
const freshRow = (field: TableField): JobRow => {
  newest += 1;
  return emptyRow(field, `new ${newest}`);
};

/**
 * Rows that can be changed, added and taken away, folded where there are many. Enter in the last row adds one, and lines of
 * `NAME=value` that are pasted into its first column fill rows. What was there and is taken away can be kept again.
 */
export const Table = ({
  field,
  value,
  wrong,
  onChange,
}: {
  field: TableField;
  value: JobValues[string] | undefined;
  /** What the whole table was refused for. */
  wrong: string | null;
  onChange: (rows: JobRow[]) => void;
}) => {
  const { label, noun, columns, pastedInto } = field;
  const rows = rowsOf(value);
  const [isOpen, setOpen] = useState(!field.isFolded);
  const [isRefused, setRefused] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const part = useRef<HTMLElement>(null);
  // Once it was refused, every row says what is wrong with it until it is mended.
  if (wrong !== null && !(isRefused && isOpen)) {
    setRefused(true);
    setOpen(true);
  }
  useEffect(() => {
    if (wanted === null) return;
    const row = [...(part.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((one) => one.dataset.row === wanted);
    row?.querySelector<HTMLElement>('textarea, input, button')?.focus();
    setWanted(null);
  }, [wanted]);
  useEffect(() => {
    // What is refused may be in rows that were folded until now.
    if (wrong !== null) part.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);
  const problems = tableProblems(field, rows);
  // What is not there yet may still come.
  const shownProblems = problems.filter(({ kind }) => isRefused || kind !== 'missing');
  const add = () => {
    const row = freshRow(field);
    setOpen(true);
    onChange([...rows, row]);
    setWanted(row.id);
  };
  const change = (next: JobRow) => onChange(rows.map((row) => (row.id === next.id ? next : row)));
  const take = (id: string) => {
    const isThere = field.value.some((row) => row.id === id);
    const at = drawn.findIndex((one) => one.row.id === id);
    // The focus stays where it is: on the button that keeps it, or on the row that moves up.
    setWanted(isThere ? id : ((drawn[at + 1] ?? drawn[at - 1])?.row.id ?? null));
    onChange(rows.filter((row) => row.id !== id));
  };
  const keep = (row: JobRow) => {
    onChange([...rows, row]);
    setWanted(row.id);
  };
  const paste = (id: string, text: string): boolean => {
    const [first] = columns;
    const pairs = pastedInto === null ? [] : pastedPairs(text);
    if (pairs.length === 0 || !first || pastedInto === null) return false;
    onChange(filledRows({ rows, at: id, pairs, cells: [first.name, pastedInto], fresh: () => freshRow(field) }));
    return true;
  };
  const drawn = [
    ...field.value.map((row) => ({
      row: rows.find(({ id }) => id === row.id) ?? row,
      isGone: !rows.some(({ id }) => id === row.id),
    })),
    ...rows.filter(({ id }) => !field.value.some((row) => row.id === id)).map((row) => ({ row, isGone: false })),
  ];
  const last = drawn.findLast(({ isGone }) => !isGone)?.row.id;
  return (
    <section className="job-table" aria-label={label} ref={part}>
      <div className="row job-table-head">
        <button type="button" className="bare row job-table-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? 'down' : 'right'} size="sm" className="faint" />
          <span className="medium">{label}</span>{' '}
          <span className="faint small-text tabular">{tableWords.count(rows.length, noun)}</span>
        </button>
        <span className="grow" />
        <Button size="small" look="ghost" icon="plus" aria-label={tableWords.addTo(noun, label)} onClick={add}>
          {tableWords.add(noun)}
        </Button>
      </div>
      {isOpen && drawn.length > 0 && (
        <div className={classNames('job-rows', columns.every(({ kind }) => kind === 'text') && 'of-texts')}>
          <div className="job-row job-row-heads small-text faint" aria-hidden="true">
            {columns.map((column) => (
              <span key={column.name} className={`job-cell-${column.kind}`}>
                {column.label}
              </span>
            ))}
          </div>
          {drawn.map(({ row, isGone }) =>
            isGone ? (
              <GoneRow key={row.id} field={field} row={row} onKeep={() => keep(row)} />
            ) : (
              <TableRow
                key={row.id}
                field={field}
                row={row}
                problems={shownProblems.filter(({ rowId }) => rowId === row.id)}
                onChange={change}
                onTake={() => take(row.id)}
                onEnter={row.id === last ? add : null}
                onPaste={(text) => paste(row.id, text)}
              />
            ),
          )}
        </div>
      )}
      {isOpen && drawn.length === 0 && <p className="small-text faint field-note">{tableWords.empty(noun)}</p>}
      {wrong !== null && problems.length === 0 && <p className="small-text danger field-note">{wrong}</p>}
      {field.hint !== null && <p className="small-text faint field-note">{field.hint}</p>}
    </section>
  );
};
