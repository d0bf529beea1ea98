/**
 * Readers of wire values, for the parsers of this folder. Each looks before it believes: a part that is missing or of another
 * type gives the fallback, and a parser decides which parts it cannot do without.
 */

export type WireRecord = Readonly<Record<string, unknown>>;

export const record = (value: unknown): WireRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WireRecord) : null;

export const string = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** A whole number, also where it came as text. */
export function integer(value: unknown): number | null {
  const found = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isInteger(found) ? (found as number) : null;
}

export const isTrue = (value: unknown): boolean => value === true;

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const strings = (value: unknown): string[] => list(value).filter((one): one is string => typeof one === 'string');

export const integers = (value: unknown): number[] => list(value).filter((one): one is number => Number.isInteger(one));

/** RFC 3339 text as Unix milliseconds. */
export function timeMs(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

/** A known value as it is; anything else is `unknown`, which the caller keeps beside its raw text. */
export function oneOf<T extends string>(value: unknown, known: readonly T[]): T | 'unknown' {
  return known.find((one) => one === value) ?? 'unknown';
}
