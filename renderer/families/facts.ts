import { isDataMap, labelOf } from './labels.ts';
import { readingOf, wordsOf } from './reading.ts';
import type { Found, Item } from './value.ts';

/** One value of a thing with what stands before it. */
export interface Fact extends Found {
  label: string;
}

const first = ['id', 'uuid', 'name', 'status', 'state', 'phase', 'urn', 'region'];
const last = ['created_at', 'updated_at'];
const rank = (field: string): number => {
  const index = first.indexOf(field);
  return index < 0 ? first.length + last.indexOf(field) + 1 : index;
};

/** Whether a value has parts of its own, which are shown folded. */
export const isNested = (found: Found): boolean => readingOf(found).kind === 'parts';

const isKnown = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(isObject(value) && Object.keys(value).length === 0);

/**
 * What is known of a thing: well-known fields first, then simple values in the API's order, when it was made, and what has parts. An empty list
 * is a fact, what is missing is none. `inside` is the field that holds the thing.
 */
export function factsOf(item: Item, inside?: string): Fact[] {
  const isData = inside !== undefined && isDataMap(inside);
  return Object.entries(item)
    .filter(([, value]) => isKnown(value))
    .map(([field, value], index) => {
      const fact: Fact = { field, value, beside: item, inside, isData, label: labelOf(field, isData) };
      return { fact, key: rank(field) * 1000 + index + (isNested(fact) ? 1e6 : 0) };
    })
    .sort((one, other) => one.key - other.key)
    .map(({ fact }) => fact);
}

/** The parts of a value that has some: the fields of an object, the entries of a list by number and name. */
export function partsOf({ field, value, beside, inside }: Found): Fact[] {
  if (isObject(value)) return factsOf(value, field);
  if (!Array.isArray(value)) return [];
  return value.map((part: unknown, index) => ({ field, value: part, beside, inside, label: titleOf(part, index) }));
}

/** Facts of an entry of a list, which are the fields of that entry. */
export const isObject = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An id that tells nobody anything. */
const isLongId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

function titleOf(part: unknown, index: number): string {
  const names = isObject(part) ? ['name', 'slug', 'key', 'id', 'type', 'protocol'] : [];
  for (const field of names) {
    const name = isObject(part) ? wordsOf(readingOf({ field, value: part[field], beside: part })) : '';
    if (name !== '' && !isLongId(name)) return `${index + 1} ${name}`;
  }
  return String(index + 1);
}
