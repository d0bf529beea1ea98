import type { JobThing } from '../../../../preload/contract/job.ts';
import { clusterInTags } from '../../../../preload/contract/kubernetes-made.ts';
import { identifier, string } from '../../digitalocean/resources/wire-values.ts';
import type { Resources } from '../../resources/resources.ts';
import type { Thing } from '../job.ts';

/** What keeps a droplet, from what was read already: a cluster by its tags, a pool by the members that were read. */
export function ownerOf(resources: Resources, thing: JobThing): Thing['owner'] {
  if (thing.familyId !== 'droplets_list') return null;
  const { tags } = thing.row;
  const clusterId = clusterInTags(Array.isArray(tags) ? tags : []);
  if (clusterId !== null) {
    const clusters = resources.known(thing.connectionId, 'kubernetes_list_clusters').flatMap(({ items }) => items);
    const name = string(clusters.find((one) => identifier(one.id) === clusterId)?.name);
    return name === null ? null : { kind: 'cluster', name };
  }
  const pool = poolOf(resources, thing);
  return pool === null ? null : { kind: 'autoscale-pool', name: pool };
}

/**
 * The name of the autoscale pool that a droplet belongs to: nothing in a droplet tells it. The panel of a droplet reads the members
 * of pools that it may belong to. `null`: of none that is known.
 */
function poolOf(resources: Resources, { connectionId, id }: JobThing): string | null {
  const lists = resources.known(connectionId, 'autoscalepools_list_members');
  const own = lists.find(({ items }) => items.some((member) => identifier(member.droplet_id) === id));
  const poolId = own?.parent.autoscale_pool_id;
  if (poolId === undefined) return null;
  const pools = resources.known(connectionId, 'autoscalepools_list').flatMap(({ items }) => items);
  return string(pools.find((pool) => identifier(pool.id) === poolId)?.name) ?? poolId;
}
