import type { Schema } from '../catalogue.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { flatten, type Schemas } from '../json-schema/flatten.ts';

/** A schema with the file that its references refer to; `null`: nothing is known about the value. */
export interface Place {
  schema: Schema;
  schemas: Schemas;
}

interface Level {
  properties: Readonly<Record<string, Schema>>;
  items: Schema | undefined;
  /** Schema of names that the properties do not list; `true`: any; `false`: none are foreseen. */
  others: boolean | Schema;
  isReadOnly: boolean;
  isDeprecated: boolean;
  type: string | undefined;
}

/** A schema may contain itself. */
const deepest = 24;

/** What a schema says about a value and its parts. The members of a choice are joined: which of them holds is the value's matter. */
export function levelOf({ schema, schemas }: Place, depth = 0): Level {
  const { own, unions } = flatten(schema, schemas);
  const level: Level = {
    properties: own.properties ?? {},
    items: own.items,
    others: own.additionalProperties ?? false,
    isReadOnly: own.readOnly === true,
    isDeprecated: own.deprecated === true,
    type: own.type,
  };
  if (depth > 4) return level;
  for (const member of unions.flatMap(({ members }) => members)) {
    const joined = levelOf({ schema: member, schemas }, depth + 1);
    level.properties = { ...joined.properties, ...level.properties };
    level.items ??= joined.items;
    level.type ??= joined.type;
    if (level.others === false) level.others = joined.others;
  }
  return level;
}

const below = (place: Place | null, schema: Schema | undefined): Place | null =>
  place && schema ? { schema, schemas: place.schemas } : null;

/**
 * Makes what was read into what a body takes. Read-only fields and fields that only the answer's schema names are left out. Fields
 * that neither schema names stay: the published schemas lack real ones. Null is left out, since an absent value says the same and
 * few bodies take null; a list that reads as null is an empty one.
 *
 * @returns `undefined` if nothing of the value is taken
 */
export function fitted(value: Json, body: Place, answer: Place | null, depth = 0): Json | undefined {
  const level = levelOf(body);
  if (value === null) return level.type === 'array' ? [] : undefined;
  if (depth > deepest) return value;
  if (Array.isArray(value)) {
    const item = below(body, level.items);
    if (!item) return value;
    const read = below(answer, answer ? levelOf(answer).items : undefined);
    return value.map((one) => fitted(one, item, read, depth + 1)).filter((one) => one !== undefined);
  }
  // A number that was read inexactly must not be sent back as if it were exact.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return undefined;
  if (!isObject(value)) return value;
  if (level.type === 'string' || level.type === 'integer') return nameOf(value);
  const told = answer ? levelOf(answer) : null;
  const taken = Object.entries(value).flatMap(([name, part]): [string, Json][] => {
    const read = below(answer, told?.properties[name]);
    const own = Object.hasOwn(level.properties, name) ? level.properties[name] : undefined;
    const place = below(body, own ?? (typeof level.others === 'object' ? level.others : undefined));
    if (!place) return level.others === true || !read || isBare(level) ? [[name, part]] : [];
    const kept = levelOf(place).isReadOnly ? undefined : fitted(part, place, read, depth + 1);
    return kept === undefined ? [] : [[name, kept]];
  });
  return Object.fromEntries(taken);
}

/** An object whose parts the schema does not describe. */
const isBare = (level: Level): boolean => Object.keys(level.properties).length === 0;

/** The API answers a region as an object and takes its slug. */
const nameOf = (value: JsonObject): Json | undefined => value.slug ?? value.uuid ?? value.id;
