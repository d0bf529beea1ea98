import { describe, expect, it } from 'vitest';
import { ago, clockTime, dayAndMonth, duration, span, timeLeft } from '../../../../main/core/words/time.ts';

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
    [3 * 86_400_000, '3 d'],
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
    expect(dayAndMonth(at)).toBe('23 Nov');
  });
});
