import type { JobThing } from '../../../../preload/contract/job.ts';
import { identifier, string } from '../../digitalocean/resources/wire-values.ts';
import type { Resources } from '../../resources/resources.ts';

/**
 * The name of the autoscale pool that a droplet belongs to, from what was read already: nothing in a droplet tells it. The panel of
 * a droplet reads the members of pools that it may belong to. `null`: of none that is known.
 */
export function poolOf(resources: Resources, { connectionId, familyId, id }: JobThing): string | null {
  if (familyId !== 'droplets_list') return null;
  const lists = resources.known(connectionId, 'autoscalepools_list_members');
  const own = lists.find(({ items }) => items.some((member) => identifier(member.droplet_id) === id));
  const poolId = own?.parent.autoscale_pool_id;
  if (poolId === undefined) return null;
  const pools = resources.known(connectionId, 'autoscalepools_list').flatMap(({ items }) => items);
  return string(pools.find((pool) => identifier(pool.id) === poolId)?.name) ?? poolId;
}
