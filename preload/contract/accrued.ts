import { type Amount, amountOf, nothing } from './amounts.ts';
import { endOfBilledMonth } from './time-words.ts';

/** Hours after which a month's price is reached, where a price by the hour is not told. */
const fullMonthHours = 672;
const hourMs = 3_600_000;

type Amounts = string | number | null;

/**
 * About what a thing has cost between two times: by the second at its hourly price, in each month at most its monthly one. Without an
 * hourly price that of 672 hours is taken, which is how DigitalOcean relates the two.
 */
export function accruedUsd(price: { monthlyUsd: Amounts; hourlyUsd: Amounts }, fromMs: number, toMs: number): Amount {
  const monthly = amountOf(price.monthlyUsd) ?? nothing;
  const hourly = amountOf(price.hourlyUsd) ?? monthly.div(fullMonthHours);
  let sum = nothing;
  for (let startMs = fromMs; startMs < toMs; startMs = endOfBilledMonth(startMs) + 1) {
    const endMs = Math.min(endOfBilledMonth(startMs) + 1, toMs);
    const part = hourly.times(endMs - startMs).div(hourMs);
    sum = sum.plus(part.gt(monthly) ? monthly : part);
  }
  return sum.round(2);
}

/** About what a thing has cost in the month that runs, by what it costs now. */
export function accruedThisMonth(price: { monthlyUsd: Amounts; hourlyUsd: Amounts }, createdMs: number, nowMs: number): Amount {
  const at = new Date(nowMs);
  return accruedUsd(price, Math.max(createdMs, Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1)), nowMs);
}
