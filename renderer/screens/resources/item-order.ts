import type { FamilyColumn } from '../../families/columns.ts';
import { firstAt, type Item, textOf, timeOf } from '../../families/value.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export const byName = (one: { name: string }, other: { name: string }): number => collator.compare(one.name, other.name);

/** The value that a column sorts by: numbers and times as numbers, everything else as text. */
function sortValue(column: FamilyColumn, item: Item): number | string {
  const value = firstAt(item, column.at);
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

/** Compares things of a family by a column. By age, the youngest comes first. */
export function compareBy(column: FamilyColumn): (one: { item: Item }, other: { item: Item }) => number {
  // Each value is read once and not in every comparison. Items are replaced and never edited, so it stays valid.
  const values = new WeakMap<Item, number | string>();
  const sortedBy = ({ item }: { item: Item }): number | string => {
    const kept = values.get(item);
    if (kept !== undefined) return kept;
    const value = sortValue(column, item);
    values.set(item, value);
    return value;
  };
  const sign = column.kind === 'age' ? -1 : 1;
  return (one, other) => {
    const [value, beside] = [sortedBy(one), sortedBy(other)];
    const isNumeric = typeof value === 'number' && typeof beside === 'number';
    return sign * (isNumeric ? value - beside : collator.compare(String(value), String(beside)));
  };
}
