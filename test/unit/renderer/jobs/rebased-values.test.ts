import { describe, expect, it } from 'vitest';
import type { JobField, JobForm } from '../../../../preload/contract/job.ts';
import type { JobRow } from '../../../../preload/contract/job-table-schema.ts';
import { rebasedValues } from '../../../../renderer/jobs/rebased-values.ts';

const row = (key: string, value: string): JobRow => ({ id: `is ${key}`, cells: { key, value } });
const column = { kind: 'text', isUnique: false, isRequired: false, pattern: null, secretIf: null } as const;
const form = (name: string, ...value: JobRow[]): Pick<JobForm, 'fields'> => {
  const text: JobField = {
    kind: 'text',
    name: 'name',
    label: 'Name',
    hint: null,
    shownIf: null,
    value: name,
    isRequired: true,
    isSecret: false,
    isLong: false,
    pattern: null,
  };
  const table: JobField = {
    kind: 'table',
    name: 'web',
    label: 'web',
    hint: null,
    shownIf: null,
    noun: 'variable',
    pastedInto: null,
    isFolded: false,
    columns: [
      { ...column, name: 'key', label: 'Name' },
      { ...column, name: 'value', label: 'Value' },
    ],
    value,
  };
  return { fields: [text, table] };
};

describe('the values of a form that was opened anew', () => {
  it('are those that are there now where nothing was changed', () => {
    const values = { name: 'one', web: [row('A', '1')] };
    const newer = form('two', row('A', 'theirs'));
    expect(rebasedValues(form('one', row('A', '1')), values, newer)).toEqual({ name: 'two', web: [row('A', 'theirs')] });
  });

  it('keep what was changed, in a table row by row', () => {
    const values = { name: 'mine', web: [row('A', 'mine'), row('B', '2')] };
    const newer = form('two', row('B', 'theirs'), row('A', '1'));
    expect(rebasedValues(form('one', row('A', '1'), row('B', '2')), values, newer)).toEqual({
      name: 'mine',
      web: [row('B', 'theirs'), row('A', 'mine')],
    });
  });
});
