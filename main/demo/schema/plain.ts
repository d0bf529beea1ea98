import type { Schema } from '../../core/digitalocean/catalogue/types.ts';
import type { SchemaBook } from '../catalogue.ts';

const plainOf = new WeakMap<Schema, Schema>();

/** A schema without `$ref` and `allOf` at its top: properties are merged, later ones over earlier ones. Choices stay. */
export function plain(schema: Schema, book: SchemaBook): Schema {
  const known = plainOf.get(schema);
  if (known) return known;
  // Stored before it is complete, so that a schema that contains itself ends.
  plainOf.set(schema, {});
  const made = flatten(schema, book);
  plainOf.set(schema, made);
  return made;
}

function flatten(schema: Schema, book: SchemaBook): Schema {
  if (schema.$ref !== undefined) return plain(book[schema.$ref.slice('#/schemas/'.length)] ?? {}, book);
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  const merged: Schema = {};
  for (const part of [...allOf.map((one) => plain(one, book)), own]) {
    const properties = { ...merged.properties, ...part.properties };
    const required = [...(merged.required ?? []), ...(part.required ?? [])];
    Object.assign(merged, part);
    if (Object.keys(properties).length > 0) merged.properties = properties;
    if (required.length > 0) merged.required = required;
  }
  return merged;
}

/** The properties of a schema. If it offers choices, also those of the first one. */
export function propertiesOf(schema: Schema, book: SchemaBook): Record<string, Schema> {
  const top = plain(schema, book);
  const choice = (top.oneOf ?? top.anyOf)?.[0];
  return { ...(choice ? propertiesOf(choice, book) : {}), ...top.properties };
}

/** What an answer contains beside its thing. */
const frame = new Set(['links', 'meta']);

/**
 * The one property that contains the thing in an answer such as `{"droplet": {...}}`; `null` when the thing's own properties
 * are at the top.
 */
export function rootOf(schema: Schema | null | undefined, book: SchemaBook): { key: string; schema: Schema } | null {
  if (!schema) return null;
  const named = Object.entries(propertiesOf(schema, book)).filter(([name]) => !frame.has(name));
  const [only] = named;
  if (named.length !== 1 || !only) return null;
  return { key: only[0], schema: only[1] };
}
