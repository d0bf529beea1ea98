import { plainLabel } from '../words/field-names.ts';

/** Fields whose object is keyed by names that somebody chose, or that no schema lists. */
const dataMaps: ReadonlySet<string> = new Set(
  `annotations auths benchmark_score config_json env headers input input_schema invitations labels metadata metric output
   output_schema parameters plan_downgrades region_priorities tier_coverage workload_config`
    .split(/\s+/)
    .filter(Boolean),
);

const isFieldName = (name: string): boolean => /^[a-z][a-z\d]*([A-Z][a-z\d]*|_[a-zA-Z\d]+)*$/.test(name);

/** Whether the names in the object of that field are data, and not names of fields. */
export const isDataMap = (field: string): boolean => dataMaps.has(field);

/** What stands before a value: the words of a field's name, and a key that somebody chose as it is. */
export const labelOf = (name: string, isData: boolean): string => (isData || !isFieldName(name) ? name : plainLabel(name));
