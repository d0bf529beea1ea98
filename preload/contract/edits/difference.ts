import { isObject, isSameJson, type Json, type JsonObject } from '../json.ts';
import { pointerStep } from '../json-schema/pointer.ts';
import type { Edit } from './edit.ts';

/** One change between two bodies. */
export interface Change {
  /** JSON pointer without the leading slash, such as `inbound_rules/0/ports`. An item of a list is counted in the list that has it. */
  pointer: string;
  /** `undefined`: it was not there. */
  before: Json | undefined;
  /** `undefined`: it goes. */
  after: Json | undefined;
}

/** What differs, as deep down as both values have the same form. Of lists, the items that only one of them has. */
export function changesBetween(before: Json | undefined, after: Json | undefined, pointer = ''): Change[] {
  if (isSameJson(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changesBetween(before[name], after[name], stepInto(pointer, name)));
  }
  if (Array.isArray(before) && Array.isArray(after)) return changesInList(before, after, pointer);
  return [{ pointer, before, after }];
}

const stepInto = (pointer: string, step: string | number): string =>
  pointer === '' ? pointerStep(step) : `${pointer}/${pointerStep(step)}`;

function changesInList(before: readonly Json[], after: readonly Json[], pointer: string): Change[] {
  const gone = alone(before, after);
  const came = alone(after, before);
  // Only the order differs.
  if (gone.length === 0 && came.length === 0) return [{ pointer, before: [...before], after: [...after] }];
  const isEdited = gone.length === came.length && gone.every((at, nth) => at === came[nth]);
  if (isEdited) return gone.flatMap((at) => changesBetween(before[at], after[at], stepInto(pointer, at)));
  return [
    ...gone.map((at) => ({ pointer: stepInto(pointer, at), before: before[at], after: undefined })),
    ...came.map((at) => ({ pointer: stepInto(pointer, at), before: undefined, after: after[at] })),
  ];
}

/** Positions of the items that the other list does not have; of two equal ones, it must have two. */
function alone(items: readonly Json[], others: readonly Json[]): number[] {
  const left = [...others];
  return items.flatMap((item, at) => {
    const same = left.findIndex((other) => isSameJson(item, other));
    if (same < 0) return [at];
    left.splice(same, 1);
    return [];
  });
}

/** The body to send after something was changed: all of it, or only what changed and what the API always wants. */
export function sentBody(edit: Edit, base: JsonObject, changed: JsonObject): JsonObject {
  if (edit.sending !== 'changes') return changed;
  const kept = changedParts(base, changed, new Set(edit.always));
  const { inside } = edit;
  if (inside === undefined || !Object.hasOwn(kept, inside)) return kept;
  const [was, is] = [base[inside], changed[inside]];
  return isObject(was) && isObject(is) ? { ...kept, [inside]: changedParts(was, is, new Set()) } : kept;
}

const changedParts = (base: JsonObject, changed: JsonObject, always: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(changed).filter(([name, value]) => always.has(name) || !isSameJson(base[name], value)));

/** Puts the changes that were made to one start onto a newer one, field by field at the top. */
export function rebased(base: JsonObject, changed: JsonObject, newer: JsonObject): JsonObject {
  const result: JsonObject = { ...newer };
  for (const name of new Set([...Object.keys(base), ...Object.keys(changed)])) {
    if (isSameJson(base[name], changed[name])) continue;
    const value = changed[name];
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return result;
}
