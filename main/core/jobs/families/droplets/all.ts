import type { Job } from '../../job.ts';
import { moveToProject } from '../../to-project.ts';
import { watchThis } from '../new-policy.ts';
import { backupJobs } from './backups.ts';
import { connectJobs } from './connect.ts';
import { copy } from './copy.ts';
import { destroy } from './destroy.ts';
import { rebuild, restore, snapshot } from './disk.ts';
import { newOne } from './new.ts';
import { resize, shutDown } from './resize.ts';
import { dropletTagJobs } from './tags.ts';

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
  moveToProject('droplet'),
  ...dropletTagJobs,
  shutDown,
  rebuild,
  destroy,
];
