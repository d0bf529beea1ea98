import { locale } from './locale.ts';

const cents = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' });
const dollars = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  maximumFractionDigits: 0,
});
const hourly = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  minimumFractionDigits: 2,
  maximumFractionDigits: 5,
});

/** US dollars to the cent: "$63.00". Takes the API's decimal strings as they are; "–" for what is no number. */
export const money = (usd: number | string | null): string => {
  if (usd === null) return '–';
  const value = Number(usd);
  return Number.isFinite(value) ? cents.format(value) : '–';
};

/** Whole dollars, for estimates and limits: "$1,089". */
export const roughMoney = (usd: number): string => dollars.format(usd);

/** Hourly prices keep the cents' fractions: "$0.03571". */
export const hourlyMoney = (usd: number): string => hourly.format(usd);

/** "$504.00 a month". */
export const moneyAMonth = (usd: number): string => `${money(usd)} a month`;

/** The sum of prices, where an unknown one counts as nothing. */
export const sumUsd = (prices: Iterable<number | null>): number => {
  let sum = 0;
  for (const price of prices) sum += price ?? 0;
  return Math.round(sum * 100) / 100;
};
