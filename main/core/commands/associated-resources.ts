import { z } from 'zod';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { associatedNames, confirmationWords } from '../words/confirmations.ts';

/** Something that belongs to a droplet and can outlive it. */
export interface Associated {
  text: string;
  /** `null`: the API does not say. */
  priceMonthlyUsd: number | null;
}

const listSchema = z.array(z.object({ id: z.string(), name: z.string().optional(), cost: z.string().optional() })).optional();
const bodySchema = z.object({
  volumes: listSchema,
  snapshots: listSchema,
  volume_snapshots: listSchema,
  reserved_ips: listSchema,
  floating_ips: listSchema,
});

/** What would stay, and cost, when the droplet goes. Needs more scopes than deleting does, so a failure is not the end. */
export async function associatedResources(api: Api, dropletId: number): Promise<Outcome<Associated[]>> {
  const answer = await api.call('droplets_list_associatedResources', { path: { droplet_id: dropletId } });
  if (!answer.ok) return answer;
  const parsed = bodySchema.safeParse(answer.value.body);
  if (!parsed.success) return failed({ kind: 'bad-answer', message: parsed.error.message });
  const seen = new Set<string>();
  const found: Associated[] = [];
  for (const kind of ['volumes', 'snapshots', 'volume_snapshots', 'reserved_ips', 'floating_ips'] as const) {
    for (const { id, name, cost } of parsed.data[kind] ?? []) {
      // A reserved IP is listed a second time under its former name.
      if (seen.has(id)) continue;
      seen.add(id);
      const price = Number(cost?.replace(/[^0-9.]/g, '') || Number.NaN);
      const text = confirmationWords.resource(associatedNames[kind], name || id);
      found.push({ text, priceMonthlyUsd: Number.isFinite(price) ? price : null });
    }
  }
  return success(found);
}
