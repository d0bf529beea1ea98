import type { Family } from './family.ts';

/** A thing as the API returned it. */
export type Item = Readonly<Record<string, unknown>>;

/** The value at a dotted path. If the path leads through an array: the values of its parts, without the missing ones. */
export function valueAt(value: unknown, way: string): unknown {
  const [key, ...rest] = way.split('.');
  if (key === undefined || key === '') return value;
  if (Array.isArray(value)) return value.map((part) => valueAt(part, way)).filter((part) => part !== undefined);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const next = (value as Record<string, unknown>)[key];
  return rest.length === 0 ? next : valueAt(next, rest.join('.'));
}

/** A value, and where in the row it stands. */
export interface Found {
  /** Name of its field, as the API writes it. */
  field: string;
  value: unknown;
  /** The fields of the same object. */
  beside?: Item | undefined;
  /** Name of the field that holds that object. */
  inside?: string | undefined;
  /** The field's name was chosen by somebody, like that of a label, so its value was too. */
  isData?: boolean;
}

const isSomething = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The value at the first of several paths that has one, and where it stands; `undefined` if none has. */
export function foundAt(item: Item, ways: readonly string[]): Found | undefined {
  for (const way of ways) {
    const value = valueAt(item, way);
    if (!isSomething(value)) continue;
    const steps = way.split('.');
    const holder = steps.length === 1 ? item : valueAt(item, steps.slice(0, -1).join('.'));
    const isObject = typeof holder === 'object' && holder !== null && !Array.isArray(holder);
    return { field: steps.at(-1) ?? way, value, beside: isObject ? (holder as Item) : undefined, inside: steps.at(-2) };
  }
  return undefined;
}

/** Like `firstAt`, but an empty list or text counts too: it says that there is none, a missing one says nothing. */
export function presentAt(item: Item, ways: readonly string[]): unknown {
  for (const way of ways) {
    const value = valueAt(item, way);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The value at the first of several paths that has one; `undefined` if none has. */
export const firstAt = (item: Item, ways: readonly string[]): unknown => foundAt(item, ways)?.value;

/** A value as one line of text: parts of an array joined with commas; '' for an object. */
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

/** The id that names the thing in a request path; '' if it has none. */
export function idOf({ idAt, idPart }: Pick<Family, 'idAt' | 'idPart'>, item: Item): string {
  const found = textOf(firstAt(item, idAt));
  return idPart === undefined ? found : (idPart.exec(found)?.[1] ?? '');
}

/**
 * Unix milliseconds of a time from the API, which is ISO text or Unix seconds; `null` if the value is neither. The year 1, which
 * Go writes for no time, and 1970 count as none.
 */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'number') return value > 1e8 && value < 1e11 ? value * 1000 : null;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) || parsed <= 0 ? null : parsed;
}
