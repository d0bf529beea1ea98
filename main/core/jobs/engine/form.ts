import type { JobForm } from '../../../../preload/contract/job.ts';
import { jobWords } from '../../words/jobs.ts';
import type { Job, JobContext, Opened } from '../job.ts';
import { shownValues } from './check-values.ts';
import { stepsOf } from './steps.ts';

/** What is asked before a job runs. */
export function formOf(job: Job, context: JobContext, opened: Opened): Omit<JobForm, 'id'> {
  const { thing, team } = context;
  const fields = [...(opened.fields ?? [])];
  const values = shownValues(fields, {});
  // Where nothing is filled in, nothing is weighed.
  const steps = fields.length === 0 ? stepsOf(job.plan({}, context, opened)) : [];
  const level = job.weigh?.(values, opened, context).level ?? opened.level ?? job.level;
  return {
    title: job.isNew || job.isOfList ? job.label.replace('…', '') : jobWords.title(job.label, thing.name),
    level,
    lines: [...(opened.lines ?? []), jobWords.inTeam(team)],
    ...(steps.length === 0 ? {} : { steps }),
    fields,
    goes: [...(opened.goes ?? (level === 'destructive' ? [thing.name] : []))],
    stays: [...(opened.stays ?? [])],
    typeToConfirm: level === 'destructive' ? (opened.toType ?? thing.ownName) : null,
    submitLabel: job.submitLabel ?? job.label.replace('…', ''),
    hasPrice: job.price !== undefined,
    ...(job.isAnswered ? { isAnswered: true as const } : {}),
  };
}
