import { flattenSchema } from '../catalogue/resolve.ts';
import type { Schema, SchemaProblemKind } from '../catalogue/types.ts';

/** Where a value does not fit its schema. */
export interface SchemaProblem {
  /** JSON pointer into the value: an empty string is the value itself. */
  pointer: string;
  kind: SchemaProblemKind;
  /** The schema at that place, made plain. */
  schema: Schema;
}

interface Check {
  schemas: Record<string, Schema>;
  problems: SchemaProblem[];
}

/** Deeper than any body of the API; a schema may contain itself. */
const maximumDepth = 40;

/**
 * Compares a value with a published schema. For warnings only: the published schema contradicts itself in places, so `oneOf`
 * is satisfied by any variant that fits, unknown properties are let be, and formats are not looked at.
 *
 * @param maximum at most so many problems are returned
 */
export function schemaProblems(value: unknown, schema: Schema, schemas: Record<string, Schema>, maximum = 20): SchemaProblem[] {
  const check: Check = { schemas, problems: [] };
  visit(check, value, schema, '', 0);
  return check.problems.slice(0, maximum);
}

function visit(check: Check, value: unknown, raw: Schema, pointer: string, depth: number): void {
  if (depth > maximumDepth) return;
  const schema = flattenSchema(raw, check.schemas);
  if (value === null) {
    if (!schema.nullable && schema.type !== undefined) report(check, pointer, 'wrong-type', schema);
    return;
  }
  for (const part of schema.allOf ?? []) visit(check, value, part, pointer, depth + 1);
  visitVariants(check, value, schema, pointer, depth);
  if (schema.type !== undefined && !isOfType(value, schema.type)) {
    report(check, pointer, 'wrong-type', schema);
    return;
  }
  if (schema.enum && !schema.enum.includes(value) && typeof value !== 'object') report(check, pointer, 'unknown-value', schema);
  if (typeof value === 'number') visitNumber(check, value, schema, pointer);
  if (typeof value === 'string') visitString(check, value, schema, pointer);
  if (Array.isArray(value)) visitArray(check, value, schema, pointer, depth);
  else if (typeof value === 'object') visitObject(check, value as Record<string, unknown>, schema, pointer, depth);
}

function visitVariants(check: Check, value: unknown, { oneOf, anyOf, ...schema }: Schema, pointer: string, depth: number): void {
  for (const variants of [oneOf, anyOf]) {
    if (!variants || variants.length === 0) continue;
    const tries = variants.map((variant) => {
      const attempt: Check = { schemas: check.schemas, problems: [] };
      visit(attempt, value, variant, pointer, depth + 1);
      return attempt.problems;
    });
    if (tries.some((problems) => problems.length === 0)) continue;
    // With one variant, or one that clearly was meant, its own problems say more than "none fits".
    const [closest] = tries.toSorted((one, other) => one.length - other.length);
    if (tries.length === 1 && closest) check.problems.push(...closest);
    else report(check, pointer, 'no-variant', schema);
  }
}

function visitNumber(check: Check, value: number, schema: Schema, pointer: string): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const isTooSmall = minimum !== undefined && (exclusiveMinimum === true ? value <= minimum : value < minimum);
  const isTooLarge = maximum !== undefined && (exclusiveMaximum === true ? value >= maximum : value > maximum);
  const isBetween = multipleOf !== undefined && Math.abs(value / multipleOf - Math.round(value / multipleOf)) > 1e-9;
  if (isTooSmall || isTooLarge || isBetween) report(check, pointer, 'out-of-range', schema);
}

function visitString(check: Check, value: string, schema: Schema, pointer: string): void {
  const { minLength, maxLength, pattern } = schema;
  const isShort = minLength !== undefined && value.length < minLength;
  if (isShort || (maxLength !== undefined && value.length > maxLength)) report(check, pointer, 'wrong-length', schema);
  if (pattern !== undefined && patternOf(pattern)?.test(value) === false) report(check, pointer, 'wrong-form', schema);
}

function visitArray(check: Check, value: readonly unknown[], schema: Schema, pointer: string, depth: number): void {
  const { minItems, maxItems, items } = schema;
  const isShort = minItems !== undefined && value.length < minItems;
  if (isShort || (maxItems !== undefined && value.length > maxItems)) report(check, pointer, 'wrong-length', schema);
  if (!items) return;
  for (const [index, item] of value.entries()) visit(check, item, items, `${pointer}/${index}`, depth + 1);
}

function visitObject(check: Check, value: Record<string, unknown>, schema: Schema, pointer: string, depth: number): void {
  const { properties = {}, required = [], additionalProperties } = schema;
  for (const name of required) {
    if (Object.hasOwn(value, name) && value[name] !== undefined) continue;
    const missing = Object.hasOwn(properties, name) ? properties[name] : undefined;
    // What only the server sets may be listed as required all the same.
    if (missing?.readOnly) continue;
    report(check, `${pointer}/${escapePointer(name)}`, 'missing', missing ? flattenSchema(missing, check.schemas) : {});
  }
  for (const [name, item] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const found = known ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    if (found && item !== undefined) visit(check, item, found, `${pointer}/${escapePointer(name)}`, depth + 1);
  }
}

function report(check: Check, pointer: string, kind: SchemaProblemKind, schema: Schema): void {
  check.problems.push({ pointer, kind, schema });
}

/** Whether a JSON value is of a schema's type. */
function isOfType(value: unknown, type: NonNullable<Schema['type']>): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      // Bytes stand for a string of format binary.
      return typeof value === type || (type === 'string' && value instanceof Uint8Array);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const patterns = new Map<string, RegExp | null>();

/** Patterns are written for other engines too: one that does not compile here says nothing. */
function patternOf(source: string): RegExp | null {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  let made: RegExp | null = null;
  try {
    made = new RegExp(source, 'u');
  } catch {
    made = null;
  }
  patterns.set(source, made);
  return made;
}
