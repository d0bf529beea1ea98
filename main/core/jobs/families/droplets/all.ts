import type { Job } from '../../job.ts';
import { tagsOf } from '../../parts/tags-of.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { watchThis } from '../watching/new-policy.ts';
import { backupJobs } from './backups.ts';
import { connectJobs } from './connect.ts';
import { copy } from './copy.ts';
import { destroy } from './destroy.ts';
import { rebuild, restore, snapshot } from './disk.ts';
import { newOne } from './new.ts';
import { enableIpv6, powerJobs } from './power.ts';
import { rename } from './rename.ts';
import { resize, shutDown } from './resize.ts';
import { trafficJobs } from './traffic.ts';

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Droplets */
export const dropletJobs: readonly Job[] = [
  newOne,
  resize,
  restore,
  snapshot,
  copy,
  ...backupJobs,
  ...connectJobs,
  watchThis('droplets'),
  tagsOf('droplet'),
  moveToProject('droplet'),
  ...trafficJobs,
  rename,
  enableIpv6,
  ...powerJobs,
  shutDown,
  rebuild,
  destroy,
];
