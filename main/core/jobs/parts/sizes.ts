import { amountOf, nothing, textOf } from '../../../../preload/contract/amounts.ts';
import type { JobChoice } from '../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../preload/contract/json.ts';
import { count, money } from '../../words/numbers.ts';
import { option } from '../fields.ts';
import { objectAt, textAt } from '../thing.ts';

/* Sizes of droplets, as `sizes_list` answers them. */

const numberAt = (row: JsonObject, field: string): number => Number(textAt(row, field)) || 0;

export const diskOf = (size: JsonObject): number => numberAt(size, 'disk');
/** US dollars a month, decimal text. */
export const priceOf = (size: JsonObject): string => textOf(amountOf(size.price_monthly) ?? nothing);
/** '' for sizes without a graphics processor. */
export const graphicsOf = (size: JsonObject | undefined): string => textAt(objectAt(size ?? {}, 'gpu_info'), 'model');

/** "4 vCPU, 8 GB, 160 GB disk". */
export const sizeInWords = (size: JsonObject): string =>
  `${numberAt(size, 'vcpus')} vCPU, ${count(numberAt(size, 'memory') / 1024)} GB, ${count(diskOf(size))} GB disk`;

/** "$48.00 a month (+ $24.00)"; the difference where there is a price to compare with. */
function sizePrice(size: JsonObject, beforeUsd: number | null): string {
  const price = priceOf(size);
  const more = amountOf(beforeUsd) && amountOf(price)?.minus(beforeUsd ?? 0);
  const difference = more ? ` (${more.lt(0) ? '−' : '+'} ${money(textOf(more.abs()))})` : '';
  return `${money(price)} a month${difference}`;
}

/** Sizes to choose from, kind by kind ("Basic", "CPU-Optimized"), and as the API orders them otherwise. */
export function sizeChoices(sizes: readonly JsonObject[], beforeUsd: number | null = null): JobChoice[] {
  const kinds = Map.groupBy(sizes, (size) => textAt(size, 'description'));
  return [...kinds].flatMap(([kind, those]) =>
    those.map((size) => ({
      ...option(textAt(size, 'slug'), sizeInWords(size), sizePrice(size, beforeUsd)),
      ...(kind === '' ? {} : { group: kind }),
    })),
  );
}
