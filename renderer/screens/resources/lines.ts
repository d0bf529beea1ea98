import { type Column, comparatorOf, type Sort } from '../../columns/column.ts';
import type { Family } from '../../families/family.ts';
import { idOf, nameOf } from '../../families/value.ts';
import { byName } from './item-order.ts';
import type { OwnedItem } from './use-family.ts';

/** One row of a family's list, with what sorting and searching need. */
export interface ItemLine extends OwnedItem {
  isHead: false;
  /** Unique in the list. */
  id: string;
  itemId: string;
  name: string;
}

/**
 * Rows with their ids. If several things have the same id, such as records of one name, the later ones get a number behind it.
 */
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

// Items are replaced and never edited, so what was joined for one stays valid as long as the item exists.
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

/** Names, ids, addresses and tags are near the top. Deeper values are configuration, which nobody searches a list for. */
function collect(value: unknown, into: string[], depth: number): void {
  if (typeof value === 'string' || typeof value === 'number') into.push(String(value));
  else if (typeof value === 'object' && value !== null && depth < 3) {
    for (const part of Object.values(value)) collect(part, into, depth + 1);
  }
}

/** Rows that contain every word of the search, in the chosen order. Equal rows are ordered by name, so that they do not jump. */
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

/** The chosen order. If nothing was chosen, or its column is gone: by the first column that can be sorted by. */
export function knownSort(columns: readonly Column<ItemLine>[], chosen: Sort | null): Sort {
  if (chosen && columns.some(({ key }) => key === chosen.by)) return chosen;
  return { by: columns.find(({ compare }) => compare)?.key ?? '', isDescending: false };
}
