import { type JobLevel, type JobValues, type JobWeight, jobLevels } from '../../../../preload/contract/job.ts';
import { isSameJson } from '../../../../preload/contract/json.ts';
import type { Plan, Step, Weight } from '../job.ts';
import { checkValues, shownValues } from './check-values.ts';
import { differencesIn } from './differences.ts';
import type { Session } from './sessions.ts';
import { stepsOf } from './steps.ts';

const rank = (level: JobLevel): number => jobLevels.indexOf(level);

/** Whether a level asks for more than what a person has seen. */
export const isAbove = (level: JobLevel, seen: JobLevel): boolean => rank(level) > rank(seen);

/**
 * What a job would do with these values, which may be incomplete: how far-reaching it is, and what changes. The same rule is
 * shown while one types, and holds when the job is run.
 */
export function weigh({ job, context, opened, form }: Session, given: JobValues): Omit<JobWeight, 'price'> {
  const values = shownValues(form.fields, given);
  const own: Weight = job.weigh?.(values, opened, context) ?? {};
  const level = own.level ?? form.level;
  const isWhole = 'values' in checkValues(form.fields, given);
  const plan = isWhole ? job.plan(values, context, opened) : null;
  const isEdit = job.isEdit ?? plan?.steps.some((step) => isComparable(step)) ?? false;
  const found = isEdit && plan !== null ? changes(plan, () => differencesIn(form.fields, values, opened.selectors)) : null;
  const steps = plan === null ? [] : stepsOf(plan);
  return {
    level,
    lines: [...(own.lines ?? [])],
    ...(steps.length === 0 ? {} : { steps }),
    differences: own.differences === undefined || found?.length === 0 ? found : (own.differences?.slice() ?? null),
    typeToConfirm: level === 'destructive' ? (form.typeToConfirm ?? context.thing.ownName) : null,
  };
}

const isComparable = ({ edit }: Step): boolean => edit !== undefined && edit.usesAnswers === undefined;

/**
 * Empty where nothing would change: the body that would be sent is the one that was read, or no field is another. `null`: the fields
 * do not tell what changes.
 */
function changes({ steps }: Plan, fromFields: () => string[]): string[] | null {
  const edits = steps.filter(isComparable);
  if (edits.length === 0) return fromFields();
  const isIdle = edits.every(({ edit }) => edit && isSameJson(edit.opened, edit.change(structuredClone(edit.opened), [])));
  if (isIdle) return [];
  const lines = fromFields();
  return lines.length === 0 ? null : lines;
}
