import type { Schema } from '../catalogue.ts';

/** Schemas by name, as one file of the catalogue holds them; `#/schemas/NAME` refers into it. */
export type Schemas = Record<string, Schema>;

/** A choice among schemas, as `oneOf` or `anyOf` states it. */
export interface Union {
  kind: 'oneOf' | 'anyOf';
  members: Schema[];
  discriminator: Schema['discriminator'] | undefined;
}

/** What a schema says of a value by itself: neither a reference nor a choice. */
export type PlainSchema = Omit<Schema, '$ref' | 'allOf' | 'oneOf' | 'anyOf' | 'discriminator'>;

/** A schema made plain at its top: references followed, `allOf` merged, every choice kept apart. */
export interface FlatSchema {
  own: PlainSchema;
  unions: Union[];
}

const refPrefix = '#/schemas/';

/** `droplet_create` for `#/schemas/droplet_create`; `null` for a schema that is no reference. */
export const nameOfRef = (schema: Schema): string | null =>
  schema.$ref?.startsWith(refPrefix) ? schema.$ref.slice(refPrefix.length) : null;

/** Follows `$ref` to its end. A name that is missing, or that only refers to itself, says nothing: `{}`. */
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
 * One level made plain; properties and items keep their references. A schema that contains itself through `allOf` is entered
 * once. Made once and shared, so nothing of it may be changed.
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
  // The set grows along one branch only: siblings may well share a component.
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
    // The published schema contradicts itself in places; an empty choice would help nobody.
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
  // A wrapper `allOf: [X], nullable: true` means "X or null", whatever strict OpenAPI says about it.
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
