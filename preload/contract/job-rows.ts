import { type JobTable, textIn } from './job-table.ts';
import type { JobRow } from './job-table-schema.ts';
import { isSameJson } from './json.ts';

/**
 * The rows for a table that was opened anew: those that are there now, with the cells that the person changed in the one before,
 * without those that they took away, and then those that they added. What somebody else took away meanwhile is gone, unless it was
 * changed here: then it is added, and a secret in it has to be typed.
 */
export function rebasedRows(before: JobTable, own: readonly JobRow[], newer: JobTable): JobRow[] {
  const began = new Map(before.value.map((row) => [row.id, row]));
  const mine = new Map(own.map((row) => [row.id, row]));
  const isThere = new Set(newer.value.map(({ id }) => id));
  const merged = newer.value.flatMap((row) => {
    const was = began.get(row.id);
    const is = mine.get(row.id);
    if (was === undefined) return [row];
    return is === undefined ? [] : [{ ...row, cells: { ...row.cells, ...changedCells(was, is) } }];
  });
  const added = own.filter((row) => {
    const was = began.get(row.id);
    return !isThere.has(row.id) && (was === undefined || !isSameJson(was.cells, row.cells));
  });
  return [...merged, ...added.map((row) => ({ ...row, cells: typedCells(before, row) }))];
}

const changedCells = (was: JobRow, is: JobRow): JobRow['cells'] =>
  Object.fromEntries(Object.entries(is.cells).filter(([name, cell]) => cell !== was.cells[name]));

/** A text that would have stayed as it was is to be typed, because there is none any more. */
const typedCells = ({ columns }: JobTable, row: JobRow): JobRow['cells'] => ({
  ...row.cells,
  ...Object.fromEntries(columns.flatMap(({ kind, name }) => (kind === 'text' ? [[name, textIn(row, name)]] : []))),
});
