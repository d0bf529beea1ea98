import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groupedComing, isDated, monthDays, stillComing } from '../../../../renderer/readings/coming.ts';
import { aComing } from '../../../doubles/invented/invented-coming.ts';
import { inventedNow } from '../../../doubles/invented/invented-time.ts';

const hourMs = 3_600_000;
const all = { teamId: null, kind: null };
const groups = (...rows: ReturnType<typeof aComing>[]) =>
  groupedComing(rows, all, inventedNow).map(({ group, rows: own }) => [group, ...own.map(({ title }) => title)]);

describe('the groups of what is coming up', () => {
  it('go from what is over to what has no date, each by date', () => {
    const offered = aComing('offer', null, { kind: 'upgrades' });
    const found = groups(
      offered,
      aComing('far', 31),
      aComing('untold', null),
      aComing('near', 2),
      aComing('old', -3),
      aComing('next', 8),
      aComing('now', 1),
    );
    expect(found).toEqual([
      ['past', 'old'],
      ['week', 'now', 'near'],
      ['month', 'next'],
      ['later', 'far'],
      ['choice', 'offer'],
      ['untold', 'untold'],
    ]);
  });

  it('end the week after seven days and the month after thirty, to the millisecond', () => {
    expect(groups(aComing('a', 7), aComing('b', 6.9999), aComing('c', 30), aComing('d', 29.9999))).toEqual([
      ['week', 'b'],
      ['month', 'a', 'd'],
      ['later', 'c'],
    ]);
  });

  it('keep an open window in this week, and a day until it is over', () => {
    const window = aComing('window', 0, { kind: 'backups', atMs: inventedNow - hourMs, endsAtMs: inventedNow + hourMs });
    const untold = aComing('hour', 0, { kind: 'maintenance', atMs: inventedNow - hourMs / 2 });
    const today = aComing('today', 0, { kind: 'tokens', isDay: true, atMs: inventedNow - 14 * hourMs });
    const yesterday = aComing('yesterday', 0, { kind: 'tokens', isDay: true, atMs: inventedNow - 38 * hourMs });
    expect(groups(window, untold, today, yesterday)).toEqual([
      ['past', 'yesterday'],
      ['week', 'today', 'window', 'hour'],
    ]);
  });

  it('hold only the team and kind that were chosen', () => {
    const rows = [aComing('a', 1), aComing('b', 1, { connectionId: 'tp' }), aComing('c', 1, { kind: 'keys' })];
    const titles = (choice: Parameters<typeof groupedComing>[1]) =>
      groupedComing(rows, choice, inventedNow).flatMap((one) => one.rows.map(({ title }) => title));
    expect(titles({ teamId: 'hw', kind: null })).toEqual(['a', 'c']);
    expect(titles({ teamId: null, kind: 'keys' })).toEqual(['c']);
  });

  it('count only what is still to come', () => {
    expect(stillComing([aComing('old', -1), aComing('next', 1), aComing('untold', null)], null, inventedNow)).toHaveLength(1);
  });
});

describe('a month at a glance', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
  afterEach(() => vi.unstubAllEnvs());

  it('begins on Monday, marks today, and what falls on each local day', () => {
    const rows = [
      aComing('a', 0.5, { isNear: true }),
      aComing('b', 1, { kind: 'backups' }),
      aComing('c', 2),
      aComing('c2', 2, { kind: 'backups' }),
    ].filter(isDated);
    const { days } = monthDays(rows, inventedNow, 0);
    // November 2026 begins on a Sunday.
    expect(days.findIndex((day) => day !== null)).toBe(6);
    expect(days).toHaveLength(36);
    const marks = days.flatMap((day) => (day?.mark ? [[day.day, day.mark]] : []));
    expect(marks).toEqual([
      [24, 'near'],
      [25, 'ends'],
    ]);
    expect(days.find((day) => day?.isToday)?.day).toBe(23);
  });

  it('crosses the end of the year', () => {
    const nowMs = Date.UTC(2026, 11, 31, 12);
    const { startMs, days } = monthDays([aComing('x', 0, { atMs: Date.UTC(2027, 0, 1, 8) })].filter(isDated), nowMs, 1);
    expect(new Date(startMs).getFullYear()).toBe(2027);
    expect(days.find((day) => day?.mark)?.day).toBe(1);
  });
});
