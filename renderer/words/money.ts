import type { FailureKind } from '../../preload/contract/failure.ts';
import { dollars, exactDollars, wholeDollars } from '../../preload/contract/number-words.ts';

/** US dollars with cents: "$63.00". Accepts the API's decimal strings; "–" if the value is not a number. */
export const money = (usd: number | string | null): string => {
  if (usd === null || usd === '') return '–';
  // Decimal text is written as it is, without a number in between.
  return Number.isFinite(Number(usd)) ? dollars(usd) : '–';
};

/** Why there is no bill to show; `null`: no balance was asked for yet. Billing says more, with the scope. */
export const noBalance = (failure: FailureKind | null): string =>
  failure === null
    ? 'The balance has not been read yet'
    : failure === 'forbidden'
      ? 'This token may not read the bill'
      : 'The balance could not be read';

/** What a team owes: "$63.00", and "$100.00 credit" where DigitalOcean owes it, which its API writes as a negative balance. */
export const owed = (usd: string | null): string => (usd?.startsWith('-') ? `${money(usd.slice(1))} credit` : money(usd));

/** Whole dollars, for estimates and limits: "$1,089". */
export const roughMoney = wholeDollars;

/** For narrow places, without cents where there are none: "$24", "$7.20". */
export const shortMoney = (usd: number): string => (Number.isInteger(usd) ? roughMoney(usd) : money(usd));

/** Hourly prices, with fractions of a cent: "$0.03571". */
export const hourlyMoney = exactDollars;

/** "$504.00 a month"; "–" where it is not known. */
export const moneyAMonth = (usd: number | string | null): string => (usd === null ? money(null) : `${money(usd)} a month`);
