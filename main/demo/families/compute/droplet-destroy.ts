import { accepted, bodyOf, type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { badRequest, notFound } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { orderedOutcome } from './actions.ts';
import { recordDestroy, removeDroplet } from './droplets.ts';

const kinds = ['reserved_ips', 'floating_ips', 'snapshots', 'volumes', 'volume_snapshots'] as const;
type Kind = (typeof kinds)[number];
type Associated = Record<Kind, Row[]>;

const places: Record<Kind, string> = {
  reserved_ips: '/v2/reserved_ips',
  floating_ips: '/v2/reserved_ips',
  snapshots: '/v2/snapshots',
  volumes: '/v2/volumes',
  volume_snapshots: '/v2/snapshots',
};

const entry = (id: unknown, name: string, monthly: number): Row => ({ id: String(id), name, cost: monthly.toFixed(2) });

/** Everything that would stay and keep costing. */
function associatedWith({ team }: Call, droplet: Row): Associated {
  const ips = team
    .table(places.reserved_ips)
    .list()
    .filter((ip) => rowOf(ip, 'droplet').id === droplet.id);
  const volumes = team
    .table(places.volumes)
    .list()
    .filter((volume) => listOf(volume, 'droplet_ids').includes(droplet.id));
  const shots = (id: unknown) =>
    team
      .table(places.snapshots)
      .list()
      .filter((one) => one.resource_id === String(id));
  const shotEntry = (one: Row) => entry(one.id, textOf(one, 'name'), Number(one.size_gigabytes) * 0.06);
  return {
    reserved_ips: ips.map((ip) => entry(ip.ip, textOf(ip, 'ip'), 0)),
    floating_ips: ips.map((ip) => entry(ip.ip, textOf(ip, 'ip'), 0)),
    snapshots: shots(droplet.id).map(shotEntry),
    volumes: volumes.map((one) => entry(one.id, textOf(one, 'name'), Number(one.size_gigabytes) * 0.1)),
    volume_snapshots: volumes.flatMap(({ id }) => shots(id)).map(shotEntry),
  };
}

const place = (id: unknown) => `/v2/destroyed/${id}`;

/** Destroys a droplet together with the named things. Each takes a few seconds, and the status shows the progress. */
function begin(call: Call, wanted: (kind: Kind, id: string) => boolean): Reply {
  const droplet = rowIn(call, '/v2/droplets', call.path.droplet_id);
  const all = associatedWith(call, droplet);
  const chosen = kinds.map((kind) => [kind, all[kind].filter(({ id }) => wanted(kind, String(id)))] as const);
  const resources = Object.fromEntries(
    chosen.map(([kind, rows]) => [kind, rows.map(({ id, name }) => ({ id, name, destroyed_at: null, error_message: '' }))]),
  );
  const self = { id: String(droplet.id), name: droplet.name, destroyed_at: null, error_message: '' };
  call.team.keep(place(droplet.id), { droplet: self, resources, completed_at: null, failures: 0 });
  later(call.world, 3_000, () => finish(call, droplet, chosen));
  return accepted();
}

/** What was ordered to fail stays, with what belongs to its kind, until it is tried again. */
function finish(call: Call, droplet: Row, chosen: readonly (readonly [Kind, Row[]])[]): void {
  const nowIso = isoOf(call.world.now());
  if (call.team.table('/v2/droplets').find(droplet.id)) recordDestroy(call, removeDroplet(call.team, droplet.id));
  const failing = new Set(kinds.filter((kind) => orderedOutcome(call.world, `destroy_${kind}`) === 'errored'));
  for (const [kind, rows] of chosen) {
    if (!failing.has(kind)) for (const { id } of rows) call.team.table(places[kind]).remove(id);
  }
  const before = call.team.document(place(droplet.id), () => ({}));
  const done = (row: unknown) => ({ ...(row as Row), destroyed_at: nowIso, error_message: '' });
  const failed = (row: unknown) => ({ ...(row as Row), error_message: 'it is still in use' });
  const entries = kinds.map((kind) => [kind, listOf(rowOf(before, 'resources'), kind)] as const);
  const resources = Object.fromEntries(entries.map(([kind, rows]) => [kind, rows.map(failing.has(kind) ? failed : done)]));
  const failures = entries.reduce((sum, [kind, rows]) => sum + (failing.has(kind) ? rows.length : 0), 0);
  call.team.keep(place(droplet.id), { droplet: done(before.droplet), resources, completed_at: nowIso, failures });
}

/** A droplet that was destroyed with its snapshot on the day before the demo started. */
export const destroyedBefore = '479900001';

function before({ world }: Call, id: string | undefined): Row {
  if (id !== destroyedBefore) return {};
  const at = isoOf(world.startMs - dayMs);
  const gone = (number: string, name: string) => ({ id: number, name, destroyed_at: at, error_message: '' });
  const none = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const resources = { ...none, snapshots: [gone('159900001', 'preview-16-final')] };
  return { droplet: gone(destroyedBefore, 'preview-16'), resources, completed_at: at, failures: 0 };
}

function status(call: Call): Reply {
  const id = call.path.droplet_id;
  const found = call.team.document(place(id), () => before(call, id));
  if (found.droplet) return ok(found);
  rowIn(call, '/v2/droplets', id);
  throw notFound();
}

function dangerous(call: Call): Reply {
  if (call.headers['x-dangerous'] !== 'true') throw badRequest('X-Dangerous header must be set to true');
  return begin(call, () => true);
}

function selective(call: Call): Reply {
  const body = bodyOf(call);
  return begin(call, (kind, id) => listOf(body, kind).map(String).includes(id));
}

/** Goes on with what could not be destroyed; finds the work running or done otherwise. */
function retry(call: Call): Reply {
  const id = call.path.droplet_id;
  const known = call.team.document(place(id), () => ({}));
  if (!known.droplet) rowIn(call, '/v2/droplets', id);
  if (Number(known.failures) > 0) {
    call.team.keep(place(id), { ...known, completed_at: null, failures: 0 });
    const left = kinds.map((kind) => {
      const rows = listOf(rowOf(known, 'resources'), kind).map((row) => row as Row);
      return [kind, rows.filter(({ destroyed_at: at }) => at === null)] as const;
    });
    later(call.world, 3_000, () => finish(call, rowOf(known, 'droplet'), left));
  }
  return accepted();
}

export const dropletDestroy: Family = {
  handlers: {
    droplets_list_associatedResources: (call) => ok(associatedWith(call, rowIn(call, '/v2/droplets', call.path.droplet_id))),
    droplets_destroy_withAssociatedResourcesDangerous: dangerous,
    droplets_destroy_withAssociatedResourcesSelective: selective,
    droplets_get_DestroyAssociatedResourcesStatus: status,
    droplets_destroy_retryWithAssociatedResources: retry,
  },
};
