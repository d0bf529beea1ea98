import type { Failure } from '../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../preload/contract/job.ts';
import { filesOf, jobFilesAtMost } from '../../../../preload/contract/job-files.ts';
import { tableProblems, writtenRows } from '../../../../preload/contract/job-table.ts';
import { jobWords } from '../../words/jobs.ts';
import { rowsIn, several } from '../fields.ts';

/** The values of the fields that are shown: those that were given, else those that the form began with. */
export function shownValues(fields: readonly JobField[], given: JobValues): JobValues {
  const values: JobValues = {};
  for (const field of fields) {
    const { shownIf } = field;
    if (shownIf && !shownIf.values.includes(String(values[shownIf.field]))) continue;
    // A field that was emptied is `null`, and stays empty.
    const value = Object.hasOwn(given, field.name) ? (given[field.name] ?? null) : field.value;
    if (field.kind === 'table') values[field.name] = writtenRows(field, rowsIn(value));
    else values[field.name] = typeof value === 'string' ? value.trim() : value;
  }
  return values;
}

/** The values that a job gets, as the fields allow them. All that are missing are one failure, else the first that is wrong is. */
export function checkValues(fields: readonly JobField[], given: JobValues): { values: JobValues } | { failure: Failure } {
  const values = shownValues(fields, given);
  const shown = fields.filter(({ name }) => Object.hasOwn(values, name));
  const missing = shown.filter((field) => isMissing(field, values[field.name] ?? null));
  const [first] = missing;
  if (first) {
    const words = jobWords.missing(missing.map(({ label }) => label));
    return { failure: { kind: 'invalid-arguments', ...words, field: first.name } };
  }
  for (const field of shown) {
    const problem = problemOf(field, values[field.name] ?? null);
    if (problem) return { failure: { kind: 'invalid-arguments', ...problem, field: field.name } };
  }
  return { values };
}

const isEmpty = (value: JobValues[string]): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isMissing = (field: JobField, value: JobValues[string]): boolean =>
  'isRequired' in field && field.isRequired && isEmpty(value);

function problemOf(field: JobField, value: JobValues[string]): Pick<Failure, 'message' | 'nextStep'> | null {
  if (isEmpty(value)) return null;
  switch (field.kind) {
    case 'tick':
      return null;
    case 'choice':
      return field.choices.some((one) => one.value === value) ? null : jobWords.notOffered(String(value));
    case 'choices': {
      const chosen = several(value);
      const other = chosen.find((one) => !field.choices.some(({ value: known }) => known === one));
      return other === undefined ? null : jobWords.notOffered(other);
    }
    case 'marks': {
      const changed = several(value);
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
      const isFit = field.pattern === null || new RegExp(`^(?:${field.pattern.source})$`, 'u').test(String(value));
      return isFit ? null : jobWords.notSo(field.label, field.pattern?.words ?? '');
    }
    case 'files': {
      const chosen = filesOf(value);
      if (chosen.length > field.most) return jobWords.tooManyFiles(field.most);
      const empty = chosen.find(({ bytes }) => bytes === 0);
      if (empty) return jobWords.emptyFile(empty.name);
      const bytes = chosen.reduce((sum, one) => sum + one.bytes, 0);
      return bytes > jobFilesAtMost.megabytes * 1_000_000 ? jobWords.filesTooLarge(jobFilesAtMost.megabytes) : null;
    }
    case 'table': {
      const rows = rowsIn(value);
      const [first] = tableProblems(field, rows);
      if (first) return jobWords.wrongCell(field.label, rows.findIndex(({ id }) => id === first.rowId) + 1, first);
      const choices = field.columns.flatMap((column) => (column.kind === 'choice' ? [column] : []));
      const other = choices.flatMap(({ name, choices: known }) =>
        rows.flatMap(({ cells: { [name]: cell = null } }) =>
          cell === null || known.some((one) => one.value === cell) ? [] : [String(cell)],
        ),
      );
      return other[0] === undefined ? null : jobWords.notOffered(other[0]);
    }
    case 'number': {
      const { minimum, maximum, unit, label } = field;
      const isWithin = typeof value === 'number' && value >= minimum && value <= maximum;
      return isWithin ? null : jobWords.outOfRange(label, minimum, maximum, unit);
    }
  }
}
