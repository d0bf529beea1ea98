import { amountOf, nothing, textOf } from '../../../../../preload/contract/amounts.ts';
import type { JobChoice } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { dollars } from '../../../../../preload/contract/number-words.ts';
import { option } from '../../fields.ts';
import { textAt } from '../../thing.ts';

/** "$5.00 a month" of a plan. */
export const priceOf = (tier: JsonObject): string => {
  const cents = amountOf(textAt(tier, 'monthly_price_in_cents')) ?? nothing;
  return cents.eq(0) ? 'free' : `${dollars(textOf(cents.div(100)))} a month`;
};

const gigabytes = (tier: JsonObject): string => `${Math.round(Number(textAt(tier, 'included_storage_bytes')) / 1024 ** 3)} GiB`;

/** A plan to choose, with its space and its price. */
export const tierChoice = (tier: JsonObject): JobChoice =>
  option(textAt(tier, 'slug'), textAt(tier, 'name'), `${gigabytes(tier)}, ${priceOf(tier)}`);
