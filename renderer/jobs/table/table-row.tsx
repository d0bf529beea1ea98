import { type KeyboardEvent, useId } from 'react';
import { type CellProblem, choiceIn, isCovered, textIn } from '../../../preload/contract/job-table.ts';
import type { JobCell, JobColumn, JobRow } from '../../../preload/contract/job-table-schema.ts';
import { classNames } from '../../components/class-names.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Checkbox } from '../../components/controls/choices.tsx';
import { tableWords } from '../../words/job-table.ts';
import type { TableField } from './table-field.ts';

const nameOf = ({ columns: [first] }: TableField, row: JobRow): string => textIn(row, first?.name ?? '');

/** A row that was there and is taken away, which can be kept as it was. */
export const GoneRow = ({ field, row, onKeep }: { field: TableField; row: JobRow; onKeep: () => void }) => {
  const name = nameOf(field, row);
  return (
    <div className="job-row gone" role="group" aria-label={name} data-row={row.id}>
      <span className="grow">
        <s className="mono">{name}</s> <span className="faint small-text">{tableWords.goes}</span>
      </span>
      <Button size="small" look="ghost" aria-label={tableWords.keepRow(name)} onClick={onKeep}>
        {tableWords.keep}
      </Button>
    </div>
  );
};

interface Drawn {
  field: TableField;
  row: JobRow;
  problems: readonly CellProblem[];
  onChange: (row: JobRow) => void;
  /** Fills rows with what was pasted into the first cell; `false`: it is a text like any other. */
  onPaste: (text: string) => boolean;
}

export const TableRow = ({
  onTake,
  onEnter,
  ...drawn
}: Drawn & {
  onTake: () => void;
  /** Enter in the last row adds one. */
  onEnter: (() => void) | null;
}) => {
  const { field, row, problems } = drawn;
  const id = useId();
  const name = nameOf(field, row);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { tagName } = event.target as HTMLElement;
    const isOwn = tagName === 'INPUT' || tagName === 'TEXTAREA';
    if (event.key !== 'Enter' || !isOwn || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    // A value may have several lines.
    if (tagName === 'TEXTAREA' && event.shiftKey) return;
    event.preventDefault();
    if (onEnter) return onEnter();
    event.currentTarget.nextElementSibling?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  };
  return (
    <div
      className="job-row"
      role="group"
      aria-label={name || tableWords.newRow(field.noun)}
      data-row={row.id}
      onKeyDown={onKeyDown}
    >
      {field.columns.map((column, at) => (
        <Cell key={column.name} {...drawn} column={column} isFirst={at === 0} noteId={`${id}-note`} />
      ))}
      <IconButton label={tableWords.take(name)} icon="close" look="ghost" size="small" onClick={onTake} />
      {problems.length > 0 && (
        <p id={`${id}-note`} className="small-text danger field-note job-row-note">
          {problems.map(tableWords.problem).join(' ')}
        </p>
      )}
    </div>
  );
};

const Cell = ({
  field,
  row,
  problems,
  column,
  isFirst,
  noteId,
  onChange,
  onPaste,
}: Drawn & { column: JobColumn; isFirst: boolean; noteId: string }) => {
  const { name, label } = column;
  const set = (cell: JobCell) => onChange({ ...row, cells: { ...row.cells, [name]: cell } });
  const className = `job-cell-${column.kind}`;
  switch (column.kind) {
    case 'tick':
      return (
        <span className={className}>
          <Checkbox isChecked={row.cells[name] === true} onChange={set}>
            {label}
          </Checkbox>
        </span>
      );
    case 'choice':
      return (
        <select
          className={`field tall ${className}`}
          aria-label={label}
          value={choiceIn(row, column)}
          onChange={(event) => set(event.target.value)}
        >
          {column.choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      );
    case 'text': {
      const began = field.value.find(({ id }) => id === row.id)?.cells[name];
      const isWrong = problems.some((problem) => problem.column.name === name);
      const isHidden = isCovered(row, column);
      const shared = {
        className: classNames('mono', isHidden && 'op-covered'),
        'aria-label': label,
        'aria-invalid': isWrong || undefined,
        'aria-describedby': isWrong ? noteId : undefined,
        placeholder:
          row.cells[name] !== null ? label : isHidden ? tableWords.kept(column.secretIf === true) : tableWords.typeAnew,
        value: textIn(row, name),
        spellCheck: false,
        autoComplete: 'off',
      };
      const isOneLine = isFirst || column.pattern !== null;
      // What was never told stays as it is as long as nothing is typed.
      const type = (text: string) => set(began === null && text === '' ? null : text);
      return (
        <span className={classNames('field tall', className, isFirst && 'job-cell-first', isWrong && 'wrong')}>
          {isOneLine ? (
            <input
              {...shared}
              type="text"
              autoCapitalize="none"
              onChange={(event) => type(event.target.value)}
              onPaste={(event) => {
                if (isFirst && onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
              }}
            />
          ) : (
            <textarea {...shared} rows={1} onChange={(event) => type(event.target.value)} />
          )}
        </span>
      );
    }
  }
};
