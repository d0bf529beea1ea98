import type { FailureKind } from '../../preload/contract/failure.ts';
import { dollars, exactDollars, wholeDollars } from '../../preload/contract/number-words.ts';

/** US dollars with cents: "$63.00". Accepts the API's decimal strings; "–" if the value is not a number. */
export const money = (usd: number | string | null): string => {
  if (usd === null) return '–';
  const value = Number(usd);
  return Number.isFinite(value) ? dollars(value) : '–';
};

/** Why there is no bill to show; `null`: no balance was asked for yet. Billing says more, with the scope. */
export const noBalance = (failure: FailureKind | null): string =>
  failure === null
    ? 'The balance has not been read yet'
    : failure === 'forbidden'
      ? 'This token may not read the bill'
      : 'The balance could not be read';

/** What a team owes: "$63.00", and "$100.00 credit" where DigitalOcean owes it, which its API writes as a negative balance. */
export const owed = (usd: string | null): string => (Number(usd) < 0 ? `${money(-Number(usd))} credit` : money(usd));

/** Whole dollars, for estimates and limits: "$1,089". */
export const roughMoney = wholeDollars;

/** For narrow places, without cents where there are none: "$24", "$7.20". */
export const shortMoney = (usd: number): string => (Number.isInteger(usd) ? roughMoney(usd) : money(usd));

/** Hourly prices, with fractions of a cent: "$0.03571". */
export const hourlyMoney = exactDollars;

/** "$504.00 a month"; "–" where it is not known. */
export const moneyAMonth = (usd: number | null): string => (usd === null ? money(null) : `${money(usd)} a month`);

/** The sum of prices in US dollars, rounded to cents. Unknown prices do not count; `null` if there are prices and none is known. */
export const sumUsd = (prices: Iterable<number | null>): number | null => {
  const all = [...prices];
  const known = all.filter((price) => price !== null);
  if (known.length === 0 && all.length > 0) return null;
  return Math.round(known.reduce((sum, price) => sum + price, 0) * 100) / 100;
};
