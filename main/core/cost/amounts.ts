import { Big } from 'big.js';

/*
 * Amounts of money, exactly: the API writes them as decimal text or as numbers, and sums of floating point numbers drift. Rounding
 * is for those who show them.
 */

export const nothing = new Big(0);

/** An amount as the API writes it; `null` for what is none. */
export function amountOf(value: unknown): Big | null {
  if (typeof value === 'number') return Number.isFinite(value) ? new Big(value) : null;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? new Big(value.trim()) : null;
}

export const sumOf = (amounts: Iterable<Big>): Big => [...amounts].reduce((sum, one) => sum.plus(one), nothing);

/** Plain decimal text, with all its digits and never with an exponent. */
export const textOf = (amount: Big): string => amount.toFixed();
