import { execFileSync } from 'node:child_process';
import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, monthStart, periodBefore, periodOf } from '../../../../main/core/money/calendar.ts';
import { forecastOf } from '../../../../main/core/money/forecast.ts';
import { pointsAtMost, type SpendPoint, withPoint } from '../../../../main/core/money/spending.ts';
import { unusualDay } from '../../../../main/core/money/unusual-day.ts';
import { sumOf, sumOfPrices, textOf, timesOf } from '../../../../preload/contract/amounts.ts';

const dayMs = 86_400_000;
const november = Date.UTC(2026, 10, 1);

/** One look at noon of each day, the month's usage growing by these amounts. */
function seen(perDay: readonly number[], fromMs = november): readonly SpendPoint[] {
  let used = new Big(0);
  let points: readonly SpendPoint[] = [];
  perDay.forEach((amount, index) => {
    used = used.plus(index === 0 ? new Big(amount).div(2) : amount);
    points = withPoint(points, { usedUsd: textOf(used), accountUsd: '0', atMs: fromMs + index * dayMs + dayMs / 2 });
  });
  return points;
}
const days = (count: number, amount: number): number[] => Array.from({ length: count }, () => amount);
function forecastAfter(perDay: readonly number[]) {
  const points = seen(perDay);
  const last = points.at(-1);
  if (!last) throw new Error('no day');
  return forecastOf({ usedUsd: last.usedUsd, atMs: last.atMs }, points);
}

describe('amounts', () => {
  const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
  it('add up to the whole, however they are grouped', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.integer({ min: 0, max: 5 }))), (parts) => {
        const amounts = parts.map(([value, group]) => ({ usd: new Big(value).div(100), group }));
        const groups = Map.groupBy(amounts, ({ group }) => group);
        const sums = [...groups.values()].map((rows) => sumOf(rows.map(({ usd }) => usd)));
        const whole = sumOf(amounts.map(({ usd }) => usd));
        expect(textOf(sumOf(sums))).toBe(textOf(whole));
        // In whole cents, where no fraction can be lost.
        expect(textOf(whole.times(100))).toBe(String(parts.reduce((sum, [value]) => sum + BigInt(value), 0n)));
      }),
    );
  });

  it('are the same sum in every order, with equal prices counted first', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('0.1', '0.2', '4.00', '63.00', '0.00595')), (prices) => {
        const sum = textOf(sumOf(prices.map((price) => new Big(price))));
        expect(new Big(sumOfPrices(prices) ?? 'x').eq(sum)).toBe(true);
        expect(sumOfPrices([...prices].reverse())).toBe(sumOfPrices(prices));
      }),
    );
  });

  it('keep every digit of a price that is taken many times', () => {
    expect(timesOf('0.00595', 10_000)).toBe('59.5');
    expect(timesOf(0.1, 3)).toBe('0.3');
  });
});

describe('months and days', () => {
  it.each([
    ['the last millisecond of a month', november - 1, '2026-10', '2026-10-31'],
    ['its first', november, '2026-11', '2026-11-01'],
    ['a leap day', Date.UTC(2028, 1, 29, 23, 59), '2028-02', '2028-02-29'],
  ])('are those of UTC at %s', (_name, atMs, period, day) => {
    expect([periodOf(atMs), dayOf(atMs)]).toEqual([period, day]);
    expect(periodOf(monthStart(atMs))).toBe(period);
  });

  it('go back over the turn of a year', () => {
    expect(periodBefore('2027-01')).toBe('2026-12');
    expect(monthStart(Date.UTC(2027, 0, 31), 1)).toBe(Date.UTC(2027, 1, 1));
  });

  it.each(['Pacific/Pago_Pago', 'Pacific/Kiritimati'])('do not depend on where the computer is: %s', (zone) => {
    const script = `
      import { periodOf, dayOf, monthStart } from '${new URL('../../../../main/core/money/calendar.ts', import.meta.url).href}';
      import { forecastOf } from '${new URL('../../../../main/core/money/forecast.ts', import.meta.url).href}';
      const at = Date.UTC(2026, 10, 30, 23, 30);
      console.log(JSON.stringify([new Date(at).getTimezoneOffset() !== 0, periodOf(at), dayOf(at), monthStart(at, 1),
        forecastOf({ usedUsd: '299', atMs: at }, [])?.usd]));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([true, '2026-11', '2026-11-30', Date.UTC(2026, 11, 1), '299.21']);
  });
});

describe('the forecast of a month', () => {
  it('of a steady month is a straight line with a narrow band', () => {
    expect(forecastAfter(days(15, 10))).toEqual({ usd: '300', likely: { lowUsd: '300', highUsd: '300' } });
  });

  it('does not count a charge that came once for every day that is left', () => {
    // 11 days of $10, $200 on the twelfth, then $10 again: 300 and the 190 that came once.
    expect(forecastAfter([...days(11, 10), 200, ...days(3, 10)])).toEqual({
      usd: '490',
      likely: { lowUsd: '490', highUsd: '490' },
    });
  });

  it('follows a lasting change after four days, and says before how far it may go', () => {
    const soon = forecastAfter([...days(12, 10), ...days(2, 30)]);
    expect(soon?.usd).toBe('340');
    expect(Number(soon?.likely?.highUsd)).toBeGreaterThan(600);
    expect(forecastAfter([...days(12, 10), ...days(4, 30)])?.usd).toBe('670');
  });

  it('takes a credit off what was used, and not off the days that are left', () => {
    // 14 days of $10 and a credit of $50 on the fifteenth.
    expect(forecastAfter([...days(14, 10), -50])?.usd).toBe('240');
  });

  it('is none in the first two days, and the mean of the month while nothing else was seen', () => {
    expect(forecastOf({ usedUsd: '9', atMs: november + 2 * dayMs - 1 }, [])).toBeNull();
    expect(forecastOf({ usedUsd: '20', atMs: november + 2 * dayMs }, [])).toEqual({ usd: '300', likely: null });
  });

  it('counts only the days of its own month', () => {
    const october = seen(days(31, 99), Date.UTC(2026, 9, 1));
    expect(forecastOf({ usedUsd: '50', atMs: november + 5 * dayMs }, october)?.usd).toBe('300');
  });

  it('is between what was used and no bound, and within its band, for whatever month', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 4, maxLength: 30 }), (amounts) => {
        const forecast = forecastAfter(amounts);
        const used = new Big(seen(amounts).at(-1)?.usedUsd ?? 0);
        expect(new Big(forecast?.usd ?? 0).gte(used.round(2))).toBe(true);
        expect(new Big(forecast?.likely?.lowUsd ?? forecast?.usd ?? 0).lte(forecast?.usd ?? 0)).toBe(true);
        expect(new Big(forecast?.likely?.highUsd ?? forecast?.usd ?? 0).gte(forecast?.usd ?? 0)).toBe(true);
      }),
    );
  });
});

describe('what Buoy saw', () => {
  it('is one point a day, the newest of it, and nothing older than thirteen months', () => {
    let points: readonly SpendPoint[] = [];
    for (let hour = 0; hour < 24 * 500; hour += 6) {
      points = withPoint(points, { usedUsd: String(hour), accountUsd: '0', atMs: november + hour * 3_600_000 });
    }
    expect(new Set(points.map(({ key }) => key)).size).toBe(points.length);
    expect(points.length).toBeLessThanOrEqual(pointsAtMost);
    const last = points.at(-1);
    expect(last?.usedUsd).toBe(String(24 * 500 - 6));
    expect(points[0]?.atMs).toBeGreaterThanOrEqual(monthStart(last?.atMs ?? 0, -13));
    expect(withPoint(points, { usedUsd: '1', accountUsd: '0', atMs: (last?.atMs ?? 0) - 1000 })).toBe(points);
  });
});

describe('a day far above the usual', () => {
  it('is told with what is usual', () => {
    expect(unusualDay(seen([...days(9, 10), 45]))).toEqual({ day: '2026-11-10', spentUsd: '45', usualUsd: '10' });
  });

  it.each([
    ['a usual day', [...days(9, 10), 12]],
    ['too few days to know', [...days(4, 10), 100]],
    ['cents', [...days(9, 0.1), 0.5]],
    ['a credit', [...days(9, 10), -100]],
  ])('is not told of %s', (_name, amounts) => {
    expect(unusualDay(seen(amounts))).toBeNull();
  });

  it('is not told after days without a look, because nobody knows which of them it was', () => {
    const points = seen(days(9, 10));
    const later = { usedUsd: '400', accountUsd: '0', atMs: november + 13 * dayMs };
    expect(unusualDay(withPoint(points, later))).toBeNull();
  });

  it('sees the first day of a month against the last days of the one before', () => {
    const october = seen(days(31, 10), Date.UTC(2026, 9, 1));
    const first = withPoint(october, { usedUsd: '60', accountUsd: '0', atMs: november + dayMs / 2 });
    expect(unusualDay(first)).toEqual({ day: '2026-11-01', spentUsd: '60', usualUsd: '10' });
  });
});
