import { type Column, comparatorOf, type Sort } from '../../columns/column.ts';
import type { Family } from '../../families/family.ts';
import { idOf, nameOf } from '../../families/value.ts';
import { byName } from './item-order.ts';
import type { OwnedItem } from './use-family.ts';

/** One row of a family's list, with what sorting and searching need of it. */
export interface ItemLine extends OwnedItem {
  isHead: false;
  /** Unique in the list. */
  id: string;
  itemId: string;
  name: string;
}

/** Rows with their ids. Two things with the same id (records of one name) get a number behind it. */
export function linesOf(family: Family, items: readonly OwnedItem[]): ItemLine[] {
  const seen = new Map<string, number>();
  return items.map(({ connectionId, item }) => {
    const itemId = idOf(family, item);
    const base = `${connectionId}:${itemId}`;
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { isHead: false, id: count === 0 ? base : `${base}#${count}`, connectionId, item, itemId, name: nameOf(family, item) };
  });
}

// Items are replaced, never edited: what was joined for one holds as long as the item does.
const haystacks = new WeakMap<object, string>();
function haystackOf(line: ItemLine): string {
  const kept = haystacks.get(line.item);
  if (kept !== undefined) return kept;
  const found: string[] = [];
  collect(line.item, found, 0);
  const joined = found.join('\n').toLowerCase();
  haystacks.set(line.item, joined);
  return joined;
}

/** Names, ids, addresses and tags lie near the top; what is deeper is configuration, which nobody searches a list for. */
function collect(value: unknown, into: string[], depth: number): void {
  if (typeof value === 'string' || typeof value === 'number') into.push(String(value));
  else if (typeof value === 'object' && value !== null && depth < 3) {
    for (const part of Object.values(value)) collect(part, into, depth + 1);
  }
}

/** What matches every word of the search, in the chosen order; equal ones by name, so that nothing jumps. */
export function shownLines(
  columns: readonly Column<ItemLine>[],
  lines: readonly ItemLine[],
  search: string,
  sort: Sort,
): ItemLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [...lines] : lines.filter((line) => words.every((word) => haystackOf(line).includes(word)));
  return found.sort(comparatorOf(columns, sort, byName));
}

/** The chosen order, or that of the first column that sorts where nothing was chosen or its column is gone. */
export function knownSort(columns: readonly Column<ItemLine>[], chosen: Sort | null): Sort {
  if (chosen && columns.some(({ key }) => key === chosen.by)) return chosen;
  return { by: columns.find(({ compare }) => compare)?.key ?? '', isDescending: false };
}
