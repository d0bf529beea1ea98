import type { Column } from '../../families/columns.ts';
import type { Family } from '../../families/family.ts';
import { firstAt, idOf, nameOf, textOf, timeOf } from '../../families/value.ts';
import type { OwnedItem } from './use-family.ts';

/** One row of a family's list, with what sorting and searching need of it. */
export interface ItemLine extends OwnedItem {
  isHead: false;
  /** Unique in the list. */
  id: string;
  itemId: string;
  name: string;
}

export interface Sort {
  /** Title of the column. */
  by: string;
  isDescending: boolean;
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

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What a column sorts by: numbers and times as such, everything else as text. */
function sortValue(column: Column, line: ItemLine): number | string {
  const value = firstAt(line.item, column.at);
  switch (column.kind) {
    case 'age':
    case 'until':
      return timeOf(value) ?? 0;
    case 'count':
      return Array.isArray(value) ? value.length : Number(value ?? 0);
    case 'money':
    case 'gigabytes':
    case 'bytes':
      return Number(value ?? 0);
    default:
      return textOf(value);
  }
}

/** What matches every word of the search, in the chosen order; equal ones by name, so that nothing jumps. */
export function shownLines(family: Family, lines: readonly ItemLine[], search: string, sort: Sort): ItemLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [...lines] : lines.filter((line) => words.every((word) => haystackOf(line).includes(word)));
  const column = family.columns.find((one) => one.title === sort.by) ?? family.columns[0];
  if (!column) return found;
  const sign = (sort.isDescending ? -1 : 1) * (column.kind === 'age' ? -1 : 1);
  const keyed = found.map((line) => ({ line, value: sortValue(column, line) }));
  keyed.sort((one, other) => sign * compare(one.value, other.value) || collator.compare(one.line.name, other.line.name));
  return keyed.map(({ line }) => line);
}

function compare(one: number | string, other: number | string): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));
}
