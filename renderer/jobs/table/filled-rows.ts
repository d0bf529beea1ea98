import { type JobTable, textIn } from '../../../preload/contract/job-table.ts';
import type { JobRow } from '../../../preload/contract/job-table-schema.ts';
import type { Pair } from './pasted-lines.ts';

/** A row in which nothing stands yet. */
export const emptyRow = ({ columns }: JobTable, id: string): JobRow => ({
  id,
  cells: Object.fromEntries(columns.map(({ kind, name }) => [name, kind === 'text' ? '' : kind === 'tick' ? false : null])),
});

/**
 * The rows with these pairs in them: a name that is there gets the value, the first of the others stands in the row into which they
 * were pasted if that has no name yet, and the rest below.
 */
export function filledRows({
  rows,
  at,
  pairs,
  cells: [name, value],
  fresh,
}: {
  rows: readonly JobRow[];
  /** Id of the row into which they were pasted. */
  at: string;
  pairs: readonly Pair[];
  cells: readonly [name: string, value: string];
  fresh: () => JobRow;
}): JobRow[] {
  const filled = [...rows];
  for (const [named, text] of pairs) {
    const isNamed = filled.findIndex((row) => textIn(row, name) === named);
    const isFree = filled.findIndex((row) => row.id === at && textIn(row, name).trim() === '');
    const place = isNamed >= 0 ? isNamed : isFree;
    const row = filled[place] ?? fresh();
    const next = { ...row, cells: { ...row.cells, [name]: named, [value]: text } };
    if (place >= 0) filled[place] = next;
    else filled.push(next);
  }
  return filled;
}
