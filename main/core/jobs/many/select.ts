import type { JobThing } from '../../../../preload/contract/job.ts';
import type { ManyOffer } from '../../../../preload/contract/many.ts';
import type { Resources } from '../../resources/resources.ts';
import { manyWords } from '../../words/many.ts';
import { jobsOf } from '../all.ts';
import { offReason } from '../engine/off-reason.ts';
import { ownerOf } from '../engine/owners.ts';
import type { Job, Thing } from '../job.ts';
import { thingOf } from '../thing.ts';

export type ManyJob = Job & { forMany: NonNullable<Job['forMany']> };

/** What is selected, as far as a job is concerned. */
export interface Selected {
  /** It can be done to them. */
  can: readonly Thing[];
  leftOut: readonly { thing: Thing; reason: string }[];
}

const manyJobsOf = (familyId: string): ManyJob[] =>
  jobsOf(familyId).flatMap((job) => (job.forMany ? [{ ...job, forMany: job.forMany }] : []));

export const manyJob = (familyId: string, name: string): ManyJob | undefined =>
  manyJobsOf(familyId).find((job) => job.name === name);

/** Each thing once, although a list may show it in several groups. */
export function thingsOf(resources: Resources, meant: readonly JobThing[]): Thing[] {
  const byKey = new Map(meant.map((thing) => [`${thing.connectionId}\n${JSON.stringify(thing.parent)}\n${thing.id}`, thing]));
  return [...byKey.values()].map((thing) => thingOf(thing, ownerOf(resources, thing)));
}

export function selectedFor(job: ManyJob, things: readonly Thing[]): Selected {
  const can: Thing[] = [];
  const leftOut: Selected['leftOut'][number][] = [];
  for (const thing of things) {
    const isFor = job.isFor?.(thing) ?? true;
    const reason = isFor ? offReason(job, thing) : (job.forMany.otherwise ?? manyWords.notForIt);
    if (reason === null) can.push(thing);
    else leftOut.push({ thing, reason });
  }
  return { can, leftOut };
}

/** The reason that holds for most of them, whatever their names are, in the words for the first of those. */
function commonReason(leftOut: Selected['leftOut']): string | undefined {
  const groups = [...Map.groupBy(leftOut, ({ thing, reason }) => reason.replaceAll(thing.name, '')).values()];
  return groups.sort((one, other) => other.length - one.length)[0]?.[0]?.reason;
}

/** Why the job cannot run on these together; `null`: it can. */
export function obstacle({ forMany }: ManyJob, { can, leftOut }: Selected): string | null {
  if (can.length === 0) return commonReason(leftOut) ?? manyWords.none.message;
  const isOfOneTeam = forMany.how === 'together' || forMany.isOfOneTeam === true;
  return isOfOneTeam && new Set(can.map(({ connectionId }) => connectionId)).size > 1 ? manyWords.oneTeam : null;
}

/** What can be done with these together. A job that none of them is of a kind for is not there at all. */
export function offersForMany(things: readonly Thing[]): ManyOffer[] {
  const familyId = things[0]?.familyId ?? '';
  return manyJobsOf(familyId).flatMap((job): ManyOffer[] => {
    if (!things.some((thing) => job.isFor?.(thing) ?? true)) return [];
    const selected = selectedFor(job, things);
    return [
      {
        name: job.name,
        label: job.label,
        level: job.level,
        isMain: job.forMany.isMain === true,
        offReason: obstacle(job, selected),
        keywords: job.keywords ?? '',
        count: selected.can.length,
        group: job.forMany.group ?? null,
      },
    ];
  });
}
