import type { SchemaContext, Schema as Standard, ValidationError, Validator } from 'jsonschema';
import type { Schema } from '../catalogue.ts';
import { createValidator } from './bounded.ts';
import type { Schemas } from './flatten.ts';
import { pointerStep } from './pointer.ts';
import { sourceOf, standardOf } from './standard.ts';

/** What is wrong with a value, for each keyword of JSON Schema that it may break. `anyOf` stands for `oneOf` too. */
const kinds = {
  type: 'wrong-type',
  enum: 'unknown-value',
  const: 'unknown-value',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  exclusiveMinimum: 'out-of-range',
  exclusiveMaximum: 'out-of-range',
  multipleOf: 'out-of-range',
  minLength: 'wrong-length',
  maxLength: 'wrong-length',
  pattern: 'wrong-form',
  minItems: 'wrong-length',
  maxItems: 'wrong-length',
  uniqueItems: 'wrong-form',
  minProperties: 'wrong-length',
  maxProperties: 'wrong-length',
  required: 'missing',
  anyOf: 'no-variant',
  not: 'wrong-form',
} as const;

export type Keyword = keyof typeof kinds;
export type MisfitKind = (typeof kinds)[Keyword];

/** A place where a value does not fit its schema. */
export interface Misfit {
  /** JSON pointer into the value; '' is the value itself. A missing property is named as if it were there. */
  pointer: string;
  kind: MisfitKind;
  keyword: Keyword;
  /** What the keyword demands: a bound, a pattern. */
  limit: unknown;
  /** The schema at that place. */
  schema: Schema;
}

const noSchemas: Schemas = {};

/**
 * Where a value does not fit a schema of the catalogue; empty if it fits. A value of the wrong type gives that alone. Lengths
 * count characters, not UTF-16 units. Formats are not checked. A value that is nested too deeply for the stack, some hundred
 * levels, counts as fitting, and so does what follows the first ten thousands of items. The result is only good for warnings, because the published schemas contradict themselves in places.
 *
 * @param maximum most misfits to return
 */
export function misfits(value: unknown, schema: Schema, schemas: Schemas = noSchemas, maximum = 20): Misfit[] {
  const found = errorsOf(value, standardOf(schema, schemas)).flatMap(misfitOf);
  const mistyped = new Set(found.filter(({ keyword }) => keyword === 'type').map(({ pointer }) => pointer));
  return found.filter(({ keyword, pointer }) => keyword === 'type' || !mistyped.has(pointer)).slice(0, maximum);
}

const { validator, begin } = createValidator();
const start = startOf(validator);

/**
 * Where a check starts. Without it the validator walks the schema before each check to find names in it, although these schemas
 * have none, and one that contains itself has no end. It hands out such a context only to functions that it calls.
 */
function startOf(one: Validator): SchemaContext {
  const contexts: SchemaContext[] = [];
  one.validate(null, {}, { rewrite: (_value, _schema, _options, context) => contexts.push(context) });
  const [context] = contexts;
  if (!context) throw new Error('The validator called no function');
  return context;
}

function errorsOf(value: unknown, standard: Standard): ValidationError[] {
  try {
    begin();
    return validator.validate(value, standard, {}, start).errors;
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const isKeyword = (name: string): name is Keyword => Object.hasOwn(kinds, name);

function misfitOf({ name, path, argument, schema }: ValidationError): Misfit[] {
  // The validator also reports `allOf` around what a part of it reports.
  if (!isKeyword(name) || typeof schema === 'string') return [];
  const missing = name === 'required' ? [String(argument)] : [];
  const place = missing[0] === undefined ? schema : schema.properties?.[missing[0]];
  const pointer = [...path, ...missing].map((step) => `/${pointerStep(step)}`).join('');
  return [{ pointer, kind: kinds[name], keyword: name, limit: argument, schema: place ? sourceOf(place) : {} }];
}
