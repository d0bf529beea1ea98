import { z } from 'zod';
import { pricedAt, textOf } from '../../../preload/contract/amounts.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { associatedNames, confirmationWords } from '../words/confirmations.ts';

/** Something that belongs to a droplet and can outlive it. */
export interface Associated {
  /** Kind and name, such as "Volume db-data". */
  text: string;
  /** What it costs once the droplet is gone; `null`: the API does not say. */
  priceMonthlyUsd: string | null;
}

// `cost` is text in US dollars a month.
const listSchema = z.array(z.object({ id: z.string(), name: z.string().optional(), cost: z.string().optional() })).optional();
const bodySchema = z.object({
  volumes: listSchema,
  snapshots: listSchema,
  volume_snapshots: listSchema,
  reserved_ips: listSchema,
  floating_ips: listSchema,
});

/**
 * Lists what belongs to a droplet and would stay, and keep costing, after the droplet is destroyed. A token that may delete
 * droplets may lack the scopes for this read, so a failure here must not stop the deletion. The API leaves out what the token
 * may not see.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/droplets_list_associatedResources
 */
export async function associatedResources(api: Api, dropletId: number): Promise<Outcome<Associated[]>> {
  const answer = await api.call('droplets_list_associatedResources', { path: { droplet_id: dropletId } });
  if (!answer.ok) return answer;
  const parsed = bodySchema.safeParse(answer.value.body);
  if (!parsed.success) return failed({ kind: 'bad-answer', message: parsed.error.message });
  const seen = new Set<string>();
  const found: Associated[] = [];
  for (const kind of ['volumes', 'snapshots', 'volume_snapshots', 'reserved_ips', 'floating_ips'] as const) {
    for (const { id, name, cost } of parsed.data[kind] ?? []) {
      // The API lists a reserved IP a second time, as a floating IP, its former name.
      if (seen.has(id)) continue;
      seen.add(id);
      const text = confirmationWords.resource(associatedNames[kind], name || id);
      const price = pricedAt(cost);
      found.push({ text, priceMonthlyUsd: price && textOf(price) });
    }
  }
  return success(found);
}
