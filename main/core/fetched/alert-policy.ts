import type { AlertPolicy } from '../digitalocean/resources/alert-policies.ts';
import type { Droplets } from './droplets.ts';

/** How far back a policy looks, milliseconds. An unknown window counts as five minutes, the shortest there is. */
export const windowMs = (policy: Pick<AlertPolicy, 'windowMinutes'>): number => (policy.windowMinutes ?? 5) * 60_000;

/** Whether a value crosses a policy's limit. A comparison that is not known is never met. */
export function isExceeded({ compare, value: limit }: Pick<AlertPolicy, 'compare' | 'value'>, value: number): boolean {
  if (compare === 'unknown') return false;
  return compare === 'GreaterThan' ? value > limit : value < limit;
}

/** A policy on one droplet. */
export interface Watched {
  policy: AlertPolicy;
  dropletId: number;
}

/**
 * Which droplets enabled policies are about: those named, those with one of the tags, or all where neither is given. Droplets
 * that are off have no metrics. Pinned droplets come first, because only so many can be looked at.
 */
export function watchedBy(policies: readonly AlertPolicy[], all: Droplets, isPinned: (dropletId: number) => boolean): Watched[] {
  const droplets = [...all.values()].filter((droplet) => droplet.status === 'active');
  const watched = policies
    .filter((policy) => policy.isEnabled && policy.compare !== 'unknown')
    .flatMap((policy) => {
      const isAll = policy.entities.length === 0 && policy.tags.length === 0;
      const covered = droplets.filter(
        (droplet) =>
          isAll || policy.entities.includes(String(droplet.id)) || droplet.tags.some((tag) => policy.tags.includes(tag)),
      );
      return covered.map((droplet) => ({ policy, dropletId: droplet.id }));
    });
  const rank = (one: Watched) => (isPinned(one.dropletId) ? 0 : 1);
  return watched.sort((one, other) => rank(one) - rank(other));
}
