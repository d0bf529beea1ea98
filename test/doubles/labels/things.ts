import { loadIndex } from '../../../main/core/digitalocean/catalogue/load.ts';
import type { JobThing } from '../../../preload/contract/job.ts';
import { designedFamily } from '../../../renderer/families/all.ts';
import { parametersOf } from '../../../renderer/families/operations.ts';
import { idOf } from '../../../renderer/families/value.ts';
import type { World } from '../core/core-on-demo.ts';

const { operations } = await loadIndex();
const listings = new Map(operations.filter(({ method }) => method === 'GET').map(({ path, id }) => [path, id]));
/** Listings of what others lie in, where their path does not begin with that of the listing. */
const elsewhere: Readonly<Record<string, string>> = {
  '/v2/nfs/shares': 'nfs_list',
  '/v2/registries/{registry_name}/repositories': 'registries_list_repositoriesV2',
};

type Row = JobThing['row'];

const idIn = (familyId: string, row: Row): string => {
  const family = designedFamily(familyId);
  return family === undefined ? String(row.id ?? row.name ?? row.tag ?? row.digest) : idOf(family, row);
};

/** Everything of a family that the connected team has, as the page would read it, also what lies inside other things. */
export async function thingsOf(world: World, familyId: string): Promise<JobThing[]> {
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  const path = operations.find(({ id }) => id === familyId)?.path ?? '';
  const things: JobThing[] = [];
  for (const parent of await parentsOf(world, path))
    for (const row of await rowsOf(world, familyId, connectionId, parent))
      things.push({ connectionId, familyId, id: idIn(familyId, row), parent, row });
  return things;
}

async function rowsOf(world: World, familyId: string, connectionId: string, parent: JobThing['parent']): Promise<Row[]> {
  const { calls } = world.buoy;
  await patiently(world, calls.loadResources({ familyId, connectionId, parent, isForced: true }));
  const read = await calls.readResources({ familyId, connectionId, parent });
  // An engine or a kind without such things refuses to list them.
  return read.ok ? (read.value.items as Row[]) : [];
}

/** Every set of path values that a listing's path can have there. */
async function parentsOf(world: World, path: string): Promise<Record<string, string>[]> {
  const last = parametersOf(path).at(-1);
  if (last === undefined) return [{}];
  const before = path.slice(0, path.indexOf(`/{${last}}`));
  const listing = elsewhere[before] ?? listings.get(before);
  if (listing === undefined) return [];
  return (await thingsOf(world, listing)).map(({ id, parent }) => ({ ...parent, [last]: id }));
}

/** Lets time go by as long as the pace of requests holds an answer back. */
export async function patiently<T>(world: World, answer: Promise<T>): Promise<T> {
  let isThere = false;
  const marked = answer.finally(() => {
    isThere = true;
  });
  while (!isThere) await world.pass(1_000);
  return marked;
}
