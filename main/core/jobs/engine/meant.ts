import type { CatalogueIndex } from '../../../../preload/contract/catalogue.ts';
import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobThing } from '../../../../preload/contract/job.ts';
import { loadIndex } from '../../digitalocean/catalogue/load.ts';
import type { Resources } from '../../resources/resources.ts';
import type { State } from '../../state/state.ts';
import { jobWords } from '../../words/jobs.ts';
import { makersOf } from '../all.ts';
import type { Job, Thing } from '../job.ts';
import { thingOf } from '../thing.ts';
import { offReason } from './off-reason.ts';
import { isFamily, jobsForOne } from './offers.ts';
import { ownerOf } from './owners.ts';
import { wholeThing } from './whole-thing.ts';

/** A job, and what it works on: for a job that makes something inside a thing, that thing. */
interface Meant {
  job: Job;
  thing: Thing;
}

/** The job that the page means. Fails if it is not offered there, or cannot run now. */
export async function meantJob(name: string, given: JobThing, resources: Resources, state: State): Promise<Outcome<Meant>> {
  const found = isFamily(given) ? await maker(name, given, resources, state) : existing(name, given, resources);
  if (!found.ok) return found;
  const { job, thing } = found.value;
  if (!(job.isFor?.(thing) ?? true)) return noJob(name);
  const off = offReason(job, thing);
  return off === null ? found : failed({ kind: 'conflict', message: off });
}

const noJob = (name: string) => failed({ kind: 'not-found', ...jobWords.noJob(name) });

function existing(name: string, given: JobThing, resources: Resources): Outcome<Meant> {
  const thing = thingOf(given, ownerOf(resources, given));
  const job = jobsForOne(given.familyId).find((one) => one.name === name);
  return job ? success({ job, thing }) : noJob(name);
}

async function maker(name: string, given: JobThing, resources: Resources, state: State): Promise<Outcome<Meant>> {
  const found = makersOf(given.familyId).find(({ job }) => job.name === name);
  if (!found) return noJob(name);
  const { job, familyId } = found;
  if (job.makes === undefined) return success({ job, thing: thingOf(given) });
  const place = { connectionId: given.connectionId, familyId, id: await holderId(given), parent: {} };
  const holder = await wholeThing(place, resources, state);
  return holder.ok ? success({ job, thing: thingOf(holder.value, ownerOf(resources, holder.value)) }) : holder;
}

/** The id of the thing in which a list lies: the last value of the list's address. */
async function holderId({ familyId, parent }: JobThing): Promise<string> {
  const parameters = [...pathIn(await loadIndex(), familyId).matchAll(/\{(\w+)\}/g)];
  return parent[parameters.at(-1)?.[1] ?? ''] ?? '';
}

const pathIn = ({ operations }: CatalogueIndex, id: string): string => operations.find((one) => one.id === id)?.path ?? '';
