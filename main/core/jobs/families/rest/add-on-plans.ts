import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { money } from '../../../words/numbers.ts';
import { textAt } from '../../thing.ts';

/* Plans of add-ons, which an add-on itself repeats under longer names. */

export const slugOf = (plan: JsonObject): string => textAt(plan, 'slug') || textAt(plan, 'plan_slug');

export const planName = (plan: JsonObject): string => textAt(plan, 'display_name') || textAt(plan, 'name') || slugOf(plan);

/** US dollars a month; `null`: it is free. */
export const priceOf = (plan: JsonObject): number | null => {
  const price = Number(textAt(plan, 'price_per_month') || textAt(plan, 'plan_price_per_month'));
  return Number.isFinite(price) && price > 0 ? price : null;
};

export const priceWords = (price: number | null): string => (price === null ? 'free' : `${money(price)} a month`);
