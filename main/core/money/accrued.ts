import { type Amount, amountOf, nothing } from '../../../preload/contract/amounts.ts';
import { dayMs, monthStart } from './calendar.ts';

/** Hours after which a month's price is reached, where a price by the hour is not told. */
const fullMonthHours = 672;

/**
 * About what a thing has cost between two times: by the second at its hourly price, in each month at most its monthly one. Without an
 * hourly price that of 672 hours is taken, which is how DigitalOcean relates the two.
 */
export function accruedUsd(price: { monthlyUsd: string; hourlyUsd: string | null }, fromMs: number, toMs: number): Amount {
  const monthly = amountOf(price.monthlyUsd) ?? nothing;
  const hourly = amountOf(price.hourlyUsd) ?? monthly.div(fullMonthHours);
  let sum = nothing;
  for (let startMs = fromMs; startMs < toMs; startMs = monthStart(startMs, 1)) {
    const endMs = Math.min(monthStart(startMs, 1), toMs);
    const part = hourly.times(endMs - startMs).div(dayMs / 24);
    sum = sum.plus(part.gt(monthly) ? monthly : part);
  }
  return sum.round(2);
}
