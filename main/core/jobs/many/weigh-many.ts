import type { JobLevel, JobValues, JobWeight } from '../../../../preload/contract/job.ts';
import { jobLevels } from '../../../../preload/contract/job.ts';
import { manyWords } from '../../words/many.ts';
import { checkValues, shownValues } from '../engine/check-values.ts';
import { stepsOf } from '../engine/steps.ts';
import { contextOfOne, type OpenedGroup } from './opened-group.ts';
import type { ManyJob } from './select.ts';

interface Weighed {
  job: ManyJob;
  groups: readonly OpenedGroup[];
  form: { level: JobLevel; typeToConfirm: string | null };
}

/**
 * What a job would do to all of them with these values, which may be incomplete. The same rule is shown while one types, and holds
 * when it is run.
 */
export function weighMany({ job, groups, form }: Weighed, given: JobValues): JobWeight {
  const fields = groups[0]?.opened.fields ?? [];
  const values = shownValues(fields, given);
  const own = groups.map(({ opened }) => job.forMany.weigh?.(values, opened) ?? {});
  const level = highest(own.map((one) => one.level ?? form.level));
  const isWhole = 'values' in checkValues(fields, given);
  const steps = isWhole ? stepsWith(job, groups, values) : { each: [], all: [] };
  return {
    level,
    lines: [...new Set(own.flatMap(({ lines = [] }) => lines)), ...steps.each],
    ...(steps.all.length === 0 ? {} : { steps: steps.all }),
    differences: null,
    typeToConfirm: level === 'destructive' ? form.typeToConfirm : null,
    price: null,
  };
}

export const highest = (levels: readonly JobLevel[]): JobLevel =>
  levels.reduce((one, other) => (jobLevels.indexOf(other) > jobLevels.indexOf(one) ? other : one), 'safe');

/**
 * What is done one after the other: with all of them together, or a line for each way in which it is done to some. A thing that was
 * not read, although its steps need it, is left out.
 */
export function stepsWith(
  { forMany, open, plan }: ManyJob,
  groups: readonly OpenedGroup[],
  values: JobValues,
): { each: string[]; all: string[] } {
  if (forMany.how === 'together') {
    const [group] = groups;
    return { each: [], all: group ? stepsOf(forMany.plan(values, group.context, group.opened)) : [] };
  }
  const isRead = open !== undefined && forMany.isSentUnread !== true;
  const things = groups.flatMap(({ context, ofEach }) =>
    context.things.map((thing) => ({ context: contextOfOne(context, thing), opened: isRead ? ofEach?.get(thing) : {} })),
  );
  const ways = things.flatMap(({ context, opened }) => {
    if (opened === undefined) return [];
    const steps = stepsOf(plan(forMany.valuesOf?.(values, context) ?? values, context, opened));
    return steps.length === 0 ? [] : [steps.join('\n')];
  });
  const byWay = [...Map.groupBy(ways, (way) => way)];
  return { each: byWay.map(([way, of]) => manyWords.steps(of.length, things.length, way.split('\n'))), all: [] };
}
