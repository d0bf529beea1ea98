import { resourceKey } from '../../../preload/contract/resource-key.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { clusterOf } from '../../droplet-actions/deeds.ts';
import { itemIn, listIn, textIn } from '../../families/panels/says.ts';
import { type Read, useReads } from '../../hooks/use-reads.ts';
import { itemHref } from '../../routes/resource-place.ts';

/** What keeps a droplet by itself. */
export interface DropletOwner {
  kind: 'cluster' | 'pool';
  /** `null` until it was read. */
  name: string | null;
  href: string;
}

/** The name of the autoscale pool, where it is one. */
export const poolNameOf = (owner: DropletOwner | null): string | null => (owner?.kind === 'pool' ? owner.name : null);

const freshForMs = 600_000;
/** Pools whose members are read: of one droplet's region and tags there are hardly more. */
const poolsAtMost = 4;
const members = 'autoscalepools_list_members';

/**
 * The Kubernetes cluster of a droplet, which its tags tell, or the autoscale pool, which only the members of pools tell: those
 * that make droplets in its region with tags that it has.
 */
export function useDropletOwner(droplet: DropletRow): DropletOwner | null {
  const { connectionId } = droplet;
  const clusterId = clusterOf(droplet);
  const familyId = clusterId === null ? 'autoscalepools_list' : 'kubernetes_list_clusters';
  const lists = useReads(connectionId, [{ familyId, freshForMs, isAsked: true }]);
  const rows = lists.get(resourceKey(connectionId, familyId))?.items ?? [];
  const fitting = clusterId === null ? rows.filter((pool) => couldBeOf(pool, droplet)).slice(0, poolsAtMost) : [];
  const reads = fitting.map((pool): Read & { parent: Record<string, string> } => ({
    familyId: members,
    parent: { autoscale_pool_id: textIn(pool, 'id') },
    freshForMs,
    isAsked: true,
  }));
  const inside = useReads(connectionId, reads);
  if (clusterId !== null) {
    const cluster = rows.find((row) => row.id === clusterId);
    const name = cluster === undefined ? null : textIn(cluster, 'name');
    return { kind: 'cluster', name, href: itemHref('kubernetes_list_clusters', connectionId, clusterId) };
  }
  const own = reads.find(({ parent }) => {
    const listed = inside.get(resourceKey(connectionId, members, parent))?.items ?? [];
    return listed.some((member) => textIn(member, 'droplet_id') === String(droplet.id));
  });
  if (own === undefined) return null;
  const id = own.parent.autoscale_pool_id ?? '';
  const pool = rows.find((row) => row.id === id) ?? {};
  return { kind: 'pool', name: textIn(pool, 'name'), href: itemHref('autoscalepools_list', connectionId, id) };
}

function couldBeOf(pool: Readonly<Record<string, unknown>>, droplet: DropletRow): boolean {
  const template = itemIn(pool, 'droplet_template');
  return template.region === droplet.regionSlug && listIn(template, 'tags').every((tag) => droplet.tags.includes(tag));
}
