import fc from 'fast-check';
import type { CallArguments } from '../../main/core/digitalocean/api.ts';
import type { QueryValue } from '../../preload/contract/api-address.ts';
import type { Operation, Parameter, Schema } from '../../preload/contract/catalogue.ts';
import { flatten, type Schemas } from '../../preload/contract/json-schema/flatten.ts';

/** `least`: only what a schema requires. `most`: everything it describes, to a depth at which recursion ends. */
export type Extent = 'least' | 'most';

interface Making {
  schemas: Schemas;
  extent: Extent;
  depth: number;
}

const deepest = 6;

/** A value that the schema allows, the same each time. */
export const sampleValue = (schema: Schema, schemas: Schemas, extent: Extent): unknown =>
  make(schema, { schemas, extent, depth: 0 });

/** Values for every required parameter of an operation, and for the others too with `most`. */
export function sampleArguments(
  operation: Operation,
  schemas: Schemas,
  extent: Extent,
): Required<Omit<CallArguments, 'body'>> & { body?: unknown } {
  const chosen = operation.parameters.filter((parameter) => parameter.isRequired || extent === 'most');
  const values = (place: Parameter['in']) =>
    Object.fromEntries(
      chosen
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, make(schema, { schemas, extent, depth: 1 })]),
    );
  const schema = operation.body?.schema;
  const needsBody = operation.body !== null && (operation.body.isRequired || extent === 'most' || schema?.required !== undefined);
  return {
    path: values('path') as Record<string, string | number>,
    query: values('query') as Record<string, QueryValue>,
    headers: Object.fromEntries(Object.entries(values('header')).map(([name, value]) => [name, String(value)])),
    ...(needsBody && schema ? { body: sampleValue(schema, schemas, extent) } : {}),
  };
}

function flattenSchema(schema: Schema, schemas: Schemas): Schema {
  const { own, unions } = flatten(schema, schemas);
  const [union] = unions;
  return union
    ? { ...own, [union.kind]: union.members, ...(union.discriminator && { discriminator: union.discriminator }) }
    : own;
}

function make(given: Schema, making: Making): unknown {
  const schema = flattenSchema(given, making.schemas);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.find((value) => value !== null && value !== '') ?? schema.enum[0];
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants && variants.length > 0) return makeVariant(schema, variants, making);
  if (schema.type === 'object' || schema.properties) return makeObject(schema, making);
  switch (schema.type) {
    case 'array':
      return makeArray(schema, making);
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return makeNumber(schema);
    case 'string':
      return makeText(schema);
    default:
      return {};
  }
}

function makeVariant(schema: Schema, variants: readonly Schema[], making: Making): unknown {
  const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _discriminator, ...base } = schema;
  const first = variants[0] ?? {};
  const value = make(base.properties || base.required ? { allOf: [base, first] } : first, making);
  const property = schema.discriminator?.propertyName;
  if (property === undefined || typeof value !== 'object' || value === null) return value;
  const tag = Object.entries(schema.discriminator?.mapping ?? {}).find(([, reference]) => reference === first.$ref)?.[0];
  return tag === undefined ? value : { ...value, [property]: tag };
}

function makeObject(schema: Schema, making: Making): Record<string, unknown> {
  const required = new Set(schema.required ?? []);
  const isWhole = making.extent === 'most' && making.depth < deepest;
  const made: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!required.has(name) && !isWhole) continue;
    if (flattenSchema(property, making.schemas).readOnly) continue;
    made[name] = make(property, { ...making, depth: making.depth + 1 });
  }
  // Two of the published schemas require a name that they do not describe.
  for (const name of required) if (schema.properties && !Object.hasOwn(schema.properties, name)) made[name] = 'sample';
  const rest = schema.additionalProperties;
  if (typeof rest === 'object' && (isWhole || (schema.minProperties ?? 0) > 0))
    made.sample = make(rest, { ...making, depth: making.depth + 1 });
  return made;
}

function makeArray(schema: Schema, making: Making): unknown[] {
  const wanted = Math.max(schema.minItems ?? 0, making.extent === 'most' && making.depth < deepest ? 1 : 0);
  return Array.from({ length: wanted }, () => make(schema.items ?? {}, { ...making, depth: making.depth + 1 }));
}

function makeNumber(schema: Schema): number {
  const step = schema.multipleOf ?? 1;
  const least = schema.minimum ?? (typeof schema.exclusiveMinimum === 'number' ? schema.exclusiveMinimum + step : 1);
  const value = Math.ceil((schema.exclusiveMinimum === true ? least + step : least) / step) * step;
  return Math.min(value, schema.maximum ?? value);
}

const formats: Record<string, string> = {
  'date-time': '2026-11-23T10:00:00Z',
  date: '2026-11-23',
  uuid: '3f2a9c1e-5b77-4d0a-9e11-1c2d3e4f5a6b',
  email: 'someone@example.com',
  hostname: 'www.example.com',
  ipv4: '203.0.113.7',
  ipv6: '2001:db8::7',
  uri: 'https://www.example.com/',
  url: 'https://www.example.com/',
};

function makeText(schema: Schema): string {
  const formatted = schema.format === undefined ? undefined : formats[schema.format];
  if (formatted !== undefined && (schema.pattern === undefined || new RegExp(schema.pattern).test(formatted))) return formatted;
  if (schema.pattern !== undefined) return makeMatching(schema, schema.pattern);
  const text = 'sample'.slice(0, schema.maxLength ?? 6);
  return text.padEnd(schema.minLength ?? 0, 'x');
}

const drawn = new Map<string, string[]>();

/** Texts that a pattern allows. fast-check cannot draw for word boundaries: they are left out, and asked for afterwards. */
function textsMatching(pattern: string): string[] {
  const known = drawn.get(pattern);
  if (known) return known;
  const loose = new RegExp(pattern.replaceAll('\\b', ''));
  const texts = fc.sample(fc.stringMatching(loose), { numRuns: 60, seed: 7 }).filter((text) => new RegExp(pattern).test(text));
  drawn.set(pattern, texts);
  return texts;
}

function makeMatching(schema: Schema, pattern: string): string {
  const fits = (text: string) => text.length >= (schema.minLength ?? 0) && text.length <= (schema.maxLength ?? 200);
  const texts = textsMatching(pattern);
  return texts.find((text) => fits(text) && text.length > 0) ?? texts.find(fits) ?? '';
}
