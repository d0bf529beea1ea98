import type { JobForm } from './job.ts';

/** Whether a job that was opened runs without a question. */
export const asksNothing = ({ fields, level }: Pick<JobForm, 'fields' | 'level'>): boolean =>
  fields.length === 0 && (level === 'safe' || level === 'normal');
