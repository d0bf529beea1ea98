import type { Schema } from '../catalogue.ts';

/** Schemas by name, as one file of the catalogue holds them. `#/schemas/NAME` refers to one of them. */
export type Schemas = Record<string, Schema>;

/** A choice between schemas, from `oneOf` or `anyOf`. */
export interface Union {
  kind: 'oneOf' | 'anyOf';
  members: Schema[];
  discriminator: Schema['discriminator'] | undefined;
}

/** What a schema says about a value by itself, without references and choices. */
export type PlainSchema = Omit<Schema, '$ref' | 'allOf' | 'oneOf' | 'anyOf' | 'discriminator'>;

/** One level of a schema made plain: references are followed, `allOf` is merged, and each choice is kept apart. */
export interface FlatSchema {
  own: PlainSchema;
  unions: Union[];
}

const refPrefix = '#/schemas/';

/** `droplet_create` for `#/schemas/droplet_create`; `null` for a schema that is not a reference. */
export const nameOfRef = (schema: Schema): string | null =>
  schema.$ref?.startsWith(refPrefix) ? schema.$ref.slice(refPrefix.length) : null;

/** Follows `$ref` to its end. A missing name, or a chain that only refers to itself, says nothing and gives `{}`. */
export function resolveRef(schema: Schema, schemas: Schemas): Schema {
  const visited = new Set<string>();
  let current = schema;
  for (let name = nameOfRef(current); name !== null; name = nameOfRef(current)) {
    if (visited.has(name) || !Object.hasOwn(schemas, name)) return {};
    visited.add(name);
    current = schemas[name] ?? {};
  }
  return current;
}

const made = new WeakMap<Schemas, WeakMap<Schema, FlatSchema>>();

/**
 * Makes one level of a schema plain. The references in properties and items stay. A schema that contains itself through
 * `allOf` is entered once. The result is cached and shared, so it must not be changed.
 */
export function flatten(schema: Schema, schemas: Schemas): FlatSchema {
  let bySchema = made.get(schemas);
  if (!bySchema) {
    bySchema = new WeakMap();
    made.set(schemas, bySchema);
  }
  const known = bySchema.get(schema);
  if (known) return known;
  const flat = flattenOnce(schema, schemas, new Set());
  bySchema.set(schema, flat);
  return flat;
}

function flattenOnce(schema: Schema, schemas: Schemas, entered: ReadonlySet<Schema>): FlatSchema {
  const resolved = resolveRef(schema, schemas);
  const { $ref: _ref, allOf, oneOf, anyOf, discriminator, ...own } = resolved;
  const result: FlatSchema = { own: {}, unions: [] };
  // The set only grows along one branch, because siblings may share a schema.
  const inside = new Set([...entered, resolved]);
  for (const part of allOf ?? []) {
    if (inside.has(resolveRef(part, schemas))) continue;
    const flat = flattenOnce(part, schemas, inside);
    result.own = merge(result.own, flat.own);
    result.unions.push(...flat.unions);
  }
  result.own = merge(result.own, own);
  if (oneOf) result.unions.push({ kind: 'oneOf', members: oneOf, discriminator });
  if (anyOf) result.unions.push({ kind: 'anyOf', members: anyOf, discriminator });
  return result;
}

const lowerBounds = ['minimum', 'minLength', 'minItems', 'minProperties'] as const;
const upperBounds = ['maximum', 'maxLength', 'maxItems', 'maxProperties'] as const;

function merge(first: PlainSchema, second: PlainSchema): PlainSchema {
  const result: PlainSchema = { ...first, ...second };
  const properties = mergeProperties(first.properties, second.properties);
  if (properties) result.properties = properties;
  if (first.required && second.required) result.required = [...new Set([...first.required, ...second.required])];
  if (first.enum && second.enum) {
    const common = first.enum.filter((value) => second.enum?.includes(value));
    // The published schema contradicts itself in places, and an empty choice would help nobody.
    if (common.length > 0) result.enum = common;
  }
  for (const key of lowerBounds) {
    const [one, other] = [first[key], second[key]];
    if (one !== undefined && other !== undefined) result[key] = Math.max(one, other);
  }
  for (const key of upperBounds) {
    const [one, other] = [first[key], second[key]];
    if (one !== undefined && other !== undefined) result[key] = Math.min(one, other);
  }
  // `allOf: [X], nullable: true` is meant as "X or null", although strict OpenAPI reads it differently.
  if (first.nullable || second.nullable) result.nullable = true;
  if (first.readOnly || second.readOnly) result.readOnly = true;
  if (first.deprecated || second.deprecated) result.deprecated = true;
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
