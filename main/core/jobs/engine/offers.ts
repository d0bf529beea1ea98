import type { JobOffer, JobThing } from '../../../../preload/contract/job.ts';
import { jobsOf, makersOf } from '../all.ts';
import type { Job, Thing } from '../job.ts';
import { offReason } from './off-reason.ts';

/** A family itself stands for what makes new things in it. It has no id, and no row. */
export const isFamily = ({ id }: Pick<JobThing, 'id'>): boolean => id === '';

/** The jobs that one thing of a family can have. */
export const jobsForOne = (familyId: string): Job[] =>
  jobsOf(familyId).filter(
    ({ isNew, isOfList, forMany }) => isNew !== true && isOfList !== true && forMany?.isOnlyForMany !== true,
  );

/** What can be done with a thing, or what makes a new thing of a family. */
export function offersFor(thing: Thing): JobOffer[] {
  // Whether the thing in which they lie allows it is seen when one is opened: the page does not have its row.
  if (isFamily(thing)) return makersOf(thing.familyId).map(({ job }) => offerOf(job, null));
  return jobsForOne(thing.familyId)
    .filter((job) => job.isFor?.(thing) ?? true)
    .map((job) => offerOf(job, offReason(job, thing)));
}

const offerOf = ({ name, label, level, isMain, keywords, isInListOnly, isOfList }: Job, offReason: string | null): JobOffer => ({
  name,
  label,
  level,
  isMain: isMain === true,
  offReason,
  keywords: keywords ?? '',
  ...(isInListOnly ? { isInListOnly } : {}),
  ...(isOfList ? { isOfList } : {}),
});
