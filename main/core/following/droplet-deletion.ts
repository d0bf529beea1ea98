import { followWords } from '../words/following.ts';
import type { FollowKind } from './followers.ts';

/**
 * A droplet that is being destroyed: the API finds it until it is gone.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/droplets_destroy
 */
export const dropletDeletion: FollowKind = {
  name: 'droplet-deletion',
  operationId: 'droplets_get',
  args: ({ dropletId }) => ({ path: { droplet_id: dropletId ?? '' } }),
  read: () => ({ status: 'in-progress' }),
  whenGone: 'completed',
};

/**
 * A droplet and what belongs to it, destroyed together. The answer has `completed_at` once all is done, and the number of
 * resources that could not be destroyed.
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
