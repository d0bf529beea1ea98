import type { JobLevel, JobOffer } from '../../preload/contract/job.ts';

/** How far a job goes: the further, the lower it stands. */
export const distance: Readonly<Record<JobLevel, number>> = { safe: 0, normal: 1, disruptive: 2, destructive: 3 };

export interface Arranged {
  /** In sight, nearest first. */
  shown: readonly JobOffer[];
  /** One step away, nearest first. */
  more: readonly JobOffer[];
  /** What destroys stands last, and always in sight. */
  ending: readonly JobOffer[];
}

/** Jobs come as their family orders them, most wanted first: so many are shown as there is room for, and sorted by distance then. */
export function arranged(offers: readonly JobOffer[], room: number): Arranged {
  const ending = offers.filter(({ level }) => level === 'destructive');
  const plain = offers.filter(({ level }) => level !== 'destructive');
  const inSight = plain.length > room + 1 ? plain.slice(0, room) : plain;
  return { shown: byDistance(inSight), more: byDistance(plain.slice(inSight.length)), ending };
}

/** Jobs that change nothing or that nobody loses by stand together, in their order. */
const byDistance = (offers: readonly JobOffer[]): JobOffer[] =>
  offers.toSorted((one, other) => Math.max(1, distance[one.level]) - Math.max(1, distance[other.level]));
