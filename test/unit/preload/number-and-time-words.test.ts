import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { counted, dollars, exactDollars, wholeDollars, wholeNumber } from '../../../preload/contract/number-words.ts';
import {
  calendarDay,
  clock,
  daysApart,
  duration,
  exactMoment,
  longDay,
  shortDay,
  shortSpan,
  startOfDate,
  untilOrAgo,
} from '../../../preload/contract/time-words.ts';

const at = new Date(2026, 8, 3, 9, 5, 7).getTime();
const nextYear = new Date(2027, 0, 12).getTime();

describe('times in words', () => {
  it('are the same wherever they stand', () => {
    expect([clock(at), calendarDay(at), exactMoment(at)]).toEqual(['09:05', '3 Sep 2026', '3 Sep 2026, 09:05:07']);
    expect([shortDay(at, at), longDay(at, at)]).toEqual(['3 Sep', 'Thursday 3 September']);
  });

  it('have their year where it is another one than now', () => {
    expect([shortDay(at, nextYear), longDay(at, nextYear)]).toEqual(['3 Sep 2026', 'Thursday 3 September 2026']);
  });

  it.each([
    [0, '0 s', '0 s'],
    [-5000, '0 s', '0 s'],
    [80_000, '1 min 20 s', '1 min'],
    [1_260_000, '21 min', '21 min'],
    [7_500_000, '2 h 5 min', '2 h'],
    [86_400_000, '1 day', '1 day'],
    [3 * 86_400_000, '3 days', '3 days'],
    [1_099 * 86_400_000, '1,099 days', '1,099 days'],
  ])('say how long %i ms are', (ms, long, short) => {
    expect([duration(ms), shortSpan(ms)]).toEqual([long, short]);
  });
});

describe('days between two times', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['of 25 hours', Date.UTC(2026, 9, 25, 11)],
    ['of 23 hours', Date.UTC(2026, 2, 29, 10)],
  ])('are counted by midnights, across a day %s', (_case, noonMs) => {
    const midnight = new Date(noonMs).setHours(24, 0, 0, 0);
    expect([daysApart(noonMs, midnight - 1), daysApart(noonMs, midnight), daysApart(midnight, noonMs)]).toEqual([0, 1, -1]);
  });
});

describe('how long it takes, or how long ago it was', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
  afterEach(() => vi.unstubAllEnvs());
  const moment = (iso: string, own: object = {}) => ({ atMs: Date.parse(iso), endsAtMs: null, isDay: false, ...own });
  const said = (at: Parameters<typeof untilOrAgo>[0], now: string) => untilOrAgo(at, Date.parse(now));

  it.each([
    ['nine days and 23 hours', '2026-12-03T13:00:00Z', '2026-11-23T14:00:00Z', 'in 9 days'],
    ['a day less a second', '2026-11-24T14:00:00Z', '2026-11-23T14:00:01Z', 'in 23 h'],
    ['a day of 23 hours', '2027-03-28T22:00:00Z', '2027-03-27T23:00:00Z', 'in 23 h'],
    ['a day of 25 hours', '2026-10-25T23:00:00Z', '2026-10-24T22:00:00Z', 'in 1 day'],
    ['the turn of the year', '2027-01-01T00:00:00Z', '2026-12-30T23:00:00Z', 'in 1 day'],
    ['a leap day', '2028-03-01T00:00:00Z', '2028-02-28T00:00:00Z', 'in 2 days'],
    ['three days ago', '2026-11-20T14:00:00Z', '2026-11-23T15:00:00Z', '3 days ago'],
    ['half a minute', '2026-11-23T14:00:30Z', '2026-11-23T14:00:00Z', 'now'],
  ])('is never rounded up, for %s', (_what, at, now, expected) => {
    expect(said(moment(at), now)).toBe(expected);
  });

  it('is now while a window is open, and today on a day of which the hour is not known', () => {
    const window = moment('2026-11-23T14:00:00Z', { endsAtMs: Date.parse('2026-11-23T18:00:00Z') });
    expect([said(window, '2026-11-23T17:59:59Z'), said(window, '2026-11-23T19:00:00Z')]).toEqual(['now', '5 h ago']);
    const day = moment('2026-11-22T23:00:00Z', { isDay: true });
    expect([said(day, '2026-11-23T22:59:00Z'), said(day, '2026-11-23T23:00:00Z')]).toEqual(['today', '1 day ago']);
  });

  it('begins a written day at its local midnight', () => {
    expect(startOfDate('2026-12-06')).toBe(Date.parse('2026-12-06T00:00:00+01:00'));
    expect(startOfDate('2026-07-06')).toBe(Date.parse('2026-07-06T00:00:00+02:00'));
  });
});

describe('numbers in words', () => {
  it('have commas, and money its currency', () => {
    expect([wholeNumber(4870), dollars(1089.5), wholeDollars(1089.5), exactDollars(0.03571)]).toEqual([
      '4,870',
      '$1,089.50',
      '$1,090',
      '$0.03571',
    ]);
    expect([dollars(-5), counted(1, 'droplet'), counted(23, 'entry', 'entries')]).toEqual(['−$5.00', '1 droplet', '23 entries']);
  });
});
