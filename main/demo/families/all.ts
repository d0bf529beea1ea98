import type { Family } from '../world/family.ts';
import { accountFamily } from './account.ts';
import { actions } from './actions.ts';
import { backupPolicies } from './backup-policies.ts';
import { dropletActions } from './droplet-actions.ts';
import { dropletDestroy } from './droplet-destroy.ts';
import { dropletFamily } from './droplets.ts';

/** Every family that is more than remembering. What no family names is answered from the catalogue's schemas alone. */
export const families: readonly Family[] = [
  actions,
  accountFamily,
  dropletFamily,
  dropletActions,
  dropletDestroy,
  backupPolicies,
];
