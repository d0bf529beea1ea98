import { z } from 'zod';
import type { ConnectionState } from '../state/state.ts';

/** https://docs.digitalocean.com/reference/api/digitalocean/#operation/monitoring_list_alertPolicy */
const policySchema = z.object({
  uuid: z.string(),
  type: z.string(),
  description: z.string().catch(''),
  compare: z.enum(['GreaterThan', 'LessThan']),
  value: z.number(),
  window: z.string(),
  entities: z.array(z.string()).catch([]),
  tags: z.array(z.string()).catch([]),
  enabled: z.boolean().catch(true),
});
export type AlertPolicy = z.infer<typeof policySchema>;

/** The policies of a listing that Buoy understands. */
export const readPolicies = (items: readonly unknown[]): AlertPolicy[] =>
  items.flatMap((item) => policySchema.safeParse(item).data ?? []);

const windowsMs: Readonly<Record<string, number>> = { '5m': 300_000, '10m': 600_000, '30m': 1_800_000, '1h': 3_600_000 };

/** How far back a policy looks. An unknown window counts as five minutes, the shortest there is. */
export const windowMs = (policy: Pick<AlertPolicy, 'window'>): number => windowsMs[policy.window] ?? 300_000;

export const isExceeded = (policy: Pick<AlertPolicy, 'compare' | 'value'>, value: number): boolean =>
  policy.compare === 'GreaterThan' ? value > policy.value : value < policy.value;

/** A policy on one droplet. */
export interface Watched {
  policy: AlertPolicy;
  dropletId: number;
}

/**
 * Which droplets enabled policies are about: those named, those with one of the tags, or all where neither is given. Droplets
 * that are off have no metrics. Pinned droplets come first, because only so many can be looked at.
 */
export function watchedBy(policies: readonly AlertPolicy[], connection: ConnectionState, pinned: ReadonlySet<string>): Watched[] {
  const droplets = [...connection.droplets.values()].filter((droplet) => droplet.status === 'active');
  const watched = policies
    .filter((policy) => policy.enabled)
    .flatMap((policy) => {
      const isAll = policy.entities.length === 0 && policy.tags.length === 0;
      const covered = droplets.filter(
        (droplet) =>
          isAll || policy.entities.includes(String(droplet.id)) || droplet.tags.some((tag) => policy.tags.includes(tag)),
      );
      return covered.map((droplet) => ({ policy, dropletId: droplet.id }));
    });
  const rank = (one: Watched) => (pinned.has(`${connection.id}:${one.dropletId}`) ? 0 : 1);
  return watched.sort((one, other) => rank(one) - rank(other));
}
