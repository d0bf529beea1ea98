import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { dollars } from '../../../../../preload/contract/number-words.ts';
import type { Plan, Step, Thing } from '../../job.ts';
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

/** USD a month, as the check of the spec told it. */
function costWords(checked: Json | undefined): string {
  const cost = isObject(checked) ? checked.app_cost : null;
  return typeof cost === 'number' && cost > 0 ? ` The app then costs ${dollars(cost)} a month.` : '';
}
