import type { JobField } from '../../../../preload/contract/job.ts';
import { choiceIn, isCovered, textIn, writtenRows } from '../../../../preload/contract/job-table.ts';
import type { JobColumn, JobRow } from '../../../../preload/contract/job-table-schema.ts';
import { isSecret } from '../../../../preload/contract/secrets.ts';
import { jobWords } from '../../words/jobs.ts';
import { isShort } from './short-text.ts';

type Table = Extract<JobField, { kind: 'table' }>;

/** What rows change about those that a table began with, a line for each. No secret is told. */
export function tableDifferences(table: Table, rows: readonly JobRow[]): string[] {
  const began = writtenRows(table, table.value);
  const given = writtenRows(table, rows);
  const changed = given.flatMap((row) => {
    const before = began.find(({ id }) => id === row.id);
    if (!before) return [jobWords.rowNew(table.label, nameOf(table, row), nounOf(table, row))];
    const changes = table.columns.flatMap((column, at) => {
      // The first column names the row.
      const change = at === 0 ? null : cellChange({ table, column, before, row });
      return change === null ? [] : [change];
    });
    const [was, is] = [nameOf(table, before), nameOf(table, row)];
    if (was !== is) return [jobWords.rowChanged(table.label, jobWords.cellBecame(was, is), changes).trimEnd()];
    return changes.length === 0 ? [] : [jobWords.rowChanged(table.label, is, changes)];
  });
  const gone = began.filter(({ id }) => !given.some((row) => row.id === id));
  return [...changed, ...gone.map((row) => jobWords.rowGone(table.label, nameOf(table, row)))];
}

const nameOf = ({ columns: [first] }: Table, row: JobRow): string => textIn(row, first?.name ?? '');

/** "a secret", "a variable". */
const nounOf = ({ columns, noun }: Table, row: JobRow): string =>
  columns.flatMap((column) => (column.kind === 'tick' && row.cells[column.name] === true ? [column.noun] : []))[0] ??
  jobWords.aNoun(noun);

function cellChange({
  table,
  column,
  before,
  row,
}: {
  table: Table;
  column: JobColumn;
  before: JobRow;
  row: JobRow;
}): string | null {
  const { name } = column;
  switch (column.kind) {
    case 'tick': {
      const isOn = row.cells[name] === true;
      if ((before.cells[name] === true) === isOn) return null;
      return isOn ? jobWords.ticked(column.noun) : jobWords.unticked(column.noun);
    }
    case 'choice': {
      const [was, is] = [choiceIn(before, column), choiceIn(row, column)];
      const words = (value: string) =>
        (column.choices.find((one) => one.value === value)?.label ?? jobWords.nothing).toLowerCase();
      return was === is ? null : jobWords.cellBecame(words(was), words(is));
    }
    case 'text': {
      if (before.cells[name] === row.cells[name]) return null;
      const texts = [textIn(before, name), textIn(row, name)];
      const isKeptBack = [before, row].some((one) => isCovered(one, column)) || before.cells[name] === null;
      const isTold = texts.every((text) => isShort(text) && !isSecret({ field: nameOf(table, row), value: text }));
      const [was = '', is = ''] = texts.map((text) => text || jobWords.nothing);
      return isKeptBack || !isTold ? jobWords.cellOther : jobWords.cellBecame(was, is);
    }
  }
}
