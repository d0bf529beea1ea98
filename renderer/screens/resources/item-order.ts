import { urnParts, wordsOfUrnKind } from '../../../preload/contract/urn-words.ts';
import type { FamilyColumn } from '../../families/columns.ts';
import { firstAt, type Item, presentAt, textOf, timeOf } from '../../families/value.ts';
import { numberOf } from '../../words/units.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export const byName = (one: { name: string }, other: { name: string }): number => collator.compare(one.name, other.name);

/** What kind of thing a URN names, as the only word of a cell; '' for what is no URN. */
export function kindWords(value: unknown): string {
  const named = urnParts(textOf(value));
  const kind = named === null ? '' : wordsOfUrnKind(named.kind);
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** The value that a column sorts by: numbers and times as numbers, everything else as text; `null` where nothing is known. */
function sortValue(column: FamilyColumn, item: Item): number | string | null {
  const value = firstAt(item, column.at);
  switch (column.kind) {
    case 'age':
    case 'until':
      return timeOf(value);
    case 'count': {
      const present = presentAt(item, column.at);
      return Array.isArray(present) ? present.length : numberOf(present);
    }
    case 'amount':
      return numberOf(value);
    case 'kind':
      return kindWords(value);
    default:
      return textOf(value);
  }
}

/** Compares things of a family by a column. By age, the youngest comes first, and what has none last. */
export function compareBy(column: FamilyColumn): (one: { item: Item }, other: { item: Item }) => number {
  // Each value is read once and not in every comparison. Items are replaced and never edited, so it stays valid.
  const values = new WeakMap<Item, number | string | null>();
  const sortedBy = ({ item }: { item: Item }): number | string | null => {
    const kept = values.get(item);
    if (kept !== undefined) return kept;
    const value = sortValue(column, item);
    values.set(item, value);
    return value;
  };
  const isYoungestFirst = column.kind === 'age';
  return (one, other) => {
    const [value, beside] = [sortedBy(one), sortedBy(other)];
    if (value === null || beside === null) {
      const order = value === beside ? 0 : value === null ? -1 : 1;
      return isYoungestFirst ? -order : order;
    }
    if (typeof value !== 'number' || typeof beside !== 'number') return collator.compare(String(value), String(beside));
    return isYoungestFirst ? beside - value : value - beside;
  };
}
