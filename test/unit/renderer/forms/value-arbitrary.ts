import fc from 'fast-check';
import type { Schema } from '../../../../preload/contract/catalogue.ts';
import { type FlatSchema, flatten, type PlainSchema, type Schemas } from '../../../../preload/contract/json-schema/flatten.ts';
import type { Json } from '../../../../renderer/forms/json/json.ts';

/** Below this depth optional parts are left out, so that schemas that contain themselves end. */
const deepest = 5;

/**
 * Values that fit a schema of the catalogue, made without the form's own code except for the flattening of schemas. Optional
 * parts are sometimes missing, nullable ones are sometimes null, and strings follow their pattern if there is one.
 */
export function bodyValue(schema: Schema, schemas: Schemas, depth = 0): fc.Arbitrary<Json> {
  const level = Math.min(depth, deepest);
  const known = made.get(schema)?.get(level);
  if (known) return known;
  const flat = flatten(schema, schemas);
  const whole = flat.unions.length > 0 ? unionValue(flat, schemas, depth) : plainValue(flat.own, schemas, depth);
  const value = flat.own.nullable ? fc.option(whole, { freq: 5, nil: null }) : whole;
  made.set(schema, (made.get(schema) ?? new Map()).set(level, value));
  return value;
}

/** Made once for each schema and depth, because parsing patterns is slow. */
const made = new WeakMap<Schema, Map<number, fc.Arbitrary<Json>>>();

function unionValue(
  { own: { nullable: _nullable, ...own }, unions }: FlatSchema,
  schemas: Schemas,
  depth: number,
): fc.Arbitrary<Json> {
  const [union, ...others] = unions;
  const discriminator = union?.discriminator;
  const mapping = Object.entries(discriminator?.mapping ?? {});
  if (discriminator && mapping.length > 0) {
    const tagged = mapping.map(([value, ref]): [string, Schema] => [value, { $ref: ref }]);
    return fc
      .constantFrom(...tagged)
      .chain(([value, target]) =>
        bodyValue(target, schemas, depth).map((body) => ({ ...(body as object), [discriminator.propertyName]: value }) as Json),
      );
  }
  const rest = others.map(({ kind, members }): Schema => ({ [kind]: members }));
  const wholes = (union?.members ?? []).map((member): Schema => ({ allOf: [own, ...rest, member] }));
  return fc.constantFrom(...wholes).chain((whole) => bodyValue(whole, schemas, depth));
}

function plainValue(flat: PlainSchema, schemas: Schemas, depth: number): fc.Arbitrary<Json> {
  if (flat.const !== undefined) return fc.constant(flat.const as Json);
  if (flat.enum) return fc.constantFrom(...(flat.enum as Json[]));
  switch (flat.type ?? (flat.properties ? 'object' : flat.items ? 'array' : undefined)) {
    case 'string':
      return text(flat);
    case 'integer':
      return integer(flat);
    case 'number':
      return fc
        .double({ min: flat.minimum ?? -1e6, max: flat.maximum ?? 1e6, noNaN: true })
        .map((value) => (value === 0 ? 0 : value));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return list(flat, schemas, depth);
    case 'object':
      return object(flat, schemas, depth);
    default:
      return json();
  }
}

/** The specification has bounds past 2^53, which no JSON number reaches exactly. */
const integer = ({ minimum = -1_000_000, maximum = 1_000_000_000 }: PlainSchema): fc.Arbitrary<Json> =>
  fc.integer({
    min: Math.max(Math.ceil(minimum), Number.MIN_SAFE_INTEGER),
    max: Math.min(Math.floor(maximum), Number.MAX_SAFE_INTEGER),
  });

const json = (): fc.Arbitrary<Json> => fc.json({ maxDepth: 2 }).map((one) => JSON.parse(JSON.stringify(JSON.parse(one))) as Json);

function text({ pattern, minLength = 0, maxLength = 40, format }: PlainSchema): fc.Arbitrary<Json> {
  // The generator does not know `\b`. Patterns of the catalogue only have it where there is a word boundary anyway.
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern.replaceAll('\\b', '')));
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time')
    return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString());
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)), unit: 'grapheme' });
}

function list({ items, minItems = 0, maxItems = 3 }: PlainSchema, schemas: Schemas, depth: number): fc.Arbitrary<Json> {
  const maxLength = Math.max(minItems, Math.min(maxItems, depth >= deepest ? 0 : 3));
  if (maxLength === 0) return fc.constant([]);
  return fc.array(items ? bodyValue(items, schemas, depth + 1) : json(), { minLength: minItems, maxLength });
}

function object(flat: PlainSchema, schemas: Schemas, depth: number): fc.Arbitrary<Json> {
  const required = new Set(flat.required);
  const model: Record<string, fc.Arbitrary<Json>> = {};
  for (const [name, schema] of Object.entries(flat.properties ?? {})) {
    if (depth >= deepest && !required.has(name)) continue;
    // A part that contains itself is made only when it is drawn.
    model[name] = fc.constant(null).chain(() => bodyValue(schema, schemas, depth + 1));
  }
  const requiredKeys = Object.keys(model).filter((name) => required.has(name));
  const own = fc.record(model, { requiredKeys }) as fc.Arbitrary<Record<string, Json>>;
  if (flat.additionalProperties === undefined || flat.additionalProperties === false) return own;
  const value = flat.additionalProperties === true ? json() : bodyValue(flat.additionalProperties, schemas, depth + 1);
  return fc.tuple(fc.dictionary(fc.string(), value, { maxKeys: 3 }), own).map(([extra, known]) => ({ ...extra, ...known }));
}
