import type { Operation, Schema } from '../catalogue.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Schemas } from '../json-schema/flatten.ts';
import type { Edit } from './edit.ts';
import { fitted, levelOf, type Place } from './fit.ts';

/** An operation with the schemas of its tag. */
export interface Described {
  operation: Operation;
  schemas: Schemas;
}

/** What an edit starts from. */
export interface EditStart {
  /** The thing as it was read. */
  thing: JsonObject;
  /** The body that changes nothing. */
  base: JsonObject;
  /** Fields that the body may have and the read did not tell, such as `health_check`. The API sets what is left out of them. */
  resets: string[];
}

/**
 * What an edit starts from, given the answer to its read; `null` if the thing is not in it.
 *
 * @param path values of the update's path parameters
 */
export function startOf(
  edit: Edit,
  { update, read }: { update: Described; read: Described },
  answer: Json,
  path: Readonly<Record<string, string>>,
): EditStart | null {
  const schema = update.operation.body?.schema;
  if (!schema) return null;
  const body: Place = { schema, schemas: update.schemas };
  const level = levelOf(body);
  const found = thingIn(edit, answer, path, level.properties);
  if (!found) return null;
  const described = placeAt(read, found.way);
  const moved = Object.entries(edit.from ?? {}).flatMap(([name, way]): [string, Json][] => {
    const value = valueAt(found.thing, way);
    return value === undefined ? [] : [[name, value]];
  });
  const named = { ...found.thing, ...Object.fromEntries(moved), ...ownNames(level.properties, path) };
  const fit = fitted(edit.adapt?.(named) ?? named, body, described);
  if (!isObject(fit)) return null;
  const writable = Object.entries(level.properties).filter(([, one]) => !levelOf({ ...body, schema: one }).isReadOnly);
  const names = new Set(writable.map(([name]) => name));
  const base = edit.sending === 'whole' ? fit : Object.fromEntries(Object.entries(fit).filter(([name]) => names.has(name)));
  const isReset = ([name, one]: [string, Schema]): boolean =>
    edit.sending !== 'changes' &&
    !Object.hasOwn(base, name) &&
    !edit.orders?.includes(name) &&
    !levelOf({ ...body, schema: one }).isDeprecated;
  return { thing: found.thing, base, resets: writable.filter(isReset).map(([name]) => name) };
}

/** Fields of the body that repeat a value of the path. */
const ownNames = (properties: Readonly<Record<string, unknown>>, path: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(Object.entries(path).filter(([name]) => Object.hasOwn(properties, name)));

interface Found {
  thing: JsonObject;
  /** Where it is in the answer; a number stands for an item of a list. */
  way: readonly (string | number)[];
}

function thingIn(
  edit: Edit,
  answer: Json,
  path: Readonly<Record<string, string>>,
  taken: Readonly<Record<string, unknown>>,
): Found | null {
  if (edit.find) {
    const [list, field, parameter] = edit.find;
    const rows = valueAt(answer, list);
    const thing = Array.isArray(rows) ? rows.find((row) => isObject(row) && String(row[field]) === path[parameter]) : undefined;
    return isObject(thing) ? { thing, way: [...list.split('.'), 0] } : null;
  }
  const way = edit.at === undefined ? usualWay(answer, taken) : edit.at.split('.').filter((step) => step !== '');
  const thing = valueAt(answer, way.join('.'));
  return isObject(thing) ? { thing, way } : null;
}

/** Most answers wrap the thing in one object. If the body wraps it likewise, the answer itself is what the body is made from. */
function usualWay(answer: Json, taken: Readonly<Record<string, unknown>>): string[] {
  if (!isObject(answer)) return [];
  const [only, ...more] = Object.keys(answer).filter((name) => name !== 'links' && name !== 'meta');
  return only !== undefined && more.length === 0 && !Object.hasOwn(taken, only) && isObject(answer[only]) ? [only] : [];
}

/** The value at a dotted path; an empty one is the value itself. */
export const valueAt = (value: Json | undefined, way: string): Json | undefined =>
  way
    .split('.')
    .filter((step) => step !== '')
    .reduce<Json | undefined>((at, step) => (isObject(at) ? at[step] : Array.isArray(at) ? at[Number(step)] : undefined), value);

function placeAt({ operation, schemas }: Described, way: readonly (string | number)[]): Place | null {
  const schema = operation.responses[0]?.schema;
  return way.reduce<Place | null>(
    (place, step) => {
      const level = place && levelOf(place);
      const next = level && (typeof step === 'number' ? level.items : level.properties[step]);
      return next ? { schema: next, schemas } : null;
    },
    schema ? { schema, schemas } : null,
  );
}
