import type { JobForm } from './job.ts';

/** Whether a job that was opened runs without a question. One of several steps shows them first. */
export const asksNothing = ({ fields, level, steps }: Pick<JobForm, 'fields' | 'level' | 'steps'>): boolean =>
  fields.length === 0 && steps === undefined && (level === 'safe' || level === 'normal');
