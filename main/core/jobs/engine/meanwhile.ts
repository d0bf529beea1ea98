import { type Change, changesBetween } from '../../../../preload/contract/edits/difference.ts';
import { isObject, type Json, type JsonObject } from '../../../../preload/contract/json.ts';
import { pointerSteps } from '../../../../preload/contract/json-schema/pointer.ts';
import type { LineValue, PartChange } from '../../../../preload/contract/part-change.ts';
import { holdsSecret, isSecret } from '../../../../preload/contract/secrets.ts';
import type { JobContext } from '../job.ts';
import { isShort } from './short-text.ts';

/** Of a part of which more is another than this, only that it changed is told. */
const changesAtMost = 4;

type Droplets = JobContext['droplets'];

/** What was changed elsewhere, part by part. Droplets stand with their names; no other id is told, and no secret. */
export function meanwhile(opened: JsonObject, now: JsonObject, droplets: Droplets): PartChange[] {
  const parts = Map.groupBy(changesBetween(opened, now), ({ pointer }) => pointerSteps(pointer)[0] ?? '');
  return [...parts].flatMap(([field, changes]) => {
    const told = changes.map((change) => toldOf(change, { opened, now }, droplets));
    const isWhole = changes.length <= changesAtMost && told.every((one) => one !== null);
    return isWhole ? told : [{ way: [field] }];
  });
}

/** `null`: the values must not be told, or do not fit a line. */
function toldOf(
  { pointer, before, after }: Change,
  { opened, now }: { opened: JsonObject; now: JsonObject },
  droplets: Droplets,
): PartChange | null {
  const way = pointerSteps(pointer);
  const isEntry = Array.isArray(inside(opened, way)) || Array.isArray(inside(now, way));
  const field = (isEntry ? way.at(-2) : way.at(-1)) ?? '';
  const values = [before, after].map((value) => (isDroplet(field) ? nameOf(value, droplets) : lineValue(value)));
  const [was, is] = values;
  const isKeptBack =
    (isId(field) && !isDroplet(field)) || [before, after].some((value) => hasSecret(way, value, inside(now, way)));
  if (was === undefined || is === undefined || isKeptBack) return null;
  const holder = inside(now, way);
  const beside = isObject(holder) ? companions(holder, field) : {};
  return {
    way,
    sides: { before: was, after: is },
    ...(isEntry ? { isEntry } : {}),
    ...(Object.keys(beside).length > 0 ? { beside } : {}),
  };
}

/** What holds the value at the end of that way. */
const inside = (root: JsonObject, way: readonly string[]): Json | undefined =>
  way.slice(0, -1).reduce<Json | undefined>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)];
    return isObject(at) ? at[step] : undefined;
  }, root);

const isId = (field: string): boolean => /(^|_)u?u?ids?$/.test(field);
const isDroplet = (field: string): boolean => /^droplet_ids?$/.test(field);

const hasSecret = (way: readonly string[], value: Json | undefined, holder: Json | undefined): boolean => {
  const beside = isObject(holder) ? holder : {};
  const places = way.map((field, at) => ({ field, value, beside, inside: way[at - 1] }));
  return holdsSecret(value, way.at(-1)) || places.some((place) => isSecret(place));
};

/** Fields that say what their neighbour is: the type of a limit, the unit of an amount. */
const companions = (holder: JsonObject, field: string): Record<string, LineValue> =>
  Object.fromEntries(
    ['type', 'unit', `${field}_unit`].flatMap((name) => (typeof holder[name] === 'string' ? [[name, holder[name]]] : [])),
  );

/** `undefined`: it is too much for a line. */
function lineValue(value: Json | undefined): LineValue | undefined {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return isShort(value) ? value : undefined;
}

/** The name of the droplet with that id; `undefined`: Buoy does not know it. */
function nameOf(id: Json | undefined, droplets: Droplets): LineValue | undefined {
  if (id === undefined || id === null) return null;
  return droplets.get(Number(id))?.name;
}
