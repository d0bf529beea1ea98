import type { ActionRow, DropletRow } from '../../preload/contract/view.ts';

/**
 * The usual duration of such an action on this droplet in milliseconds, as the newest action has it that ran on this droplet or
 * on one of the same region and size; `null`: none is known. `dropletOf` finds the droplet with a key.
 */
export const usualOf = (
  actions: readonly ActionRow[],
  droplet: DropletRow,
  type: string,
  dropletOf: (key: string) => DropletRow | undefined,
): number | null => {
  let newest: ActionRow | null = null;
  for (const action of actions) {
    if (action.type !== type || action.usualMs === null || action.resourceType !== 'droplet') continue;
    if (newest && action.startedAtMs <= newest.startedAtMs) continue;
    const other = dropletOf(`${action.connectionId}:${action.resourceId}`);
    if (other?.regionSlug === droplet.regionSlug && other.sizeSlug === droplet.sizeSlug) newest = action;
  }
  return newest?.usualMs ?? null;
};
