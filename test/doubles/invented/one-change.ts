import type { Schema } from '../../../preload/contract/catalogue.ts';
import type { Edit } from '../../../preload/contract/edits/edit.ts';
import { isObject, type Json, type JsonObject } from '../../../preload/contract/json.ts';
import { flatten, type Schemas } from '../../../preload/contract/json-schema/flatten.ts';
import { misfits } from '../../../preload/contract/json-schema/misfit.ts';

interface Place {
  schema: Schema;
  schemas: Schemas;
}

/** Fields that decide what others mean, or name other things, so that a changed one would change more than itself. */
const touchy =
  /^(type|protocol|id|.*_id|.*_ids|uuid|.*_uuid|.*_uuids|region|slug|size|size_unit|plan_slug|entry_protocol|is_default|default)$/;

/** Where a body has to change for some updates: what else is in it must not be guessed. */
const chosen: Record<string, (base: JsonObject) => JsonObject> = {
  addons_patch_plan: (base) => ({ ...base, plan_slug: 'business' }),
  databases_update_region: (base) => ({ ...base, region: 'ams3' }),
  databases_update_major_version: (base) => ({ ...base, version: '18' }),
  security_update_settings_plan: (base) => ({ ...base, tier_coverage: { standard: { tags: ['prod'], resources: [] } } }),
};

/** The same body with one value changed: a name, a number, a switch, the first that there is, such that it still fits. */
export function changeOne(edit: Edit, base: JsonObject, { schema, schemas }: Place): JsonObject {
  const own = chosen[edit.id]?.(base);
  if (own) return own;
  const already = misfits(base, schema, schemas, 100).length;
  for (const way of waysInto(base, { schema, schemas })) {
    for (const value of othersFor(valueAt(base, way), placeAt({ schema, schemas }, way))) {
      const changed = withValue(base, way, value) as JsonObject;
      if (misfits(changed, schema, schemas, 100).length <= already) return changed;
    }
  }
  throw new Error(`Nothing to change in ${JSON.stringify(base)}`);
}

type Way = readonly (string | number)[];

/** Ways to single values, the plain ones at the top first, the touchy ones last. */
function waysInto(value: Json, place: Place): Way[] {
  const all: Way[] = [];
  const walk = (at: Json, way: Way): void => {
    if (Array.isArray(at)) at.forEach((item, nth) => walk(item, [...way, nth]));
    else if (isObject(at)) for (const [name, part] of Object.entries(at)) walk(part, [...way, name]);
    else all.push(way);
  };
  walk(value, []);
  const rank = (way: Way): number =>
    (touchy.test(String(way.findLast((step) => typeof step === 'string'))) ? 100 : 0) + way.length;
  return all.filter((way) => placeAt(place, way) !== null).sort((one, other) => rank(one) - rank(other));
}

function placeAt(place: Place, way: Way): Place | null {
  const { schemas } = place;
  return way.reduce<Place | null>((at, step) => {
    const next = at && partOf(at.schema, schemas, step);
    return next ? { schema: next, schemas } : null;
  }, place);
}

function partOf(schema: Schema, schemas: Schemas, step: string | number): Schema | undefined {
  const { own, unions } = flatten(schema, schemas);
  const found =
    typeof step === 'number'
      ? own.items
      : (own.properties?.[step] ?? (typeof own.additionalProperties === 'object' ? own.additionalProperties : undefined));
  return found ?? unions.flatMap(({ members }) => members.flatMap((member) => partOf(member, schemas, step) ?? []))[0];
}

const valueAt = (value: Json, way: Way): Json | undefined =>
  way.reduce<Json | undefined>(
    (at, step) => (Array.isArray(at) ? at[Number(step)] : isObject(at) ? at[String(step)] : undefined),
    value,
  );

function withValue(value: Json, [step, ...rest]: Way, next: Json): Json {
  if (step === undefined) return next;
  if (Array.isArray(value)) return value.map((item, nth) => (nth === step ? withValue(item, rest, next) : item));
  return isObject(value) ? { ...value, [step]: withValue(value[step] ?? null, rest, next) } : next;
}

function othersFor(value: Json | undefined, place: Place | null): Json[] {
  const { own } = place ? flatten(place.schema, place.schemas) : { own: {} as Schema };
  if (own.readOnly || value === undefined || value === null) return [];
  if (own.enum) return own.enum.filter((one) => one !== value && one !== null) as Json[];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + (own.multipleOf ?? 1), value - (own.multipleOf ?? 1)];
  if (typeof value !== 'string') return [];
  return own.format === undefined || own.format === 'string' ? [`${value}-2`, `${value}2`, value.replace(/.$/, '0'), 'x2'] : [];
}
