import { manyWords } from '../../words/many.ts';
import { shownValues } from '../check-values.ts';
import type { JobContext, Opened, Thing } from '../job.ts';
import { stepsOf } from '../steps.ts';
import type { ManyJob } from './select.ts';

/**
 * What is done one after the other, a line for each way in which that is done to some of the things. `openedOf` is what was read of a
 * thing; a thing of which it was not, although its steps need it, is left out.
 */
export function stepLines(
  { forMany, open, plan }: ManyJob,
  contexts: readonly JobContext[],
  fields: Opened['fields'],
  openedOf: (thing: Thing) => Opened | undefined,
): string[] {
  if (forMany.how !== 'one by one') return [];
  const values = shownValues(fields ?? [], {});
  const ways = contexts.flatMap((context) => {
    const opened = open && forMany.isSentUnread !== true ? openedOf(context.thing) : {};
    if (opened === undefined) return [];
    const steps = stepsOf(plan(forMany.valuesOf?.(values, context) ?? values, context, opened));
    return steps.length === 0 ? [] : [steps.join('\n')];
  });
  return [...Map.groupBy(ways, (way) => way)].map(([way, of]) => manyWords.steps(of.length, contexts.length, way.split('\n')));
}
