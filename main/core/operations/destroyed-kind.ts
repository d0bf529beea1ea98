import type { FollowKind } from '../following/followers.ts';
import { operationWords } from '../words/operations.ts';
import { at } from './at.ts';

/**
 * A droplet that is destroyed with what belongs to it. The answer has `completed_at` once all is done, and the number of
 * resources that could not be destroyed.
 */
export const destroyedKind: FollowKind = {
  name: 'destroy-with-associated',
  operationId: 'droplets_get_DestroyAssociatedResourcesStatus',
  args: (target) => ({ path: { droplet_id: target.droplet_id ?? '' } }),
  read(body) {
    if (typeof at(body, 'completed_at') !== 'string') return { status: 'in-progress' };
    const failures = at(body, 'failures');
    if (typeof failures !== 'number' || failures === 0) return { status: 'completed' };
    return {
      status: 'errored',
      failure: { kind: 'http-error', message: operationWords.notDestroyed(failures, reasonsIn(body)) },
    };
  },
  whenGone: 'completed',
};

/** Why parts of it stayed, each with its name. */
function reasonsIn(body: unknown): string[] {
  const groups = Object.values(objectOf(at(body, 'resources')));
  const parts = [at(body, 'droplet'), ...groups.filter(Array.isArray).flat()];
  return parts.flatMap((part: unknown) => {
    const reason = at(part, 'error_message');
    const name = at(part, 'name') ?? at(part, 'id');
    return typeof reason === 'string' && reason !== '' ? [`${name}: ${reason}`] : [];
  });
}

const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
