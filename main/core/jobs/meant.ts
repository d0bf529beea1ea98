import type { CatalogueIndex, OperationSummary } from '../../../preload/contract/catalogue.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { JobThing } from '../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../preload/contract/json.ts';
import type { Api } from '../digitalocean/api.ts';
import { loadIndex } from '../digitalocean/catalogue/load.ts';
import { readFamily } from '../resources/read-family.ts';
import { jobWords } from '../words/jobs.ts';
import { jobsOf, makersOf } from './all.ts';
import type { Job, Thing } from './job.ts';
import { isFamily } from './offers.ts';
import { textAt, thingOf } from './thing.ts';

/** A job, and what it works on: for a job that makes something inside a thing, that thing. */
export interface Meant {
  job: Job;
  thing: Thing;
}

/** The job that the page means. Fails if it is not offered there, or cannot run now. */
export async function meantJob(name: string, given: JobThing, api: Api): Promise<Outcome<Meant>> {
  const found = isFamily(given) ? await maker(name, given, api) : existing(name, given);
  if (!found.ok) return found;
  const { job, thing } = found.value;
  if (!(job.isFor?.(thing) ?? true)) return noJob(name);
  const off = job.off?.(thing) ?? null;
  return off === null ? found : failed({ kind: 'conflict', message: off });
}

const noJob = (name: string) => failed({ kind: 'not-found', ...jobWords.noJob(name) });

function existing(name: string, given: JobThing): Outcome<Meant> {
  const job = jobsOf(given.familyId).find((one) => one.name === name && !one.isNew);
  return job ? success({ job, thing: thingOf(given) }) : noJob(name);
}

async function maker(name: string, given: JobThing, api: Api): Promise<Outcome<Meant>> {
  const found = makersOf(given.familyId).find(({ job }) => job.name === name);
  if (!found) return noJob(name);
  const { job, familyId } = found;
  if (job.makes === undefined) return success({ job, thing: thingOf(given) });
  const holder = await holderOf(given, familyId, api);
  return holder.ok ? success({ job, thing: thingOf(holder.value) }) : holder;
}

/** The thing of that family in which a list lies, read anew: the page has only its id, in the list's address. */
async function holderOf(
  { familyId, parent, connectionId }: JobThing,
  holderFamilyId: string,
  api: Api,
): Promise<Outcome<JobThing>> {
  const index = await loadIndex();
  const id = parent[parametersOf(pathIn(index, familyId)).at(-1) ?? ''] ?? '';
  const read = readOf(index, holderFamilyId);
  const [parameter] = parametersOf(read?.path ?? '');
  if (!read || parameter === undefined) throw new Error(`Nothing reads one thing of ${holderFamilyId}`);
  const answer = await readFamily(api, read.id, { [parameter]: id });
  if (!answer.ok) return answer;
  const row = unwrapped((answer.value.items[0] ?? {}) as JsonObject);
  return success({ connectionId, familyId: holderFamilyId, id, parent: {}, row });
}

const parametersOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
const pathIn = ({ operations }: CatalogueIndex, id: string): string => operations.find((one) => one.id === id)?.path ?? '';

/** The operation that reads one thing of a family: at the listing's path, with one value behind it. */
function readOf(index: CatalogueIndex, familyId: string): OperationSummary | undefined {
  const listing = pathIn(index, familyId);
  return index.operations.find(
    ({ method, path }) => method === 'GET' && path.startsWith(`${listing}/{`) && path.indexOf('}') === path.length - 1,
  );
}

/** Some answers have the thing beside facts about it. */
function unwrapped(row: JsonObject): JsonObject {
  if (textAt(row, 'name') !== '') return row;
  const named = Object.values(row).find((value: Json): value is JsonObject => isObject(value) && textAt(value, 'name') !== '');
  return named ?? row;
}
