import { describe, expect, it } from 'vitest';
import {
  age,
  ago,
  clockOrDay,
  dayHead,
  duration,
  endOfMonth,
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

  it('end the month on its last day, and tomorrow starts a new one', () => {
    expect(new Date(endOfMonth(now)).getDate()).toBe(30);
    expect(new Date(endOfMonth(new Date(2028, 1, 3).getTime())).getDate()).toBe(29);
    expect(untilTime(tomorrowAt(now, 8), now)).toBe('tomorrow 08:00');
    expect(untilTime(now + hour, now)).toBe('15:08');
  });
});
