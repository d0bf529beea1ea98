import type { JobOffer } from '../../../preload/contract/job.ts';
import { jobsOf, makersOf } from './all.ts';
import type { Job, Thing } from './job.ts';

/** A family itself stands for what makes new things in it. It has no id, and no row. */
export const isFamily = ({ id }: Pick<Thing, 'id'>): boolean => id === '';

/** What can be done with a thing, or what makes a new thing of a family. */
export function offersFor(thing: Thing): JobOffer[] {
  // Whether the thing in which they lie allows it is seen when one is opened: the page does not have its row.
  if (isFamily(thing)) return makersOf(thing.familyId).map(({ job }) => offerOf(job, null));
  return jobsOf(thing.familyId)
    .filter((job) => !job.isNew && !job.isInListOnly && (job.isFor?.(thing) ?? true))
    .map((job) => offerOf(job, job.off?.(thing) ?? null));
}

const offerOf = ({ name, label, level, isMain, keywords }: Job, offReason: string | null): JobOffer => ({
  name,
  label,
  level,
  isMain: isMain === true,
  offReason,
  keywords: keywords ?? '',
});
