import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { billedDay, billedMonth, duration, endOfBilledMonth } from '../../../../preload/contract/time-words.ts';
import {
  age,
  ago,
  clockOrDay,
  dayHead,
  roughDuration,
  tomorrowAt,
  untilTime,
  usualSpan,
} from '../../../../renderer/words/times.ts';

const now = new Date(2026, 10, 23, 14, 8).getTime();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('times', () => {
  it.each([
    [0, '0 s'],
    [31_000, '31 s'],
    [80_000, '1 min 20 s'],
    [21 * minute, '21 min'],
    [2 * hour + 5 * minute, '2 h 5 min'],
    [3 * day, '3 days'],
    [-4000, '0 s'],
  ])('writes a duration of %d ms as %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it.each([
    [1000, 'just now'],
    [12_000, '12 s ago'],
    [6 * minute, '6 min ago'],
    [5 * hour, '5 h ago'],
    [26 * hour, 'yesterday 12:08'],
    [4 * day, '19 Nov 14:08'],
    [-3000, 'just now'],
  ])('says when something was, %d ms back, as %s', (ms, words) => {
    expect(ago(now - ms, now)).toBe(words);
  });

  it.each([
    [10_000, '1 min'],
    [5 * hour, '5 h'],
    [3 * day, '3 d'],
    [250 * day, '8 mo'],
    [800 * day, '2 y'],
  ])('says how old a thing is, %d ms, as %s', (ms, words) => {
    expect(age(now - ms, now)).toBe(words);
  });

  it('name days as people do, across midnight', () => {
    const lateYesterday = new Date(2026, 10, 22, 23, 59).getTime();
    expect(dayHead(now, now)).toBe('Today');
    expect(dayHead(lateYesterday, now)).toBe('Yesterday');
    expect(dayHead(now - 2 * day, now)).toBe('Saturday 21 November');
    expect(clockOrDay(lateYesterday, now)).toBe('yesterday 23:59');
  });

  it('give a range only if the usual times differ by minutes', () => {
    expect(usualSpan(222_000, [180_000, 250_000])).toBe('3 to 4 min');
    expect(usualSpan(25_000, [20_000, 31_000])).toBe('25 s');
    expect(usualSpan(25_000, null)).toBe('25 s');
  });

  it('never promise less than five seconds', () => {
    expect(roughDuration(400)).toBe('5 s');
  });

  it('start a new day tomorrow', () => {
    expect(untilTime(tomorrowAt(now, 8), now)).toBe('tomorrow 08:00');
    expect(untilTime(now + hour, now)).toBe('15:08');
  });

  it('have their year where it is another one than now', () => {
    const nextYear = new Date(2027, 0, 12, 10).getTime();
    expect([clockOrDay(nextYear, now), untilTime(nextYear, now)]).toEqual(['12 Jan 2027 10:00', '12 Jan 2027 10:00']);
    expect(ago(new Date(2025, 10, 20, 9).getTime(), now)).toBe('20 Nov 2025 09:00');
    expect(dayHead(new Date(2025, 11, 31, 9).getTime(), now)).toBe('Wednesday 31 December 2025');
    const newYear = new Date(2027, 0, 1, 0, 30).getTime();
    expect([clockOrDay(newYear - hour, newYear), dayHead(newYear - hour, newYear)]).toEqual(['yesterday 23:30', 'Yesterday']);
    expect(clockOrDay(newYear - 2 * day, newYear)).toBe('30 Dec 2026 00:30');
  });
});

describe('days around a clock change', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['of 25 hours', Date.UTC(2026, 9, 25, 11)],
    ['of 23 hours', Date.UTC(2026, 2, 29, 10)],
  ])('%s are told apart at midnight', (_case, noonMs) => {
    const midnight = new Date(noonMs).setHours(0, 0, 0, 0);
    expect(dayHead(midnight, noonMs)).toBe('Today');
    expect(dayHead(midnight - 1, noonMs)).toBe('Yesterday');
    expect(dayHead(midnight - 1, new Date(noonMs).setHours(24, 0, 0, 0))).not.toBe('Yesterday');
    expect(dayHead(midnight, new Date(noonMs).setHours(24, 0, 0, 0))).toBe('Yesterday');
  });
});

describe.each(['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'])('the month of the bill, seen from %s', (zone) => {
  beforeEach(() => vi.stubEnv('TZ', zone));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['2026-10-31T12:00:00Z', 'October', '31 October'],
    ['2026-11-01T00:00:00Z', 'November', '30 November'],
    ['2026-11-30T23:59:59Z', 'November', '30 November'],
    ['2028-02-29T23:59:59Z', 'February', '29 February'],
  ])('of %s is %s, and ends on %s', (time, month, last) => {
    const atMs = Date.parse(time);
    expect([billedMonth(atMs), billedDay(endOfBilledMonth(atMs))]).toEqual([month, last]);
  });
});
