import type { CostLine } from '../../../preload/contract/bills.ts';
import { identifier, strings } from '../digitalocean/resources/wire-values.ts';
import type { Resources } from '../resources/resources.ts';
import type { State } from '../state/state.ts';
import type { BilledThing } from './lines.ts';

/** Where a thing of an invoice is now, and what the API says of it. */
export interface Placed {
  place: CostLine['place'];
  isGone: boolean;
  tags: readonly string[];
}

/** Lists are read only where an invoice names something of them, and are fresh for so long. */
const freshForMs = 600_000;

/** Families by the names of products, which the API does not list. What fits none has no link. */
const families: readonly [RegExp, string][] = [
  [/droplet/i, 'droplets_list'],
  [/volume/i, 'volumes_list'],
  [/snapshot/i, 'snapshots_list'],
  [/load balancer/i, 'loadBalancers_list'],
  [/database/i, 'databases_list_clusters'],
  [/kubernetes/i, 'kubernetes_list_clusters'],
  [/\bapps?\b/i, 'apps_list'],
  [/registr/i, 'registries_list'],
  [/(reserved|floating) ip/i, 'reservedIPs_list'],
];

const familyOf = (product: string): string | null =>
  // Backups of droplets are billed as a product of their own, with the droplet's id.
  families.find(([pattern]) => pattern.test(product))?.[1] ?? (/backup/i.test(product) ? 'droplets_list' : null);

/** What each family has now: tags by every id that an invoice may name a thing by. `null`: it could not be read. */
type Known = ReadonlyMap<string, { id: string; tags: readonly string[] }> | null;

const unknown: Placed = { place: null, isGone: false, tags: [] };

/** Finds the things of an invoice among those that the team has now. Reads each list once for all of them. */
export async function placesOf(
  { resources, state }: { resources: Pick<Resources, 'rows'>; state: State },
  connectionId: string,
  things: readonly BilledThing[],
): Promise<(thing: BilledThing) => Placed> {
  const wanted = new Set(things.filter(({ ids }) => ids.length > 0).map(({ product }) => familyOf(product)));
  const known = new Map<string, Known>();
  await Promise.all(
    [...wanted].map(async (familyId) => {
      if (familyId === null) return;
      known.set(familyId, familyId === 'droplets_list' ? dropletsIn(state, connectionId) : await read(familyId));
    }),
  );

  async function read(familyId: string): Promise<Known> {
    const rows = await resources.rows({ connectionId, familyId }, freshForMs);
    if (!rows.ok) return null;
    return new Map(
      rows.value.flatMap((row) => {
        const id = identifier(row.id) ?? identifier(row.uuid) ?? identifier(row.ip) ?? identifier(row.name);
        const entry = id === null ? null : { id, tags: strings(row.tags) };
        const ids = [row.id, row.uuid, row.ip, row.name].map(identifier);
        return entry === null ? [] : ids.flatMap((one) => (one === null ? [] : [[one, entry] as const]));
      }),
    );
  }

  return ({ ids, product }) => {
    const familyId = familyOf(product);
    const list = familyId === null ? null : (known.get(familyId) ?? null);
    if (familyId === null || list === null || ids.length === 0) return unknown;
    const found = ids.map((one) => list.get(one)).find((one) => one !== undefined);
    return found ? { place: { familyId, id: found.id }, isGone: false, tags: found.tags } : { ...unknown, isGone: true };
  };
}

function dropletsIn(state: State, connectionId: string): Known {
  const connection = state.connections.get(connectionId);
  if (!connection || connection.fetches.droplets.fetchedAtMs === null) return null;
  return new Map([...connection.droplets].map(([id, { tags }]) => [String(id), { id: String(id), tags }]));
}
