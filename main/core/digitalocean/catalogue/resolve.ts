import type { Schema } from './types.ts';

type Schemas = Record<string, Schema>;

const refPrefix = '#/schemas/';

/** The schema name in a `#/schemas/NAME` reference. Throws on any other form, which the catalogue never holds. */
export function nameOfRef(ref: string): string {
  if (!ref.startsWith(refPrefix)) throw new Error(`Not a catalogue reference: ${ref}`);
  return ref.slice(refPrefix.length);
}

/**
 * Follows `$ref` until a schema without one. A chain that only refers to itself says nothing, so it gives `{}`.
 * Throws when a name is missing from `schemas`.
 */
export function resolveRef(schema: Schema, schemas: Schemas): Schema {
  const visited = new Set<string>();
  let current = schema;
  while (current.$ref !== undefined) {
    const name = nameOfRef(current.$ref);
    if (visited.has(name)) return {};
    visited.add(name);
    const next = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!next) throw new Error(`The catalogue has no schema ${name}`);
    current = next;
  }
  return current;
}

/**
 * One level made plain: follows `$ref` at the top and merges `allOf` into one schema; `oneOf` and `anyOf` stay, and so do
 * the references inside properties and items. A schema that contains itself through `allOf` is entered once.
 */
export function flattenSchema(schema: Schema, schemas: Schemas): Schema {
  return flatten(schema, schemas, new Set());
}

function flatten(schema: Schema, schemas: Schemas, entered: ReadonlySet<Schema>): Schema {
  const { allOf, ...own } = resolveRef(schema, schemas);
  const parts = (allOf ?? []).map((part) => resolveRef(part, schemas)).filter((part) => !entered.has(part));
  // The set grows along one branch only: siblings may well share a component.
  let merged: Schema = {};
  for (const part of parts) merged = merge(merged, flatten(part, schemas, new Set([...entered, part])));
  return merge(merged, own);
}

function merge(first: Schema, second: Schema): Schema {
  const result: Schema = { ...first, ...second };
  const properties = mergeProperties(first.properties, second.properties);
  if (properties) result.properties = properties;
  if (first.required && second.required) result.required = [...new Set([...first.required, ...second.required])];
  if (first.enum && second.enum) {
    const common = first.enum.filter((value) => second.enum?.includes(value));
    // The published schema has contradictions; an empty choice would help nobody.
    if (common.length > 0) result.enum = common;
  }
  narrow(result, first, second);
  // A wrapper `allOf: [X], nullable: true` means "X or null", whatever strict OpenAPI says about it.
  if (first.nullable || second.nullable) result.nullable = true;
  if (first.readOnly || second.readOnly) result.readOnly = true;
  const leftover = [...(first.allOf ?? []), ...(second.allOf ?? []), ...clashes(first, second)];
  if (leftover.length > 0) result.allOf = leftover;
  return result;
}

function mergeProperties(first?: Schemas, second?: Schemas): Schemas | undefined {
  if (!first || !second) return first ?? second;
  const result: Schemas = { ...first };
  for (const [name, schema] of Object.entries(second)) {
    const earlier = Object.hasOwn(first, name) ? first[name] : undefined;
    const isRepeated = earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(schema);
    result[name] = isRepeated ? { allOf: [earlier, schema] } : schema;
  }
  return result;
}

const lowerBounds = ['minimum', 'minLength', 'minItems', 'minProperties'] as const;
const upperBounds = ['maximum', 'maxLength', 'maxItems', 'maxProperties'] as const;

function narrow(result: Schema, first: Schema, second: Schema): void {
  for (const key of lowerBounds) {
    const [one, other] = [first[key], second[key]];
    if (one !== undefined && other !== undefined) result[key] = Math.max(one, other);
  }
  for (const key of upperBounds) {
    const [one, other] = [first[key], second[key]];
    if (one !== undefined && other !== undefined) result[key] = Math.min(one, other);
  }
}

/** Two lists of variants cannot become one: the later stays in place, the earlier goes on as an `allOf` member. */
function clashes(first: Schema, second: Schema): Schema[] {
  const rest: Schema[] = [];
  if (first.oneOf && second.oneOf) rest.push({ oneOf: first.oneOf });
  if (first.anyOf && second.anyOf) rest.push({ anyOf: first.anyOf });
  if (first.not && second.not) rest.push({ not: first.not });
  return rest;
}
