import type { JobField } from '../../../preload/contract/job.ts';
import type { JobRow } from '../../../preload/contract/job-table-schema.ts';

export type TableField = Extract<JobField, { kind: 'table' }>;

/** The rows of a table that is being filled in. */
export const rowsOf = (value: unknown): JobRow[] =>
  Array.isArray(value) ? value.filter((one): one is JobRow => typeof one === 'object' && one !== null) : [];
