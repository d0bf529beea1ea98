import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { money } from '../../../words/numbers.ts';
import type { JobContext, Plan, Step, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

/** Lists of an app's spec that hold components. */
const kinds = ['services', 'workers', 'jobs', 'static_sites', 'functions'] as const;

/** A component of an app's spec. */
export interface Component {
  name: string;
  kind: (typeof kinds)[number];
  row: JsonObject;
}

export const specOf = (body: Json | undefined): JsonObject => (isObject(body) ? objectAt(body, 'spec') : {});

export const componentsOf = (spec: JsonObject): Component[] =>
  kinds.flatMap((kind) =>
    listAt(spec, kind)
      .filter(isObject)
      .map((row) => ({ name: textAt(row, 'name'), kind, row })),
  );

/** The spec with one component changed, and everything else as it was. */
export function withComponent(spec: JsonObject, name: string, change: (row: JsonObject) => JsonObject): JsonObject {
  const kind = componentsOf(spec).find((one) => one.name === name)?.kind;
  if (kind === undefined) return spec;
  const rows = listAt(spec, kind).map((row) => (isObject(row) && textAt(row, 'name') === name ? change(row) : row));
  return { ...spec, [kind]: rows };
}

/**
 * A plan that changes the spec of an app. DigitalOcean checks it first, and tells the price; then the spec is read again and saved
 * with everything that the change does not name, secrets included, which are kept as they were read.
 */
export function changeSpec(thing: Thing, opened: JsonObject, change: (spec: JsonObject) => JsonObject, done: string): Plan {
  const edited = (base: JsonObject): JsonObject => ({ ...base, spec: change(specOf(base)) });
  const steps: Step[] = [
    {
      label: 'Check the spec',
      operationId: 'apps_validate_appSpec',
      body: { app_id: thing.id, spec: specOf(edited(structuredClone(opened))) },
    },
    { label: 'Save it', operationId: 'apps_update', path: { id: thing.id }, edit: { opened, change: edited }, named: thing.name },
  ];
  return { steps, done: ([checked]) => `${done}${costWords(checked)}` };
}

/** "$24.00 → $36.00 a month.": what the app costs now, and what it would with a changed spec. */
export async function costChange(
  { ask, thing }: Pick<JobContext, 'ask' | 'thing'>,
  opened: Json | undefined,
  change: (spec: JsonObject) => JsonObject,
): Promise<Outcome<string>> {
  const spec = specOf(opened);
  const check = (one: JsonObject) => ask.check('apps_validate_appSpec', {}, { app_id: thing.id, spec: one });
  const [before, after] = await Promise.all([check(spec), check(change(structuredClone(spec)))]);
  if (!before.ok) return before;
  if (!after.ok) return after;
  const [now, then] = [costIn(before.value), costIn(after.value)];
  if (now === null || then === null) return success('DigitalOcean does not tell what it costs.');
  return success(now === then ? `${money(now)} a month, as before.` : `${money(now)} → ${money(then)} a month.`);
}

const costIn = (checked: Json | undefined): number | null => {
  const cost = isObject(checked) ? checked.app_cost : null;
  return typeof cost === 'number' ? cost : null;
};

/** What the check of a spec tells of its price. */
export const costOf = (checked: Json): string => {
  const cost = costIn(checked);
  return cost === null ? 'DigitalOcean does not tell what it costs.' : cost === 0 ? 'It is free.' : `${money(cost)} a month.`;
};

/** USD a month, as the check of the spec told it. */
export function costWords(checked: Json | undefined): string {
  const cost = costIn(checked);
  return cost !== null && cost > 0 ? ` The app then costs ${money(cost)} a month.` : '';
}
