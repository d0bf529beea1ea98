import {
  type FullView,
  type Tables as Rows,
  type Singles,
  type TableName,
  tableNames,
  type ViewPatch,
} from '../../../preload/contract/view.ts';

/** Every table of the view. A table that did not change must be the same map, and a row the same object. */
export type Tables = { [T in TableName]: ReadonlyMap<string, Rows[T]> };

/** The whole view, before it gets a revision. */
export interface View {
  singles: Singles;
  tables: Tables;
}

/** The part of a patch that says what changed. */
export type Changes = Pick<ViewPatch, 'singles' | 'tables'>;

/** The changes that turn `previous` into `next`; `null` when nothing differs. Compares objects by identity only. */
export function difference(previous: View, next: View): Changes | null {
  const changes: Changes = { singles: {}, tables: {} };
  let isDifferent = false;
  for (const name of ['meta', 'tray', 'settings'] as const) {
    if (previous.singles[name] === next.singles[name]) continue;
    Object.assign(changes.singles, { [name]: next.singles[name] });
    isDifferent = true;
  }
  for (const name of tableNames) {
    const change = tableDifference<unknown>(previous.tables[name], next.tables[name]);
    if (!change) continue;
    Object.assign(changes.tables, { [name]: change });
    isDifferent = true;
  }
  return isDifferent ? changes : null;
}

/** Rows to set and keys to remove; `null`: both tables hold the same rows. A change of order alone is not sent. */
function tableDifference<R>(
  previous: ReadonlyMap<string, R>,
  next: ReadonlyMap<string, R>,
): { set: R[]; remove: string[] } | null {
  if (previous === next) return null;
  const set: R[] = [];
  const remove: string[] = [];
  // When as many keys are found again as there were before, none was removed, and no search is needed.
  let kept = 0;
  for (const [key, row] of next) {
    const before = previous.get(key);
    if (before !== row) set.push(row);
    if (before !== undefined) kept += 1;
  }
  if (kept < previous.size) {
    for (const key of previous.keys()) if (!next.has(key)) remove.push(key);
  }
  return set.length === 0 && remove.length === 0 ? null : { set, remove };
}

/** The whole view in the form that crosses the bridge. */
export function fullView(view: View, revision: number, nowMs: number): FullView {
  const tables = Object.fromEntries(tableNames.map((name) => [name, [...view.tables[name].values()]]));
  return { revision, nowMs, singles: view.singles, tables: tables as FullView['tables'] };
}
