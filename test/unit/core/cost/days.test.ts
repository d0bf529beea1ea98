import { describe, expect, it } from 'vitest';
import { monthsOf, toldDays } from '../../../../main/core/cost/days.ts';

const dayMs = 86_400_000;
const november = Date.UTC(2026, 10, 1);

describe('how a month went', () => {
  const point = (day: number, usedUsd: string) => ({
    key: `2026-11-${String(day).padStart(2, '0')}`,
    usedUsd,
    accountUsd: '0',
    atMs: november + (day - 0.5) * dayMs,
  });
  const told = toldDays([
    { start_date: '2026-11-01', total_amount: '4.00', description: 'Droplets' },
    { start_date: '2026-11-01', total_amount: '1.00', description: 'Volumes' },
    { start_date: '2026-11-02', total_amount: '6.00', description: 'Droplets' },
  ]);
  const nowMs = november + 3.5 * dayMs;

  it('is what Buoy saw, straight between its looks, and nothing after the last', () => {
    const { current } = monthsOf([{ points: [point(1, '5'), point(3, '25')], told: null, nowMs }], nowMs);
    expect(current.source).toBe('seen');
    expect(current.days.slice(0, 4)).toEqual([
      { day: '2026-11-01', usd: '10' },
      { day: '2026-11-02', usd: '20' },
      { day: '2026-11-03', usd: null },
      { day: '2026-11-04', usd: null },
    ]);
  });

  it('is what DigitalOcean estimated where Buoy saw nothing, and not known otherwise', () => {
    const { current, last, days } = monthsOf([{ points: [], told, nowMs }], nowMs);
    expect([current.source, last.source]).toEqual(['told', 'none']);
    expect(current.days.slice(0, 3).map(({ usd }) => usd)).toEqual(['5', '11', null]);
    expect(days[1]).toEqual({
      day: '2026-11-01',
      usd: '5',
      parts: [
        { name: 'Droplets', usd: '4' },
        { name: 'Volumes', usd: '1' },
      ],
    });
  });

  it('of several teams is their sum only on days that are known for all of them', () => {
    const both = monthsOf(
      [
        { points: [], told, nowMs },
        { points: [point(1, '5')], told: null, nowMs },
      ],
      nowMs,
    );
    expect(both.current.source).toBe('both');
    expect(both.current.days.slice(0, 2).map(({ usd }) => usd)).toEqual([null, null]);
  });
});
