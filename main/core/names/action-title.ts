import type { TrackedAction } from '../fetched/actions.ts';
import { actionTitle, unnamed } from '../words/actions.ts';

/** The name to show for an action's resource: its own, or such as "droplet 3164494" while that is unknown. */
export const resourceNameOf = (action: TrackedAction): string =>
  action.resourceName || unnamed(action.type, action.resourceType, action.resourceId);

/** What an action does, as a sentence with its resource's name. */
export function titleOf(action: TrackedAction): string {
  if (action.follow && action.status !== 'unknown') {
    const { running, completed, errored } = action.follow.titles;
    return { 'in-progress': running, completed, errored }[action.status];
  }
  return actionTitle({ ...action, name: resourceNameOf(action) });
}
