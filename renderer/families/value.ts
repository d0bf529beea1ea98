import type { Family } from './family.ts';

/** A thing as the API gave it. */
export type Item = Readonly<Record<string, unknown>>;

/** The value at a dotted way. Through a list: the values of its parts, without the empty ones. */
export function valueAt(value: unknown, way: string): unknown {
  const [key, ...rest] = way.split('.');
  if (key === undefined || key === '') return value;
  if (Array.isArray(value)) return value.map((part) => valueAt(part, way)).filter((part) => part !== undefined);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const next = (value as Record<string, unknown>)[key];
  return rest.length === 0 ? next : valueAt(next, rest.join('.'));
}

const isSomething = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The first of several ways that holds something; `undefined` where none does. */
export function firstAt(item: Item, ways: readonly string[]): unknown {
  for (const way of ways) {
    const value = valueAt(item, way);
    if (isSomething(value)) return value;
  }
  return undefined;
}

/** A value as one line of text: lists joined, objects left out. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value
      .map(textOf)
      .filter((part) => part !== '')
      .join(', ');
  }
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

/** What names the thing in a path; '' where it has no such thing. */
export const idOf = (family: Family, item: Item): string => textOf(firstAt(item, family.idAt));

/** What a person calls it: its first column, else its id. */
export function nameOf(family: Family, item: Item): string {
  const column = family.columns.find((one) => one.kind === 'name');
  const name = column ? textOf(firstAt(item, column.at)) : '';
  return name === '' ? idOf(family, item) : name;
}

/** Milliseconds of a time as the API writes it: ISO text, or Unix seconds; `null` where it is none. */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'number') return value > 1e8 && value < 1e11 ? value * 1000 : null;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}
