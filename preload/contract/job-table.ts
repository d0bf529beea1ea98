import type { JobColumn, JobRow } from './job-table-schema.ts';

// Rules of tables that both sides have, without the library that checks what crosses: the page does not load it.

export interface JobTable {
  columns: readonly JobColumn[];
  value: readonly JobRow[];
}

type ColumnOf<K extends JobColumn['kind']> = Extract<JobColumn, { kind: K }>;

/** What is wrong with a cell. `lost`: it was a secret that nobody can read, and it is to be one no more. */
export interface CellProblem {
  rowId: string;
  column: ColumnOf<'text'>;
  kind: 'missing' | 'unfit' | 'twice' | 'lost';
}

export const textIn = (row: JobRow, name: string): string => {
  const cell = row.cells[name];
  return typeof cell === 'string' ? cell : '';
};

/** Whether a row keeps the text of that column to itself. */
export const isCovered = (row: JobRow, { secretIf }: ColumnOf<'text'>): boolean =>
  secretIf === true || (secretIf !== null && row.cells[secretIf] === true);

/** The choice of a row: what was chosen, else the usual one. */
export const choiceIn = (row: JobRow, { name, usual }: ColumnOf<'choice'>): string =>
  textIn(row, name) || (row.cells[usual.tick] === true ? usual.ticked : usual.otherwise);

/** A row that is new and in which nothing was written is no row. */
const isBlank = ({ columns, value }: JobTable, row: JobRow): boolean =>
  !value.some(({ id }) => id === row.id) && columns.every(({ kind, name }) => kind !== 'text' || textIn(row, name).trim() === '');

/** The rows as they count: without those in which nothing was written, and with names without blanks around them. */
export const writtenRows = (table: JobTable, rows: readonly JobRow[]): JobRow[] =>
  rows
    .filter((row) => !isBlank(table, row))
    .map((row) => ({
      ...row,
      cells: Object.fromEntries(
        table.columns.map((column) => {
          const cell = row.cells[column.name] ?? null;
          const isName = column.kind === 'text' && column.pattern !== null;
          return [column.name, isName && typeof cell === 'string' ? cell.trim() : cell];
        }),
      ),
    }));

/** What is wrong in these rows, from above. What was there before and stays as it was is never wrong. */
export function tableProblems(table: JobTable, given: readonly JobRow[]): CellProblem[] {
  const rows = writtenRows(table, given);
  const began = new Map(table.value.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const before = began.get(row.id);
    return table.columns.flatMap((column): CellProblem[] => {
      if (column.kind !== 'text') return [];
      const kind = problemIn({ column, row, before, rows, began });
      return kind === null ? [] : [{ rowId: row.id, column, kind }];
    });
  });
}

function problemIn({
  column,
  row,
  before,
  rows,
  began,
}: {
  column: ColumnOf<'text'>;
  row: JobRow;
  before: JobRow | undefined;
  rows: readonly JobRow[];
  began: ReadonlyMap<string, JobRow>;
}): CellProblem['kind'] | null {
  const { name, pattern, isUnique, isRequired } = column;
  const text = textIn(row, name);
  const isKept = before !== undefined && before.cells[name] === null && row.cells[name] === null;
  if (isKept) return isCovered(row, column) ? null : 'lost';
  const isSame = before !== undefined && textIn(before, name) === text;
  if (text === '' && (isCovered(row, column) || (isRequired && !isSame))) return 'missing';
  if (!isSame && text !== '' && pattern !== null && !new RegExp(`^(?:${pattern.source})$`, 'u').test(text)) return 'unfit';
  // Of two with the same name the one that is new or was renamed is at fault; of two such, the lower one.
  const at = rows.indexOf(row);
  const isAsBefore = ({ id }: JobRow) => began.has(id) && textIn(began.get(id) ?? row, name) === text;
  const isAgain = rows.some((other, index) => other !== row && textIn(other, name) === text && (index < at || isAsBefore(other)));
  return isUnique && !isSame && text !== '' && isAgain ? 'twice' : null;
}
