import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ago, clockTime, span, timeLeft } from '../../../../main/core/words/time.ts';
import { billedMonth, duration, lastBilledDay } from '../../../../preload/contract/time-words.ts';

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [-5000, '0 s'],
    [31_400, '31 s'],
    [59_600, '1 min'],
    [80_000, '1 min 20 s'],
    [600_000, '10 min'],
    [1_260_000, '21 min'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
    [3 * 86_400_000, '3 days'],
  ])('%i ms reads %j', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });

  it('of what is left come in steps of five seconds', () => {
    expect([1000, 18_000, 81_000, 1_260_000].map(timeLeft)).toEqual(['5 s left', '20 s left', '1 min 20 s left', '21 min left']);
  });

  it('as spans come in whole minutes, hours and days', () => {
    expect([1000, 119_000, 7_100_000, 3 * 86_400_000].map(span)).toEqual(['1 min', '1 min', '1 h', '3 d']);
  });
});

describe('ages', () => {
  it('say "just now" for a minute and a half, so that healthy polling every minute changes no word', () => {
    expect([0, 66_000, 89_999, 90_000, 840_000].map((ms) => ago(0, ms))).toEqual([
      'just now',
      'just now',
      'just now',
      '1 min ago',
      '14 min ago',
    ]);
  });

  it('in the future, after the clock was set back, read as just now', () => {
    expect(ago(60_000, 0)).toBe('just now');
  });
});

describe('times', () => {
  const at = new Date(2026, 10, 23, 9, 5).getTime();
  it('of the same day are only the time, and others include the day', () => {
    expect(clockTime(at, at + 3_600_000)).toBe('09:05');
    expect(clockTime(at, at + 86_400_000)).toBe('23 Nov, 09:05');
    expect(clockTime(at, new Date(2027, 0, 2).getTime())).toBe('23 Nov 2026, 09:05');
    expect(clockTime(new Date(2027, 0, 12, 10).getTime(), at)).toBe('12 Jan 2027, 10:00');
  });
});

describe.each(['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'])('the month of the bill, seen from %s', (zone) => {
  beforeEach(() => vi.stubEnv('TZ', zone));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['2026-10-31T12:00:00Z', 'October', '31 Oct'],
    ['2026-11-01T00:00:00Z', 'November', '30 Nov'],
    ['2026-11-30T23:59:59Z', 'November', '30 Nov'],
    ['2028-02-01T00:00:00Z', 'February', '29 Feb'],
    ['2026-12-31T23:59:59Z', 'December', '31 Dec'],
  ])('of %s is %s, and ends on %s', (time, month, last) => {
    expect([billedMonth(Date.parse(time)), lastBilledDay(Date.parse(time))]).toEqual([month, last]);
  });
});
