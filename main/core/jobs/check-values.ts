import type { Failure } from '../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../preload/contract/job.ts';
import { jobWords } from '../words/jobs.ts';

/** The values that a job gets: those of the fields that are shown, as the fields allow them. The first that is not is a failure. */
export function checkValues(fields: readonly JobField[], given: JobValues): { values: JobValues } | { failure: Failure } {
  const values: JobValues = {};
  for (const field of fields) {
    const { shownIf } = field;
    if (shownIf && !shownIf.values.includes(String(values[shownIf.field]))) continue;
    // A field that was emptied is `null`, and stays empty.
    const value = Object.hasOwn(given, field.name) ? (given[field.name] ?? null) : field.value;
    const problem = problemOf(field, value);
    if (problem) return { failure: { kind: 'invalid-arguments', ...problem, field: field.name } };
    values[field.name] = typeof value === 'string' ? value.trim() : value;
  }
  return { values };
}

function problemOf(field: JobField, value: JobValues[string]): Pick<Failure, 'message' | 'nextStep'> | null {
  const isEmpty = value === null || value === '' || (typeof value === 'string' && value.trim() === '');
  switch (field.kind) {
    case 'tick':
      return null;
    case 'choice':
      if (isEmpty) return field.isRequired ? jobWords.missing(field.label) : null;
      return field.choices.some((one) => one.value === value) ? null : jobWords.notOffered(String(value));
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [];
      if (chosen.length === 0) return field.isRequired ? jobWords.missing(field.label) : null;
      const other = chosen.find((one) => !field.choices.some(({ value: known }) => known === one));
      return other === undefined ? null : jobWords.notOffered(other);
    }
    case 'marks': {
      const changed = Array.isArray(value) ? value : [];
      if (changed.length === 0) return field.isRequired ? jobWords.noMark(field.label) : null;
      const known = new Map(field.choices.map((one) => [one.value, one.count]));
      const isFit = (mark: string) => new RegExp(`^(?:${field.pattern.source})$`, 'u').test(mark);
      for (const one of changed) {
        const mark = one.slice(1);
        const isOffered = one.startsWith('-') ? (known.get(mark) ?? 0) > 0 : one.startsWith('+');
        if (!isOffered) return jobWords.notOffered(mark);
        if (!known.has(mark) && !isFit(mark)) return jobWords.notSo(mark, field.pattern.words);
      }
      return null;
    }
    case 'text': {
      if (isEmpty) return field.isRequired ? jobWords.missing(field.label) : null;
      const isFit = field.pattern === null || new RegExp(`^(?:${field.pattern.source})$`, 'u').test(String(value).trim());
      return isFit ? null : jobWords.notSo(field.label, field.pattern?.words ?? '');
    }
    case 'number': {
      if (isEmpty) return field.isRequired ? jobWords.missing(field.label) : null;
      const { minimum, maximum, unit, label } = field;
      const isWithin = typeof value === 'number' && value >= minimum && value <= maximum;
      return isWithin ? null : jobWords.outOfRange(label, minimum, maximum, unit);
    }
  }
}
