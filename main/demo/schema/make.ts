import type { Schema } from '../../core/digitalocean/catalogue/types.ts';
import type { SchemaBook } from '../catalogue.ts';
import { isRow, type Row } from '../world/table.ts';
import { isRare, type MakeContext, numberFor, steadyOf, textFor } from './believable.ts';
import { plain } from './plain.ts';

/**
 * What to make: `full` is a thing that exists, `least` a request with only what it must have, and `most` a request with
 * everything it may have, down to a depth at which schemas that contain themselves end.
 */
export type Extent = 'full' | 'least' | 'most';

interface Making {
  book: SchemaBook;
  around: MakeContext;
  extent: Extent;
  depth: number;
}

const deepest = 7;

/** Makes a believable value for a schema. Values that are `given` stay, whatever the schema says. */
export function makeValue(
  schema: Schema,
  book: SchemaBook,
  around: MakeContext,
  extent: Extent = 'full',
  given?: unknown,
): unknown {
  return make('', schema, { book, around, extent, depth: 0 }, given);
}

/** Makes a believable object; `{}` when the schema describes none. */
export function makeRow(schema: Schema, book: SchemaBook, around: MakeContext, given: Row = {}): Row {
  const made = makeValue(schema, book, around, 'full', given);
  return isRow(made) ? made : { ...given };
}

function make(name: string, schema: Schema, making: Making, given?: unknown): unknown {
  const shape = plain(schema, making.book);
  if (given !== undefined && !(isRow(given) && making.depth === 0)) return given;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum && shape.enum.length > 0) return making.extent === 'full' ? steadyOf(shape.enum) : leastOf(shape);
  if (making.extent !== 'full' && shape.default !== undefined && shape.default !== null) return shape.default;
  const referred = making.depth > 0 && shape.properties ? making.around.reference(name, 'thing') : undefined;
  if (isRow(referred) && making.extent === 'full' && Object.hasOwn(shape.properties ?? {}, 'slug')) return referred;
  if (shape.properties || isRow(given)) return makeObject(shape, making, isRow(given) ? given : {});
  const choice = (shape.oneOf ?? shape.anyOf)?.[0];
  if (choice) return make(name, choice, making);
  return makePlain(name, shape, making);
}

function leastOf(shape: Schema): unknown {
  return shape.enum?.find((value) => value !== null && value !== '') ?? shape.enum?.[0];
}

function makePlain(name: string, shape: Schema, making: Making): unknown {
  switch (shape.type) {
    case 'array':
      return makeList(name, shape, making);
    case 'boolean':
      return shape.default ?? /^(is_)?(enabled|available|advertised|scalable|verified)$/.test(name);
    case 'integer':
    case 'number':
      return making.around.reference(name, 'number') ?? boundedNumber(name, shape, making);
    case 'object':
      return {};
    case 'string':
      return makeText(name, shape, making);
    default:
      return shape.items ? makeList(name, shape, making) : makeText(name, shape, making);
  }
}

function makeObject(shape: Schema, making: Making, given: Row): Row {
  const inner = { ...making, depth: making.depth + 1 };
  const row: Row = {};
  const choice = (shape.oneOf ?? shape.anyOf)?.[0];
  if (choice && making.depth < deepest) {
    const chosen = make('', choice, making);
    if (isRow(chosen)) Object.assign(row, chosen);
  }
  // Some choices only say which of the properties beside them are required.
  const needed = choice ? (plain(choice, making.book).required ?? []) : [];
  const required = new Set([...(shape.required ?? []), ...needed.filter((name) => shape.properties?.[name])]);
  for (const [name, property] of Object.entries(shape.properties ?? {})) {
    if (Object.hasOwn(given, name)) continue;
    if (isLeftOut(name, property, required, inner)) continue;
    row[name] = make(name, property, inner);
  }
  // Some published schemas require properties that they do not describe.
  for (const name of required)
    if (row[name] === undefined && !Object.hasOwn(given, name)) row[name] = make(name, { type: 'string' }, inner);
  // Given values come first and replace others.
  return { ...given, ...row, ...given };
}

function isLeftOut(name: string, property: Schema, required: ReadonlySet<string>, making: Making): boolean {
  const shape = plain(property, making.book);
  if (making.extent === 'least') return !required.has(name) || shape.readOnly === true || making.depth > deepest;
  if (making.extent === 'most') return shape.readOnly === true || (making.depth > deepest && !required.has(name));
  if (shape.deprecated || shape.writeOnly || making.depth > deepest) return true;
  if (required.has(name)) return false;
  const isNested =
    shape.properties !== undefined || shape.type === 'array' || shape.oneOf !== undefined || shape.anyOf !== undefined;
  return isRare(name) || (isNested && making.depth > 2);
}

function makeList(name: string, shape: Schema, making: Making): unknown {
  const items = shape.items ?? {};
  const isThing = plain(items, making.book).properties !== undefined;
  const referred = isThing ? undefined : making.around.reference(name, 'list');
  if (Array.isArray(referred) && referred.length >= (shape.minItems ?? 0)) return referred;
  const wanted = making.extent !== 'full' ? Math.max(shape.minItems ?? 0, 1) : making.depth > 3 ? 0 : isThing ? 1 : 2;
  const length = Math.min(Math.max(wanted, shape.minItems ?? 0), shape.maxItems ?? Number.POSITIVE_INFINITY);
  const singular = name.replace(/ies$/, 'y').replace(/s$/, '');
  const inner = { ...making, depth: making.depth + 1 };
  const made = Array.from({ length }, () => make(singular, items, inner));
  return isThing
    ? made
    : [...new Set(made)].filter((one) => one !== '' || making.extent !== 'full' || shape.minItems !== undefined);
}

function boundedNumber(name: string, shape: Schema, { around, extent }: Making): number {
  if (typeof shape.default === 'number') return shape.default;
  const lowest = (shape.minimum ?? 0) + (shape.exclusiveMinimum === true ? 1 : 0);
  const highest = (shape.maximum ?? Number.MAX_SAFE_INTEGER) - (shape.exclusiveMaximum === true ? 1 : 0);
  const wanted = extent !== 'full' ? Math.max(lowest, 1) : numberFor(name, around.random);
  const step = shape.multipleOf ?? 1;
  const stepped = Math.ceil(Math.min(Math.max(wanted, lowest), highest) / step) * step;
  return stepped > highest ? stepped - step : stepped;
}

const candidates = [
  'web-01',
  'web01',
  'web',
  'a1b2c3d4',
  'v1',
  '10.20.0.0/16',
  '203.0.113.10',
  '1.2.0',
  'SUN',
  '04:00',
  '12345',
  'demo:web',
  'do:kubernetes:web',
  '2026-11',
  'f9',
  'web.jsonl',
];

function makeText(name: string, shape: Schema, { around, extent }: Making): string {
  if (typeof shape.default === 'string' && shape.default !== '') return shape.default;
  const referred = around.reference(name, 'text');
  const text = typeof referred === 'string' ? referred : textFor(name, shape.format, around);
  return fitting(text === '' && extent !== 'full' ? 'web' : text, shape);
}

/** A text of the schema's length and, if a few attempts find one, its pattern. */
function fitting(text: string, shape: Schema): string {
  const pattern = shape.pattern === undefined ? null : patternOf(shape.pattern);
  const wanted = text === '' && (shape.minLength ?? 0) > 0 ? 'web' : text;
  const found = pattern && !pattern.test(wanted) ? (candidates.find((one) => pattern.test(one)) ?? wanted) : wanted;
  return found.padEnd(shape.minLength ?? 0, 'a').slice(0, shape.maxLength ?? found.length + (shape.minLength ?? 0));
}

function patternOf(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern);
  } catch {
    // Some published patterns are written for another engine.
    return null;
  }
}
