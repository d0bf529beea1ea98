import type { Schema as Standard } from 'jsonschema';
import type { Schema } from '../catalogue.ts';
import { flatten, type PlainSchema, resolveRef, type Schemas, type Union } from './flatten.ts';

const made = new WeakMap<Schemas, WeakMap<Schema, Standard>>();
const sources = new WeakMap<object, Schema>();

/** The schema of the catalogue that a part of a translated schema was made from. */
export const sourceOf = (standard: object): Schema => sources.get(standard) ?? {};

/**
 * Translates a schema of the catalogue (OpenAPI 3.0) to JSON Schema. References become the schemas that they name, so the result
 * is a graph that may contain itself. What the published schemas get wrong is left out here, so that the result is good for
 * warnings: `oneOf` accepts any variant that fits, unknown properties are accepted, a property that only the server sets, or that is
 * described nowhere, is not required, and formats are not checked. The result is cached and shared, so it must not be changed.
 */
export function standardOf(schema: Schema, schemas: Schemas): Standard {
  let bySchema = made.get(schemas);
  if (!bySchema) {
    bySchema = new WeakMap();
    made.set(schemas, bySchema);
  }
  const source = resolveRef(schema, schemas);
  const known = bySchema.get(source);
  if (known) return known;
  const standard: Standard = {};
  // Known before it is complete, because it may contain itself.
  bySchema.set(source, standard);
  sources.set(standard, source);
  return Object.assign(standard, translate(source, schemas));
}

/** The order of the keywords is the order in which misfits are reported. */
function translate(source: Schema, schemas: Schemas): Standard {
  const { own, unions } = flatten(source, schemas);
  const { nullable = false, type, format, enum: known, pattern, required, properties, items, ...others } = own;
  const { additionalProperties, not, ...bounds } = others;
  const result: Standard = {};
  if (unions.length > 0) result.allOf = unions.map((union) => variantsOf(union, nullable, source, schemas));
  // Bytes stand for a text of format binary.
  if (type !== undefined && format !== 'binary') result.type = nullable ? [type, 'null'] : type;
  if (known) result.enum = nullable ? [...known, null] : known;
  Object.assign(result, bounds);
  if (pattern !== undefined && isReadable(pattern)) result.pattern = pattern;
  if (required) {
    const described = namesIn(properties, unions, schemas);
    result.required = required.filter((name) => !isSetByServer(properties, name, schemas) && (described?.has(name) ?? true));
  }
  if (properties) {
    const entries = Object.entries(properties).map(([name, property]) => [name, standardOf(property, schemas)] as const);
    // Without a prototype, because a name such as `constructor` is an ordinary name.
    result.properties = Object.setPrototypeOf(Object.fromEntries(entries), null);
  }
  if (items) result.items = standardOf(items, schemas);
  if (not) result.not = standardOf(not, schemas);
  if (typeof additionalProperties === 'object') result.additionalProperties = standardOf(additionalProperties, schemas);
  return result;
}

/** All property names of a schema and its variants; `null` for one that only says which properties it requires. */
function namesIn(properties: PlainSchema['properties'], unions: readonly Union[], schemas: Schemas): Set<string> | null {
  if (!properties) return null;
  const variants = unions.flatMap(({ members }) => members.map((member) => flatten(member, schemas)));
  const inside = variants.flatMap(({ own, unions: more }) => [...(namesIn(own.properties ?? {}, more, schemas) ?? [])]);
  return new Set([...Object.keys(properties), ...inside]);
}

/** With one variant, its own misfits say more than "none fits". */
function variantsOf({ members }: Union, isNullable: boolean, source: Schema, schemas: Schemas): Standard {
  const variants = members.map((member) => standardOf(member, schemas));
  const [only] = variants;
  if (variants.length === 1 && only && !isNullable) return only;
  const choice: Standard = { anyOf: isNullable ? [...variants, { type: 'null' }] : variants };
  sources.set(choice, source);
  return choice;
}

function isSetByServer(properties: PlainSchema['properties'], name: string, schemas: Schemas): boolean {
  const property = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  return property !== undefined && flatten(property, schemas).own.readOnly === true;
}

/** Some patterns are written for another engine. */
function isReadable(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
