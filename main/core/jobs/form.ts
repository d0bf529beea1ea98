import type { JobForm } from '../../../preload/contract/job.ts';
import { jobWords } from '../words/jobs.ts';
import { shownValues } from './check-values.ts';
import type { Job, JobContext, Opened } from './job.ts';

/** What is asked before a job runs. */
export function formOf(job: Job, context: JobContext, opened: Opened): Omit<JobForm, 'id'> {
  const { thing, team } = context;
  const values = shownValues(opened.fields ?? [], {});
  const level = job.weigh?.(values, opened, context).level ?? opened.level ?? job.level;
  return {
    title: job.isNew || job.isOfList ? job.label.replace('…', '') : jobWords.title(job.label, thing.name),
    level,
    lines: [...(opened.lines ?? []), jobWords.inTeam(team)],
    fields: [...(opened.fields ?? [])],
    goes: [...(opened.goes ?? (level === 'destructive' ? [thing.name] : []))],
    stays: [...(opened.stays ?? [])],
    typeToConfirm: level === 'destructive' ? thing.ownName : null,
    submitLabel: job.submitLabel ?? job.label.replace('…', ''),
    hasPrice: job.price !== undefined,
    ...(job.isAnswered ? { isAnswered: true as const } : {}),
  };
}
