import type { AlertPolicy } from '../digitalocean/resources/alert-policies.ts';
import type { Droplets } from './droplets.ts';

/** How far back a policy looks, in milliseconds. An unknown window counts as five minutes, the shortest of the API. */
export const windowMs = (policy: Pick<AlertPolicy, 'windowMinutes'>): number => (policy.windowMinutes ?? 5) * 60_000;

/** Whether a value crosses a policy's limit. Always false for a comparison that Buoy does not know. */
export function isExceeded({ compare, value: limit }: Pick<AlertPolicy, 'compare' | 'value'>, value: number): boolean {
  if (compare === 'unknown') return false;
  return compare === 'GreaterThan' ? value > limit : value < limit;
}

/** A policy for one of its droplets. */
export interface Watched {
  policy: AlertPolicy;
  dropletId: number;
}

/**
 * Pairs each enabled policy with its droplets: those that it names, those with one of its tags, or all when it is about all.
 * Only active droplets send metrics. Pinned ones come first, because the budget does not reach for all.
 */
export function watchedBy(policies: readonly AlertPolicy[], all: Droplets, isPinned: (dropletId: number) => boolean): Watched[] {
  const droplets = [...all.values()].filter((droplet) => droplet.status === 'active');
  const watched = policies
    .filter((policy) => policy.isEnabled && policy.compare !== 'unknown')
    .flatMap((policy) => {
      const covered = droplets.filter(
        (droplet) =>
          policy.isAboutAll ||
          policy.entities.includes(String(droplet.id)) ||
          droplet.tags.some((tag) => policy.tags.includes(tag)),
      );
      return covered.map((droplet) => ({ policy, dropletId: droplet.id }));
    });
  const rank = (one: Watched) => (isPinned(one.dropletId) ? 0 : 1);
  return watched.sort((one, other) => rank(one) - rank(other));
}
