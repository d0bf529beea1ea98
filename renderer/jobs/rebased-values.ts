import type { JobForm, JobValues } from '../../preload/contract/job.ts';
import { rebasedRows } from '../../preload/contract/job-rows.ts';
import { isSameJson } from '../../preload/contract/json.ts';
import { rowsOf } from './table/table-field.ts';

/** The values for a form that was opened anew: what the person changed in the one before, and else what the new one begins with. */
export const rebasedValues = (before: Pick<JobForm, 'fields'>, values: JobValues, newer: Pick<JobForm, 'fields'>): JobValues =>
  Object.fromEntries(
    newer.fields.map((field) => {
      const { name, value } = field;
      const was = before.fields.find((one) => one.name === name);
      const isOwn = was !== undefined && Object.hasOwn(values, name) && !isSameJson(values[name], was.value);
      if (isOwn && field.kind === 'table' && was.kind === 'table') return [name, rebasedRows(was, rowsOf(values[name]), field)];
      return [name, isOwn ? (values[name] ?? null) : value];
    }),
  );
