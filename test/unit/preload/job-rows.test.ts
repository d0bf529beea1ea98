import { describe, expect, it } from 'vitest';
import { rebasedRows } from '../../../preload/contract/job-rows.ts';
import { type JobTable, tableProblems } from '../../../preload/contract/job-table.ts';
import type { JobColumn, JobRow } from '../../../preload/contract/job-table-schema.ts';

const columns: JobColumn[] = [
  {
    kind: 'text',
    name: 'key',
    label: 'Name',
    isUnique: true,
    isRequired: true,
    pattern: { source: '\\w+', words: 'letters' },
    secretIf: null,
  },
  { kind: 'text', name: 'value', label: 'Value', isUnique: false, isRequired: false, pattern: null, secretIf: 'secret' },
  { kind: 'tick', name: 'secret', label: 'Secret', noun: 'a secret' },
];
const row = (key: string, value: string | null, more: Partial<JobRow> = {}): JobRow => ({
  id: `is ${key}`,
  cells: { key, value, secret: value === null },
  ...more,
});
const table = (...value: JobRow[]): JobTable => ({ columns, value });
const told = (rows: readonly JobRow[]) => rows.map(({ cells }) => [cells.key, cells.value]);

describe('a table that was opened anew', () => {
  it('has what is there now, with what was changed, taken away and added here', () => {
    const before = table(row('A', '1'), row('B', '2'), row('C', null), row('D', '4'));
    const own = [row('A', 'mine'), row('C', null), row('D', '4'), row('N', 'new', { id: 'new 1' })];
    const newer = table(row('D', 'theirs'), row('A', '1'), row('B', '2'), row('C', null), row('E', '5'));
    expect(told(rebasedRows(before, own, newer))).toEqual([
      ['D', 'theirs'],
      ['A', 'mine'],
      ['C', null],
      ['E', '5'],
      ['N', 'new'],
    ]);
  });

  it('changes the cells of a row one by one', () => {
    const own = [{ ...row('A', '1'), cells: { key: 'A', value: '1', secret: true } }];
    expect(rebasedRows(table(row('A', '1')), own, table(row('A', 'theirs')))).toEqual([
      { id: 'is A', cells: { key: 'A', value: 'theirs', secret: true } },
    ]);
  });

  it('adds what was changed here and is gone there, whose secret has to be typed, and leaves the rest gone', () => {
    const before = table(row('A', null), row('B', '2'));
    const own = [{ ...row('A', null), cells: { key: 'RENAMED', value: null, secret: true } }, row('B', '2')];
    const newer = table();
    const rows = rebasedRows(before, own, newer);
    expect(told(rows)).toEqual([['RENAMED', '']]);
    expect(tableProblems(newer, rows)).toMatchObject([{ kind: 'missing', column: { name: 'value' } }]);
  });
});

describe('what is wrong in a table', () => {
  it('is never what was there before', () => {
    const odd = table(row('not fit', '1'), row('A', '1'), row('A', '2', { id: 'again' }));
    expect(tableProblems(odd, odd.value)).toEqual([]);
  });

  it('is the new one of two with the same name, wherever it stands', () => {
    const rows = [row('A', '1', { id: 'new 1' }), row('A', '1'), row('B', '', { id: 'new 2' }), row('B', '', { id: 'new 3' })];
    const problems = tableProblems(table(row('A', '1')), rows);
    expect(problems.map(({ rowId, kind }) => [rowId, kind])).toEqual([
      ['new 1', 'twice'],
      ['new 3', 'twice'],
    ]);
  });
});

describe('a text that every row keeps to itself', () => {
  const secret: JobTable = {
    columns: [
      { kind: 'text', name: 'key', label: 'Name', isUnique: false, isRequired: true, pattern: null, secretIf: null },
      { kind: 'text', name: 'value', label: 'Value', isUnique: false, isRequired: true, pattern: null, secretIf: true },
    ],
    value: [{ id: 'is 0', cells: { key: 'A', value: null } }],
  };

  it('stays as it is where nothing is typed, and is missing in a new row without it', () => {
    expect(tableProblems(secret, secret.value)).toEqual([]);
    const added = { id: 'new 1', cells: { key: 'B', value: '' } };
    expect(tableProblems(secret, [...secret.value, added])).toMatchObject([{ rowId: 'new 1', kind: 'missing' }]);
  });
});
