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

describe('numbers in words', () => {
  it('have commas, and money its currency', () => {
    expect([wholeNumber(4870), dollars(1089.5), wholeDollars(1089.5), exactDollars(0.03571)]).toEqual([
      '4,870',
      '$1,089.50',
      '$1,090',
      '$0.03571',
    ]);
    expect([dollars(-5), counted(1, 'droplet'), counted(23, 'entry', 'entries')]).toEqual(['-$5.00', '1 droplet', '23 entries']);
  });
});
