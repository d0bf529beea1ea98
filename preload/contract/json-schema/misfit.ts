import type { Schema } from '../catalogue.ts';
import type { PlainSchema } from './flatten.ts';

/** A schema keyword that applies to a value itself, not to what is inside it. */
export type Misfit =
  | 'type'
  | 'enum'
  | 'minimum'
  | 'maximum'
  | 'multipleOf'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'minItems'
  | 'maxItems';

/**
 * The keywords that a value does not satisfy; empty if it fits. A value of the wrong type gives `type` alone. The caller must
 * check null and formats. A pattern that does not compile is ignored. Lengths count characters, not UTF-16 units.
 */
export function misfits(schema: PlainSchema, value: unknown): Misfit[] {
  if (schema.type !== undefined && !isOfType(value, schema.type)) return ['type'];
  const found: Misfit[] = [];
  if (schema.enum && typeof value !== 'object' && !schema.enum.includes(value)) found.push('enum');
  if (typeof value === 'number') findInNumber(schema, value, found);
  else if (typeof value === 'string') findInText(schema, value, found);
  else if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) found.push('minItems');
    if (value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) found.push('maxItems');
  }
  return found;
}

/** Whether a JSON value is of a schema's type. */
function isOfType(value: unknown, type: NonNullable<Schema['type']>): boolean {
  switch (type) {
    case 'string':
      // Bytes stand for a string of format binary.
      return typeof value === 'string' || value instanceof Uint8Array;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

/** Bounds of a number, infinite if the schema names none. */
export interface NumberRange {
  minimum: number;
  maximum: number;
  isMinimumExcluded: boolean;
  isMaximumExcluded: boolean;
}

/** OpenAPI 3.0 writes exclusive bounds as a flag beside the bound, JSON Schema as the bound itself: both are read. */
export function rangeOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: PlainSchema): NumberRange {
  return {
    minimum: typeof exclusiveMinimum === 'number' ? exclusiveMinimum : (minimum ?? Number.NEGATIVE_INFINITY),
    maximum: typeof exclusiveMaximum === 'number' ? exclusiveMaximum : (maximum ?? Number.POSITIVE_INFINITY),
    isMinimumExcluded: exclusiveMinimum !== undefined && exclusiveMinimum !== false,
    isMaximumExcluded: exclusiveMaximum !== undefined && exclusiveMaximum !== false,
  };
}

function findInNumber(schema: PlainSchema, value: number, found: Misfit[]): void {
  const { minimum, maximum, isMinimumExcluded, isMaximumExcluded } = rangeOf(schema);
  if (isMinimumExcluded ? value <= minimum : value < minimum) found.push('minimum');
  else if (isMaximumExcluded ? value >= maximum : value > maximum) found.push('maximum');
  else if (schema.multipleOf !== undefined) {
    const steps = value / schema.multipleOf;
    // Tenths are not exact in binary, so a billionth of the steps is tolerated.
    if (Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps))) found.push('multipleOf');
  }
}

function findInText(
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern }: PlainSchema,
  text: string,
  found: Misfit[],
): void {
  const length = characterCount(text);
  if (length < minLength) found.push('minLength');
  if (length > maxLength) found.push('maxLength');
  if (pattern !== undefined && compiled(pattern)?.test(text) === false) found.push('pattern');
}

/** How many characters a text has. */
export const characterCount = (text: string): number => [...text].length;

const patterns = new Map<string, RegExp | null>();

/** `null` for a pattern that is written for another engine. */
function compiled(pattern: string): RegExp | null {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const made = compile(pattern, 'u') ?? compile(pattern, '');
  patterns.set(pattern, made);
  return made;
}

function compile(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return null;
  }
}
