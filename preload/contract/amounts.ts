import { Big } from 'big.js';

/*
 * Amounts of money, exactly: the API writes them as decimal text or as numbers, and sums of floating point numbers drift. Rounding
 * is for those who show them.
 */

export type Amount = Big;

export const nothing = new Big(0);

/** An amount as the API writes it; `null` for what is none. */
export function amountOf(value: unknown): Big | null {
  if (typeof value === 'number') return Number.isFinite(value) ? new Big(value) : null;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? new Big(value.trim()) : null;
}

/** An amount that the API may write with a sign of its currency; `null` for what is none. */
export const pricedAt = (value: unknown): Big | null =>
  amountOf(typeof value === 'string' ? value.replaceAll(/[^0-9.]/g, '') : value);

export const sumOf = (amounts: Iterable<Big>): Big => [...amounts].reduce((sum, one) => sum.plus(one), nothing);

/** Plain decimal text, with all its digits and never with an exponent. */
export const textOf = (amount: Big): string => amount.toFixed();

/** What so many of a thing cost. Parts of a cent beyond the tenth digit, which only shares have, are rounded. */
export const timesOf = (price: number | string, count: number): string =>
  textOf((amountOf(price) ?? nothing).times(new Big(count)));

/**
 * The sum of prices, exactly. Those that are not known do not count. Prices repeat, so that equal ones are counted first: lists
 * have thousands of droplets of few sizes. `null`: there are prices, and none is known.
 */
export function sumOfPrices(prices: Iterable<number | string | null | undefined>): string | null {
  const counts = new Map<number | string, number>();
  let hasAny = false;
  for (const price of prices) {
    hasAny = true;
    if (price !== null && price !== undefined) counts.set(price, (counts.get(price) ?? 0) + 1);
  }
  let sum: Big | null = null;
  for (const [price, count] of counts) {
    const amount = amountOf(price);
    if (amount !== null) sum = (sum ?? nothing).plus(amount.times(count));
  }
  return sum === null ? (hasAny ? null : '0') : textOf(sum);
}

/** How much of the whole a part is, for drawings and percentages; 0 of nothing. */
export const shareOf = (part: Big, whole: Big): number => (whole.lte(0) ? 0 : part.div(whole).toNumber());
