import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Allowance, RollingWindow, usualLimits } from '../../../../main/demo/wire/limits.ts';

describe('a rolling window', () => {
  it('never holds more than its limit in any span of its length', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 8 }), (waits, limit) => {
        const window = new RollingWindow(limit, 1_000);
        const taken: number[] = [];
        let now = 0;
        for (const wait of waits) {
          now += wait;
          if (window.isSpent(now)) continue;
          window.add(now);
          taken.push(now);
        }
        for (const at of taken)
          expect(taken.filter((other) => other > at - 1_000 && other <= at).length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('frees the oldest request exactly one window after it was made', () => {
    const window = new RollingWindow(1, 1_000);
    window.add(5);
    expect([window.isSpent(1_004), window.isSpent(1_005)]).toEqual([true, false]);
  });

  it('stays small over a long time', () => {
    const window = new RollingWindow(10, 100);
    for (let now = 0; now < 60_000; now += 1) if (!window.isSpent(now)) window.add(now);
    expect(window.count(60_000)).toBeLessThanOrEqual(10);
  });
});

describe('an allowance', () => {
  it('asks to come back when the fuller short window has room', () => {
    const allowance = new Allowance(usualLimits);
    const special = { group: 'keys', requests: 2, windowSeconds: 10 };
    for (const at of [0, 3_000]) expect(allowance.admit(at, special)).toEqual({ isAdmitted: true });
    expect(allowance.admit(4_500, special)).toEqual({ isAdmitted: false, retryAfterSeconds: 6 });
    expect(allowance.admit(4_500, null)).toEqual({ isAdmitted: true });
    expect(allowance.admit(10_000, special)).toEqual({ isAdmitted: true });
  });

  it('gives a whole window as reset before the first request', () => {
    expect(new Allowance(usualLimits).headers(1_000)).toEqual({
      'ratelimit-limit': '5000',
      'ratelimit-remaining': '5000',
      'ratelimit-reset': '3601',
    });
  });
});
