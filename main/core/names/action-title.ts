import type { TrackedAction } from '../fetched/actions.ts';
import { actionTitle, unnamed } from '../words/actions.ts';

/** What is shown as the name of an action's resource. */
export const resourceNameOf = (action: TrackedAction): string =>
  action.resourceName || unnamed(action.resourceType, action.resourceId);

/** What an action does, as a sentence with its resource's name. */
export function titleOf(action: TrackedAction): string {
  if (action.follow && action.status !== 'unknown') {
    const { running, completed, errored } = action.follow.titles;
    return { 'in-progress': running, completed, errored }[action.status];
  }
  return actionTitle({ ...action, name: resourceNameOf(action) });
}
