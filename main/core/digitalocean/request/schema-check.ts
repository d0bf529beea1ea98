import { type FlatSchema, flatten, type Schemas } from '../../../../preload/contract/json-schema/flatten.ts';
import { type Misfit, misfits } from '../../../../preload/contract/json-schema/misfit.ts';
import { pointerStep } from '../../../../preload/contract/json-schema/pointer.ts';
import type { Schema, SchemaProblemKind } from '../catalogue/types.ts';

/** A place where a value does not fit its schema. */
export interface SchemaProblem {
  /** JSON pointer into the value: an empty string is the value itself. */
  pointer: string;
  kind: SchemaProblemKind;
  /** The schema at that place. */
  schema: Schema;
}

interface Check {
  schemas: Schemas;
  problems: SchemaProblem[];
}

/** No body of the API is deeper. A schema may contain itself. */
const maximumDepth = 40;

const kinds: Readonly<Record<Misfit, SchemaProblemKind>> = {
  type: 'wrong-type',
  enum: 'unknown-value',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  multipleOf: 'out-of-range',
  minLength: 'wrong-length',
  maxLength: 'wrong-length',
  pattern: 'wrong-form',
  minItems: 'wrong-length',
  maxItems: 'wrong-length',
};

/**
 * Compares a value with a published schema. The result is only good for warnings, because the published schema contradicts
 * itself in places: `oneOf` accepts any variant that fits, unknown properties are accepted, and formats are not checked.
 *
 * @param maximum most problems to return
 */
export function schemaProblems(value: unknown, schema: Schema, schemas: Schemas, maximum = 20): SchemaProblem[] {
  const check: Check = { schemas, problems: [] };
  visit(check, value, schema, '', 0);
  return check.problems.slice(0, maximum);
}

function visit(check: Check, value: unknown, schema: Schema, pointer: string, depth: number): void {
  if (depth > maximumDepth) return;
  const flat = flatten(schema, check.schemas);
  if (value === null) {
    if (!flat.own.nullable && flat.own.type !== undefined) check.problems.push({ pointer, kind: 'wrong-type', schema });
    return;
  }
  visitVariants(check, value, schema, pointer, depth);
  const found = misfits(flat.own, value);
  for (const misfit of found) check.problems.push({ pointer, kind: kinds[misfit], schema });
  if (found.includes('type')) return;
  if (Array.isArray(value)) visitItems(check, value, flat, pointer, depth);
  else if (typeof value === 'object') visitProperties(check, value as Record<string, unknown>, flat, pointer, depth);
}

function visitVariants(check: Check, value: unknown, schema: Schema, pointer: string, depth: number): void {
  for (const { members } of flatten(schema, check.schemas).unions) {
    const tries = members.map((member) => {
      const attempt: Check = { schemas: check.schemas, problems: [] };
      visit(attempt, value, member, pointer, depth + 1);
      return attempt.problems;
    });
    if (tries.length === 0 || tries.some((problems) => problems.length === 0)) continue;
    // With one variant, its own problems say more than "none fits".
    if (tries.length === 1) check.problems.push(...tries.flat());
    else check.problems.push({ pointer, kind: 'no-variant', schema });
  }
}

function visitItems(check: Check, value: readonly unknown[], { own }: FlatSchema, pointer: string, depth: number): void {
  if (!own.items) return;
  for (const [index, item] of value.entries()) visit(check, item, own.items, `${pointer}/${index}`, depth + 1);
}

function visitProperties(
  check: Check,
  value: Record<string, unknown>,
  { own: { properties = {}, required = [], additionalProperties } }: FlatSchema,
  pointer: string,
  depth: number,
): void {
  for (const name of required) {
    if (Object.hasOwn(value, name) && value[name] !== undefined) continue;
    const schema = Object.hasOwn(properties, name) ? (properties[name] ?? {}) : {};
    // A property that only the server sets may still be listed as required.
    if (flatten(schema, check.schemas).own.readOnly) continue;
    check.problems.push({ pointer: `${pointer}/${pointerStep(name)}`, kind: 'missing', schema });
  }
  const rest = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  for (const [name, item] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : rest;
    if (schema && item !== undefined) visit(check, item, schema, `${pointer}/${pointerStep(name)}`, depth + 1);
  }
}
