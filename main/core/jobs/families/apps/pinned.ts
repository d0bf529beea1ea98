import { isObject } from '../../../../../preload/contract/json.ts';
import type { Thing } from '../../job.ts';

/** It was rolled back, and that was neither kept nor undone. */
export const isPinned = ({ row }: Pick<Thing, 'row'>): boolean => isObject(row.pinned_deployment);

/** Why nothing that starts a deployment can run; `null`: it can. */
export const whyPinned = (thing: Pick<Thing, 'row'>): string | null =>
  isPinned(thing) ? 'It was rolled back, and new deployments wait: keep or undo that first.' : null;
