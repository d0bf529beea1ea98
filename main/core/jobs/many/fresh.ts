import type { JsonObject } from '../../../../preload/contract/json.ts';
import type { Droplet } from '../../digitalocean/resources/droplets.ts';
import { ownerOf } from '../engine/owners.ts';
import type { Thing } from '../job.ts';
import { thingOf } from '../thing.ts';
import type { ManyServices } from './services.ts';

/**
 * Things as they are now, before they are tried again: what was done to them the first time may have changed them. `null`: it
 * is no longer there. What cannot be read stays as it was.
 */
export async function fresh(given: ManyServices, things: readonly Thing[]): Promise<Map<Thing, Thing | null>> {
  const lists = Map.groupBy(things, ({ connectionId, familyId, parent }) => JSON.stringify({ connectionId, familyId, parent }));
  const found = await Promise.all([...lists.values()].map((of) => freshIn(given, of)));
  return new Map(found.flat());
}

async function freshIn(given: ManyServices, things: readonly Thing[]): Promise<[Thing, Thing | null][]> {
  const [first] = things;
  if (!first) return [];
  if (first.familyId === 'droplets_list') {
    const droplets = given.dropletsOf(first.connectionId);
    return things.map((thing) => {
      const droplet = droplets.get(Number(thing.id));
      const owner = ownerOf(given.resources, thing);
      return [thing, droplet ? thingOf({ ...thing, row: { ...thing.row, ...rowOf(droplet) } }, owner) : null];
    });
  }
  const { connectionId, familyId, parent } = first;
  const address = { connectionId, familyId, parent };
  const { calls } = given.resources;
  const loaded = await calls.loadResources({ ...address, isForced: true });
  const read = loaded.ok ? await calls.readResources(address) : loaded;
  if (!read.ok) return things.map((thing) => [thing, thing]);
  return things.map((thing) => {
    // The field with the id that paths want differs from family to family.
    const idField = Object.keys(thing.row).find((field) => String(thing.row[field]) === thing.id);
    const row = read.value.items.find((item) => idField !== undefined && String(item[idField]) === thing.id);
    return [thing, row ? thingOf({ ...thing, row }) : idField === undefined ? thing : null];
  });
}

/** What the jobs of droplets look at, in the API's words. */
const rowOf = ({ name, status, isLocked, tags, features, volumeIds }: Droplet): JsonObject => ({
  name,
  status,
  locked: isLocked,
  tags,
  features,
  volume_ids: volumeIds,
});
