import type { JobField, JobValues } from '../../../../preload/contract/job.ts';
import { filesOf } from '../../../../preload/contract/job-files.ts';
import { jobWords } from '../../words/jobs.ts';
import { changesOf, rowsIn, several } from '../fields.ts';
import { isShort } from './short-text.ts';
import { tableDifferences } from './table-differences.ts';

/**
 * What the values change about what a form began with, a line for each field or row of a table: "Nodes: 3 → 4". Fields that only choose what the
 * others are about are `selectors`; a choice that nothing was chosen in is one too.
 */
export function differencesIn(fields: readonly JobField[], values: JobValues, selectors: readonly string[] = []): string[] {
  return fields.flatMap((field) => {
    if (!Object.hasOwn(values, field.name) || selectors.includes(field.name)) return [];
    const value = values[field.name] ?? null;
    if (field.kind === 'table') return tableDifferences(field, rowsIn(value));
    const line = lineOf(field, value);
    return line === null ? [] : [line];
  });
}

function lineOf(field: Exclude<JobField, { kind: 'table' }>, value: JobValues[string]): string | null {
  const { label } = field;
  switch (field.kind) {
    case 'tick':
      return field.value === value ? null : jobWords.difference(label, onOrOff(field.value), onOrOff(value === true));
    case 'number':
      if (field.value === value) return null;
      // "Nodes: 3 → 4", but "Size: 100 → 150 GiB".
      return jobWords.difference(
        label,
        jobWords.amount(field.value),
        jobWords.amount(value as number | null, label.toLowerCase() === field.unit ? '' : field.unit),
      );
    case 'choice': {
      if (field.value === null || field.value === value) return null;
      const words = (chosen: unknown): string => {
        const found = field.choices.find((one) => one.value === chosen);
        // An hour in UTC stands with the hour here.
        const beside = found?.detail?.endsWith(' here') ? ` (${found.detail})` : '';
        return found ? `${found.label}${beside}` : jobWords.nothing;
      };
      return jobWords.difference(label, words(field.value), words(value));
    }
    case 'choices': {
      const words = (list: readonly string[]) =>
        list.map((one) => field.choices.find(({ value: known }) => known === one)?.label ?? one);
      const chosen = several(value);
      const added = chosen.filter((one) => !field.value.includes(one));
      const gone = field.value.filter((one) => !chosen.includes(one));
      return added.length + gone.length === 0 ? null : jobWords.setDifference(label, words(added), words(gone));
    }
    case 'files': {
      const names = filesOf(value).map(({ name }) => name);
      return names.length === 0 ? null : jobWords.setDifference(label, names, []);
    }
    case 'marks': {
      const { on, off } = changesOf(value);
      return on.length + off.length === 0 ? null : jobWords.setDifference(label, on, off);
    }
    case 'text': {
      const after = String(value ?? '').trim();
      if (field.value.trim() === after) return null;
      const isShown = !field.isSecret && [field.value, after].every(isShort);
      return isShown
        ? jobWords.difference(label, field.value || jobWords.nothing, after || jobWords.nothing)
        : jobWords.changedText(label);
    }
  }
}

const onOrOff = (isOn: boolean): string => (isOn ? jobWords.on : jobWords.off);
