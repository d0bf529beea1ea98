import type { JobChoice, JobField } from '../../../preload/contract/job.ts';
import { jobFilesAtMost } from '../../../preload/contract/job-files.ts';
import type { JobRow } from '../../../preload/contract/job-table-schema.ts';

type Field<K extends JobField['kind']> = Extract<JobField, { kind: K }>;
type Given<K extends JobField['kind'], Needed extends keyof Field<K>> = Pick<Field<K>, Needed> &
  Partial<Omit<Field<K>, 'kind' | Needed>>;

const shared = { hint: null, shownIf: null, isRequired: true } as const;

/** One of several. With a single choice it is made already. */
export const choice = (given: Given<'choice', 'name' | 'label' | 'choices'>): JobField => ({
  kind: 'choice',
  ...shared,
  value: given.choices.length === 1 ? (given.choices[0]?.value ?? null) : null,
  ...given,
});

/** Marks that all, some or none of several things have. */
export const marks = (given: Given<'marks', 'name' | 'label' | 'choices' | 'of' | 'pattern'>): JobField => ({
  kind: 'marks',
  ...shared,
  value: [],
  ...given,
});

/** The marks that a person puts on and takes off. */
export function changesOf(value: unknown): { on: string[]; off: string[] } {
  const changes = several(value);
  const those = (sign: string) => changes.filter((one) => one.startsWith(sign)).map((one) => one.slice(1));
  return { on: those('+'), off: those('-') };
}

/** So many a person finds at a glance, such as the days of a week. */
const atAGlance = 7;

/** Any number of several. */
export const choices = (given: Given<'choices', 'name' | 'label' | 'choices'>): JobField => ({
  kind: 'choices',
  ...shared,
  isRequired: false,
  isSearched: given.choices.length > atAGlance,
  value: [],
  ...given,
});

export const text = (given: Given<'text', 'name' | 'label'>): JobField => ({
  kind: 'text',
  ...shared,
  value: '',
  isSecret: false,
  isLong: false,
  pattern: null,
  ...given,
});

/** Files that a person has, whole. */
export const files = (given: Given<'files', 'name' | 'label'>): JobField => ({
  kind: 'files',
  ...shared,
  value: [],
  most: jobFilesAtMost.count,
  ...given,
});

export const number = (given: Given<'number', 'name' | 'label' | 'minimum' | 'maximum' | 'unit'>): JobField => ({
  kind: 'number',
  ...shared,
  value: null,
  step: 1,
  ...given,
});

export const tick = (given: Given<'tick', 'name' | 'label'>): JobField => ({ kind: 'tick', ...shared, value: false, ...given });

/** Rows that can be added, changed and taken away. */
export const table = (given: Given<'table', 'name' | 'label' | 'columns' | 'noun' | 'value'>): Field<'table'> => ({
  kind: 'table',
  hint: null,
  shownIf: null,
  pastedInto: null,
  isFolded: false,
  ...given,
});

/** The rows of a table that was filled in. */
export const rowsIn = (value: unknown): JobRow[] =>
  Array.isArray(value) ? value.filter((one): one is JobRow => typeof one === 'object' && one !== null) : [];

export const option = (value: string, label: string, detail: string | null = null): JobChoice => ({ value, label, detail });

/** What a person chose, in the words in which it was offered. */
export function chosen(fields: readonly JobField[] | undefined, name: string, value: unknown): string {
  const field = fields?.find((one) => one.name === name);
  const offered = field?.kind === 'choice' || field?.kind === 'choices' ? field.choices : [];
  return offered.find((one) => one.value === value)?.label ?? String(value);
}

/** The values of a field that takes several. */
export const several = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
