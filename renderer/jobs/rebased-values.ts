import type { JobForm, JobValues } from '../../preload/contract/job.ts';
import { isSameJson } from '../../preload/contract/json.ts';

/** The values for a form that was opened anew: what the person changed in the one before, and else what the new one begins with. */
export const rebasedValues = (before: Pick<JobForm, 'fields'>, values: JobValues, newer: Pick<JobForm, 'fields'>): JobValues =>
  Object.fromEntries(
    newer.fields.map(({ name, value }) => {
      const was = before.fields.find((field) => field.name === name);
      const isOwn = was !== undefined && Object.hasOwn(values, name) && !isSameJson(values[name], was.value);
      return [name, isOwn ? (values[name] ?? null) : value];
    }),
  );
