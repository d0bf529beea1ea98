import type { Operation, Schema } from '../../../preload/contract/catalogue.ts';
import { flatten, type Schemas } from '../../../preload/contract/json-schema/flatten.ts';

/**
 * Kinds of rows that real accounts have and no example shows. `full`: every field has a value. `sparse`: nearly nothing, as with a
 * token without scopes. `old`: as older versions of the API wrote it, with texts for objects and numbers, and times that are none.
 * `odd`: nulls, empty ids, other types, states that nobody knows.
 */
export const oddities = ['full', 'sparse', 'old', 'odd'] as const;
export type Oddity = (typeof oddities)[number];

const things = ['harbour', 'lantern', 'tide', 'quay', 'beacon', 'mooring', 'gull', 'ferry'];
const deepest = 4;

interface Making {
  schemas: Schemas;
  oddity: Oddity;
  /** Counts up, so that values differ. */
  next: () => number;
  depth: number;
}

/** One invented answer to an operation: rows of every kind of oddity where it is a listing, else one thing. */
export function inventedAnswer(operation: Operation, schemas: Schemas, oddity: Oddity | 'all'): unknown {
  const schema = operation.responses.find((one) => one.schema !== null)?.schema;
  if (!schema) return null;
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  const whole = { schemas, oddity: 'full', next, depth: 0 } as const;
  if (operation.collectionKey === null) return make('', schema, { ...whole, oddity: oddity === 'all' ? 'full' : oddity });
  const listed = propertyOf(schema, schemas, operation.collectionKey);
  const thing = listed && partOf(listed, schemas);
  const kinds = oddity === 'all' ? oddities : [oddity];
  const rows = kinds.map((kind) =>
    thing ? make(operation.collectionKey ?? '', thing, { ...whole, oddity: kind }) : `${kind} text`,
  );
  const held = operation.isCollectionMap ? Object.fromEntries(rows.map((row, index) => [`row-${index}`, row])) : rows;
  return { [operation.collectionKey]: held, links: {}, meta: { total: rows.length } };
}

function propertyOf(schema: Schema, schemas: Schemas, name: string): Schema | undefined {
  const { own, unions } = flatten(schema, schemas);
  return (
    own.properties?.[name] ?? unions.flatMap(({ members }) => members.map((one) => propertyOf(one, schemas, name))).find(Boolean)
  );
}

function partOf(schema: Schema, schemas: Schemas): Schema | undefined {
  const { own } = flatten(schema, schemas);
  return own.items ?? (typeof own.additionalProperties === 'object' ? own.additionalProperties : undefined);
}

function make(name: string, schema: Schema, making: Making): unknown {
  const { own, unions } = flatten(schema, making.schemas);
  const chosen = unions[0]?.members[making.next() % (unions[0]?.members.length ?? 1)];
  if (own.properties) return makeObject(own.properties, making);
  if (chosen && making.depth < deepest) return make(name, chosen, { ...making, depth: making.depth + 1 });
  if (own.enum && own.enum.length > 0) return ofEnum(own.enum, making);
  if (own.items) return making.depth < deepest ? [make(name, own.items, { ...making, depth: making.depth + 1 })] : [];
  return makePlain(name, own, making);
}

function ofEnum(values: readonly unknown[], { oddity, next }: Making): unknown {
  const value = values[next() % values.length];
  return oddity === 'odd' && typeof value === 'string' ? `brand-new-${things[next() % things.length]}` : value;
}

function makeObject(properties: Record<string, Schema>, making: Making): unknown {
  const names = Object.keys(properties);
  if (making.depth >= deepest) return {};
  // An older form of many objects is their slug or name alone.
  if (making.oddity === 'old' && making.depth > 0 && names.some((name) => name === 'slug')) return 'nyc3';
  const inner = { ...making, depth: making.depth + 1 };
  if (making.oddity === 'sparse')
    return Object.fromEntries(names.slice(0, 1).map((name) => [name, make(name, properties[name] ?? {}, inner)]));
  return Object.fromEntries(names.map((name) => [name, make(name, properties[name] ?? {}, inner)]));
}

function makePlain(name: string, { type, format }: Pick<Schema, 'type' | 'format'>, making: Making): unknown {
  const count = making.next();
  if (making.oddity === 'odd' && count % 3 === 0) return null;
  if (making.oddity === 'odd' && /(^|_)(id|uuid)$/.test(name)) return '';
  switch (type) {
    case 'boolean':
      return making.oddity === 'odd' ? 'yes' : count % 2 === 0;
    case 'integer':
    case 'number':
      return making.oddity === 'old' ? String(count) : making.oddity === 'odd' ? 'many' : count;
    case 'object':
      return { 'web_pool-v2.API': `kept ${count}` };
    case 'array':
      return [];
    default:
      return textFor(name, format, making.oddity, count);
  }
}

function textFor(name: string, format: string | undefined, oddity: Oddity, count: number): string {
  if (format === 'date-time' || /(_at|_time)$/.test(name)) {
    return {
      full: '2026-11-02T08:30:00Z',
      sparse: '2025-03-04T05:06:07Z',
      old: '0001-01-01T00:00:00Z',
      odd: '1970-01-01T00:00:00Z',
    }[oddity];
  }
  if (format === 'uuid' || /(^|_)uuid$/.test(name)) return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  if (/(^|_)ip(v4)?(_address)?$/.test(name)) return `203.0.113.${count % 250}`;
  if (/passw|secret|token|key|auth|cred|user_data|signed/.test(name)) return `sesame-${count}-open`;
  if (/(uri|url)$/.test(name)) return `https://${things[count % things.length]}.example.com/${count}`;
  if (/(amount|price|cost|usage|balance)/.test(name)) return `${count}.50`;
  return `${things[count % things.length]}-${count}`;
}
