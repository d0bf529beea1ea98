import { followWords } from '../words/following.ts';
import type { FollowKind } from './followers.ts';

/** A droplet on its way out: it answers until it is gone. */
export const dropletDeletion: FollowKind = {
  name: 'droplet-deletion',
  operationId: 'droplets_get',
  args: ({ dropletId }) => ({ path: { droplet_id: dropletId ?? '' } }),
  read: () => ({ status: 'in-progress' }),
  whenGone: 'completed',
};

/**
 * A droplet and what belongs to it, deleted together.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/droplets_get_DestroyAssociatedResourcesStatus
 */
export const associatedDeletion: FollowKind = {
  name: 'droplet-associated-deletion',
  operationId: 'droplets_get_DestroyAssociatedResourcesStatus',
  args: ({ dropletId }) => ({ path: { droplet_id: dropletId ?? '' } }),
  read(body) {
    const { completed_at: completedAt, failures } = (body ?? {}) as { completed_at?: unknown; failures?: unknown };
    if (typeof completedAt !== 'string' || completedAt === '') return { status: 'in-progress' };
    if (typeof failures !== 'number' || failures === 0) return { status: 'completed' };
    return { status: 'errored', failure: followWords.notAllDeleted(failures) };
  },
  whenGone: 'completed',
};
