import { describe, expect, it } from 'vitest';
import type { NoticeRow } from '../../../../preload/contract/notice.ts';
import { keysOf, noticeSections } from '../../../../renderer/readings/notice-sections.ts';
import { aNotice } from '../../../doubles/invented/notices.ts';

const at = (day: number, hours: number) => new Date(2026, 10, day, hours).getTime();
const row = (key: string, atMs: number, fields: Partial<NoticeRow> = {}): NoticeRow => ({
  ...aNotice({ key, atMs }),
  isStillTrue: false,
  snoozedUntilMs: null,
  parts: [],
  ...fields,
});
const all = { teamId: null, kind: null };
const shape = (rows: NoticeRow[], filter = all as Parameters<typeof noticeSections>[1]) =>
  noticeSections(rows, filter).map(({ day, rows: own, facts }) => [day, own.map((one) => one.key), facts]);

describe('the sections of the notices', () => {
  it('put first what is still true, however old, and then the rest by day, newest first', () => {
    const rows = [row('old', at(20, 9), { isStillTrue: true }), row('a', at(23, 9)), row('b', at(23, 11)), row('c', at(22, 23))];
    expect(shape(rows)).toEqual([
      [null, ['old'], 1],
      [at(23, 0), ['b', 'a'], 2],
      [at(22, 0), ['c'], 1],
    ]);
  });

  it('count the facts of rows about several', () => {
    expect(shape([row('a', at(23, 9), { count: 4 }), row('b', at(23, 8))])).toEqual([[at(23, 0), ['a', 'b'], 5]]);
  });

  it('show one team with what belongs to all, and one kind', () => {
    const rows = [
      row('mine', at(23, 9)),
      row('other', at(23, 8), { connectionId: 'c2' }),
      row('all', at(23, 7), { connectionId: null, kind: 'spend-threshold' }),
    ];
    expect(shape(rows, { teamId: 'c1', kind: null })).toEqual([[at(23, 0), ['mine', 'all'], 2]]);
    expect(shape(rows, { teamId: null, kind: 'spend-threshold' })).toEqual([[at(23, 0), ['all'], 1]]);
    expect(shape(rows, { teamId: 'c1', kind: 'uptime-up' })).toEqual([]);
  });

  it('name what was read with a row: itself and its parts', () => {
    const part = { key: 'p', title: '', body: '', route: null, atMs: 0, matter: null, buttons: [], snoozedUntilMs: null };
    expect(keysOf(row('a', 0, { parts: [part] }))).toEqual(['a', 'p']);
  });
});
