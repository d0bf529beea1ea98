import type { JobFile, JobValues } from '../../preload/contract/job.ts';

/** The files of a value; none where it is of another kind. */
export const filesIn = (value: JobValues[string] | undefined): JobFile[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object') : [];

/** The words of a value that has several. */
export const wordsIn = (value: JobValues[string] | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
