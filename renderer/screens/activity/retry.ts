import type { DropletActionType } from '../../../preload/contract/command.ts';
import type { ActionRow } from '../../../preload/contract/view.ts';
import { deeds } from '../../droplet-actions/deeds.ts';

const isDropletDeed = (type: string): type is DropletActionType => deeds.some((deed) => deed.type === type);

/** The action to try again, and its droplet; `null` if it did not fail or Buoy cannot start such an action. */
export const retryOf = (action: ActionRow): { type: DropletActionType; dropletKey: string } | null =>
  action.status === 'errored' && action.resourceType === 'droplet' && action.resourceId !== null && isDropletDeed(action.type)
    ? { type: action.type, dropletKey: `${action.connectionId}:${action.resourceId}` }
    : null;
