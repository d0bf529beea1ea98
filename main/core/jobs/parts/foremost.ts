import type { Job } from '../job.ts';

/**
 * Why a person opens a thing most, in that order: these are buttons of its panel, while what only some come for is in a menu. The
 * others follow as they stand.
 */
export function foremostFirst(jobs: readonly Job[], names: readonly string[]): readonly Job[] {
  const rank = ({ name }: Job): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return jobs.toSorted((one, other) => rank(one) - rank(other));
}
