import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { dollars } from '../../../../../preload/contract/number-words.ts';
import type { Ask, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';

export const clusterPath = (thing: Thing) => ({ cluster_id: thing.id });

/** "4 vCPU, 8 GB, $48.00 a month", by the slugs of sizes. Empty where the token may not list sizes. */
export async function sizesBySlug(ask: Ask): Promise<Map<string, { words: string; monthlyUsd: number }>> {
  const listed = await ask.list('sizes_list');
  const rows = listed.ok ? listed.value : [];
  return new Map(
    rows.map((size) => {
      const monthlyUsd = Number(textAt(size, 'price_monthly'));
      const words = `${textAt(size, 'vcpus')} vCPU, ${Number(textAt(size, 'memory')) / 1024} GB, ${dollars(monthlyUsd)} a month`;
      return [textAt(size, 'slug'), { words, monthlyUsd }];
    }),
  );
}

export const nodesOf = (row: JsonObject): JsonObject[] => (Array.isArray(row.nodes) ? row.nodes : []).filter(isObject);
