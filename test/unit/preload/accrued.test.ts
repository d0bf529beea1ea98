import { describe, expect, it } from 'vitest';
import { accruedThisMonth, accruedUsd } from '../../../preload/contract/accrued.ts';

const dayMs = 86_400_000;
const november = Date.UTC(2026, 10, 1);

describe('what a thing has cost since', () => {
  it('is reckoned by the second, and in each month at most its price', () => {
    const price = { monthlyUsd: '48', hourlyUsd: '0.07143' };
    expect(accruedUsd(price, november, november + 3_600_000).toFixed()).toBe('0.07');
    expect(accruedUsd(price, november, Date.UTC(2027, 0, 1)).toFixed()).toBe('96');
    expect(accruedUsd({ monthlyUsd: '6.72', hourlyUsd: null }, november, november + dayMs).toFixed()).toBe('0.24');
    expect(accruedUsd(price, november, november).toFixed()).toBe('0');
  });
});

describe('what a thing has cost in the month that runs', () => {
  it('begins with the month, or with the thing, in UTC, and never passes the price of the month', () => {
    const price = { monthlyUsd: 24, hourlyUsd: 0.03571 };
    const nowMs = november + 2 * dayMs;
    expect(accruedThisMonth(price, 0, nowMs).toFixed()).toBe('1.71');
    expect(accruedThisMonth(price, nowMs - 3_600_000, nowMs).toFixed()).toBe('0.04');
    expect(accruedThisMonth(price, 0, november + 30 * dayMs - 1).toFixed()).toBe('24');
    expect(accruedThisMonth(price, nowMs + dayMs, nowMs).toFixed()).toBe('0');
  });
});
