import type { Schema } from '../../main/core/digitalocean/catalogue/types.ts';
import type { RawSchema } from './specification.ts';

const copied = new Set([
  'type',
  'format',
  'nullable',
  'enum',
  'const',
  'default',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'required',
  'minProperties',
  'maxProperties',
  'readOnly',
  'writeOnly',
  'deprecated',
]);

/** Text, and hints for DigitalOcean's own reference page. */
const dropped = new Set(['description', 'title', 'example', 'examples', 'externalDocs', 'x-order']);

/** Longer titles are sentences, not names. */
const longestTitle = 40;

/** `#/components/schemas/NAME` as the catalogue writes it. */
function shortRef(ref: string): string {
  const prefix = '#/components/schemas/';
  if (!ref.startsWith(prefix)) throw new Error(`Not a reference to a schema: ${ref}`);
  return `#/schemas/${ref.slice(prefix.length)}`;
}

/** Reduces schemas to facts. `variants` are the components that are members of a `oneOf` or `anyOf`: only these keep a title. */
export function createSchemaReducer(variants: ReadonlySet<string>) {
  function reduceMap(map: Record<string, RawSchema>): Record<string, Schema> {
    return Object.fromEntries(Object.entries(map).map(([name, schema]) => [name, reduce(schema, false)]));
  }

  function reduce(raw: RawSchema, isVariant: boolean): Schema {
    if (typeof raw.$ref === 'string') return { $ref: shortRef(raw.$ref) };
    const facts: Record<string, unknown> = {};
    const title = raw.title;
    if (isVariant && typeof title === 'string' && title.length <= longestTitle) facts.title = title;
    for (const [key, value] of Object.entries(raw)) {
      if (copied.has(key)) facts[key] = value;
      else if (!dropped.has(key)) facts[key] = reduceKeyword(key, value);
    }
    return mergeTrivialAllOf(facts as Schema);
  }

  function reduceKeyword(key: string, value: unknown): unknown {
    switch (key) {
      case 'properties':
        return reduceMap(value as Record<string, RawSchema>);
      case 'items':
      case 'not':
        return reduce(value as RawSchema, false);
      case 'additionalProperties':
        return typeof value === 'boolean' ? value : reduce(value as RawSchema, false);
      case 'allOf':
        return (value as RawSchema[]).map((part) => reduce(part, false));
      case 'oneOf':
      case 'anyOf':
        return (value as RawSchema[]).map((part) => reduce(part, true));
      case 'discriminator':
        return reduceDiscriminator(value as NonNullable<Schema['discriminator']>);
      default:
        // A new keyword may hold a rule or a sentence, so somebody has to decide.
        throw new Error(`Unknown schema keyword ${key}`);
    }
  }

  function reduceComponent(name: string, raw: RawSchema): Schema {
    return reduce(raw, variants.has(name));
  }

  return { reduce: (raw: RawSchema) => reduce(raw, false), reduceComponent };
}

function reduceDiscriminator({ propertyName, mapping }: NonNullable<Schema['discriminator']>) {
  if (!mapping) return { propertyName };
  const short = Object.entries(mapping).map(([value, ref]) => [value, shortRef(ref)]);
  return { propertyName, mapping: Object.fromEntries(short) };
}

/** The document wraps a reference in `allOf` only to add a description. Without the description, the wrapper is noise. */
function mergeTrivialAllOf(schema: Schema): Schema {
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  const parts = allOf.filter((part) => Object.keys(part).length > 0);
  const [only] = parts;
  if (!only) return own;
  if (parts.length > 1) return { ...own, allOf: parts };
  const isAlone = Object.keys(own).length === 0;
  const isDisjoint = only.$ref === undefined && Object.keys(only).every((key) => !(key in own));
  return isAlone || isDisjoint ? { ...own, ...only } : { ...own, allOf: parts };
}

/** Names of the components that are a member of some `oneOf` or `anyOf`. */
export function findVariants(document: unknown, found = new Set<string>()): Set<string> {
  if (typeof document !== 'object' || document === null) return found;
  for (const [key, value] of Object.entries(document)) {
    if ((key === 'oneOf' || key === 'anyOf') && Array.isArray(value)) {
      for (const part of value as RawSchema[]) {
        if (typeof part.$ref === 'string') found.add(part.$ref.split('/').at(-1) ?? '');
      }
    }
    findVariants(value, found);
  }
  return found;
}

/** Names of all schemas that `schema` refers to directly. */
export function refsOf(schema: unknown, found = new Set<string>()): Set<string> {
  const text = JSON.stringify(schema) ?? '';
  for (const [, name] of text.matchAll(/"#\/schemas\/([^"]+)"/g)) found.add(name ?? '');
  return found;
}
