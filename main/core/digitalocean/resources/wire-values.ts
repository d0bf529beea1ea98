/**
 * Readers of wire values, for the parsers of this folder. None of them trusts the type: a missing part or one of another type
 * gives a fallback (null, false or an empty list), and the parser decides which parts it needs.
 */

export type WireRecord = Readonly<Record<string, unknown>>;

/** An object that is not a list, else null. */
export const record = (value: unknown): WireRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WireRecord) : null;

export const string = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A finite number, else null. Text that looks like a number is refused. */
export const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** A finite number, also one that came as decimal text. */
export const numeric = (value: unknown): number | null =>
  number(typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value);

/**
 * An identifier as text. The API writes some as text in one place and as a number in another; an empty one is none.
 */
export const identifier = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : Number.isSafeInteger(value) ? String(value) : null;

/** A whole number, also one that came as text of up to 15 digits, which a number holds exactly. */
export function integer(value: unknown): number | null {
  const found = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isInteger(found) ? (found as number) : null;
}

/** True only for `true` itself: a missing flag counts as off. */
export const isTrue = (value: unknown): boolean => value === true;

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const known = <T>(values: readonly (T | null)[]): T[] => values.filter((one): one is T => one !== null);

/** The texts of a list. Entries of another type are left out, as are those that are no identifiers or no whole numbers. */
export const strings = (value: unknown): string[] => known(list(value).map(string));
export const identifiers = (value: unknown): string[] => known(list(value).map(identifier));
export const integers = (value: unknown): number[] => known(list(value).map(integer));

/** Whether a list says that it has no entries: it is empty or missing. One that cannot be read says nothing. */
export const isEmptyList = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** RFC 3339 text as Unix milliseconds. The year 1, which Go writes for no time, and 1970 count as none. */
export function timeMs(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) || ms <= 0 ? null : ms;
}

/** The value if it is a known one, else `unknown`; then the caller keeps the raw text too. */
export function oneOf<T extends string>(value: unknown, known: readonly T[]): T | 'unknown' {
  return known.find((one) => one === value) ?? 'unknown';
}
