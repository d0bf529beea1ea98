import { archivedReason } from '../families/droplets/droplet.ts';
import type { Job, Thing } from '../job.ts';

/** Why a job cannot be done with a thing as it is now; `null`: it can. What is archived can only be destroyed. */
export const offReason = (job: Pick<Job, 'name' | 'off'>, thing: Thing): string | null =>
  (job.name === 'destroy' ? null : archivedReason(thing)) ?? job.off?.(thing) ?? null;
