import { type Change, changesBetween } from '../../../preload/contract/edits/difference.ts';
import { isObject, type Json, type JsonObject } from '../../../preload/contract/json.ts';
import { holdsSecret, isSecret } from '../../../preload/contract/secrets.ts';
import { jobWords } from '../words/jobs.ts';

/** A text longer than this says nothing beside another one. */
const longestShown = 60;

/** What was changed elsewhere, a line for each part of the thing. Neither secrets nor bare ids are shown. */
export function meanwhile(opened: JsonObject, now: JsonObject): string[] {
  const parts = Map.groupBy(changesBetween(opened, now), ({ pointer }) => pointer.split('/')[0] ?? '');
  return [...parts].map(([field, changes]) => line(field, changes));
}

function line(field: string, changes: readonly Change[]): string {
  const words = field.replaceAll('_', ' ');
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  const [only] = changes;
  if (changes.some((change) => isKeptBack(field, change))) return jobWords.changedText(label);
  if (only && changes.length === 1 && only.pointer === field) {
    const [before, after] = [textOf(only.before), textOf(only.after)];
    if (before !== null && after !== null) return jobWords.difference(label, before, after);
  }
  const added = changes.map(({ before, after }) => (before === undefined ? textOf(after) : null));
  const gone = changes.map(({ before, after }) => (after === undefined ? textOf(before) : null));
  const isSet = changes.every((_, at) => added[at] !== null || gone[at] !== null);
  const told = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null);
  return isSet ? jobWords.setDifference(label, told(added), told(gone)) : jobWords.changedText(label);
}

const isKeptBack = (field: string, { pointer, before, after }: Change): boolean =>
  /(^|_)u?u?ids?$/.test(field) ||
  [before, after].some(
    (value) => holdsSecret(value, field) || pointer.split('/').some((step) => isSecret({ field: step, value, inside: field })),
  );

/** A value as it stands in a sentence; `null`: it is too much for one. */
function textOf(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === '') return jobWords.nothing;
  if (typeof value === 'boolean') return value ? jobWords.on : jobWords.off;
  if (Array.isArray(value) || isObject(value)) return null;
  const text = String(value);
  return text.length <= longestShown && !text.includes('\n') ? text : null;
}
