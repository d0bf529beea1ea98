import { volumeJobs } from './families/volumes.ts';
import type { Job } from './job.ts';

/** The jobs of each family, by the id of the operation that lists it, in the order in which they are offered. */
const jobs: Readonly<Record<string, readonly Job[]>> = {
  volumes_list: volumeJobs,
};

export const jobsOf = (familyId: string): readonly Job[] => (Object.hasOwn(jobs, familyId) ? (jobs[familyId] ?? []) : []);
