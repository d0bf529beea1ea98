import { backupIds, snapshotId, snapshotsOf, volumeId, volumesOf, vpcId } from '../../seeds/attachments.ts';
import { planDroplets, plannedTeams } from '../../seeds/droplet-plan.ts';
import { accepted, bodyOf, type Call, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { notFound, unprocessable } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, Table, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, type World } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';
import { startAction } from './actions.ts';
import { createDroplets } from './droplet-create.ts';
import { dropletRow } from './droplet-row.ts';

const path = '/v2/droplets';

/** Writes the rows of a team's droplets. The options decide their `count`. */
export function seedDroplets({ world, team }: Ground, count: number): Row[] {
  const index = plannedTeams.findIndex(({ name }) => name === team.name);
  const plan = plannedTeams[index];
  if (!plan) return [];
  const vpcs = new Map<string, string>();
  const volumes = Map.groupBy(volumesOf(team), ({ droplet }) => droplet);
  const snapshots = Map.groupBy(snapshotsOf(team), ({ droplet }) => droplet);
  return planDroplets(plan, count).map((planned, number) => {
    const id = 480_000_000 + index * 2_000_000 + number * 13;
    const vpcUuid = vpcs.get(planned.region) ?? vpcId(team, planned.region);
    vpcs.set(planned.region, vpcUuid);
    return dropletRow({
      ...planned,
      id,
      createdAtMs: world.startMs - planned.ageDays * dayMs - (number % 24) * 3_600_000,
      vpcUuid,
      volumeIds: (volumes.get(planned.name) ?? []).map(({ name }) => volumeId(team, name)),
      snapshotIds: (snapshots.get(planned.name) ?? []).map(({ name }) => snapshotId(team, name)),
      backupIds: planned.hasBackups ? backupIds(id) : [],
      nowMs: world.startMs,
      hasIpv6: number % 3 === 0,
      hasMonitoring: !planned.isWithoutAgent,
    });
  });
}

function list(call: Call): Reply {
  const { query, team } = call;
  const [tag, name, type] = [query.get('tag_name'), query.get('name'), query.get('type')];
  const table = team.table(path);
  if (tag === null && name === null && type === null) return listReply(call, table);
  const rows = table.list().filter((row) => {
    if (tag !== null && !listOf(row, 'tags').includes(tag)) return false;
    if (name !== null && textOf(row, 'name').toLowerCase() !== name.toLowerCase()) return false;
    return type === null || (type === 'gpus') === textOf(row, 'size_slug').startsWith('gpu-');
  });
  return listReply(call, table, rows);
}

/** Path of the document that records when droplets went down by themselves. */
export const downMark = (id: unknown): string => `/#down/${id}`;

/** Turns a droplet off without an action, as when its kernel panics. */
export function goDown(world: World, team: Team, id: unknown): void {
  team.table(path).change(id, { status: 'off' });
  team.keep(downMark(id), { atMs: world.now() });
}

/** Removes a droplet, and detaches what was attached to it. */
export function removeDroplet(team: Team, id: unknown): Row {
  const row = team.table(path).remove(id);
  if (!row) throw notFound();
  team.forgetBelow(`${path}/${id}`);
  for (const volume of listOf(row, 'volume_ids')) team.table('/v2/volumes').change(volume, { droplet_ids: [] });
  for (const place of ['/v2/firewalls', '/v2/load_balancers']) {
    for (const other of team.table(place).list()) {
      const ids = listOf(other, 'droplet_ids');
      if (ids.includes(row.id)) team.table(place).change(other.id, { droplet_ids: ids.filter((one) => one !== row.id) });
    }
  }
  for (const ip of team.table('/v2/reserved_ips').list()) {
    if (rowOf(ip, 'droplet').id === row.id) team.table('/v2/reserved_ips').change(ip.ip, { droplet: null });
  }
  return row;
}

/** Destroys a droplet as the API does: it is gone at once, and an action tells about it. */
function destroy(call: Call): Reply {
  const row = rowIn(call, path, call.path.droplet_id);
  if (row.locked === true) throw unprocessable('Droplet already has a pending event.');
  removeDroplet(call.team, row.id);
  recordDestroy(call, row);
  return noContent();
}

export function recordDestroy(call: Call, row: Row): void {
  startAction(call.world, call.team, {
    type: 'destroy',
    resourceId: Number(row.id),
    resourceType: 'droplet',
    region: textOf(rowOf(row, 'region'), 'slug'),
    target: `droplet:${row.id}`,
  });
}

function destroyByTag(call: Call): Reply {
  const tag = call.query.get('tag_name') ?? '';
  if (tag === '') throw unprocessable('tag_name is required');
  for (const row of call.team.table(path).list()) {
    if (listOf(row, 'tags').includes(tag)) recordDestroy(call, removeDroplet(call.team, row.id));
  }
  return noContent();
}

function snapshotsOfDroplet(call: Call): Reply {
  const droplet = rowIn(call, path, call.path.droplet_id);
  const rows = call.team
    .table('/v2/snapshots')
    .list()
    .filter((row) => row.resource_id === String(droplet.id));
  const shown = rows.map(({ resource_id: _, resource_type: __, ...row }) => ({ ...row, id: Number(row.id), type: 'snapshot' }));
  return listReply(call, new Table('id', shown));
}

function backups(call: Call): Reply {
  const droplet = rowIn(call, path, call.path.droplet_id);
  const rows = listOf(droplet, 'backup_ids').map((id, index) => ({
    id,
    name: `${textOf(rowOf(droplet, 'image'), 'distribution')} ${textOf(droplet, 'name')} backup`,
    created_at: isoOf(call.world.startMs - (index * 7 + 2) * dayMs),
    regions: [textOf(rowOf(droplet, 'region'), 'slug')],
    min_disk_size: droplet.disk,
    size_gigabytes: Math.round(Number(droplet.disk) * 28) / 100,
    type: 'backup',
  }));
  return listReply(call, new Table('id', rows));
}

const kernels = Array.from({ length: 3 }, (_, index) => ({
  id: 7515 + index,
  name: `GrubLoader v0.${index + 1}`,
  version: `2026.0${index + 5}`,
}));

/** Droplets that share hardware: the first two of each region, so that the list is not empty. */
function neighborsOf(team: Team, droplet: Row): Row[] {
  const region = textOf(rowOf(droplet, 'region'), 'slug');
  const pair = team
    .table(path)
    .list()
    .filter((row) => textOf(rowOf(row, 'region'), 'slug') === region)
    .slice(0, 2);
  return pair.some(({ id }) => id === droplet.id) ? pair.filter(({ id }) => id !== droplet.id) : [];
}

function allNeighbors({ team }: Call): Reply {
  const groups = Map.groupBy(team.table(path).list(), (row) => textOf(rowOf(row, 'region'), 'slug'));
  const pairs = [...groups.values()].map((rows) => rows.slice(0, 2).map(({ id }) => id)).filter(({ length }) => length > 1);
  return ok({ neighbor_ids: pairs });
}

function firewallsOf(call: Call): Reply {
  const droplet = rowIn(call, path, call.path.droplet_id);
  const table = call.team.table('/v2/firewalls');
  const covers = (firewall: Row) =>
    listOf(firewall, 'droplet_ids').includes(droplet.id) ||
    listOf(firewall, 'tags').some((tag) => listOf(droplet, 'tags').includes(tag));
  return listReply(call, table, table.list().filter(covers));
}

export const dropletFamily: Family = {
  handlers: {
    droplets_list: list,
    droplets_create: (call) => accepted(createDroplets(call.world, call.team, bodyOf(call))),
    droplets_destroy: destroy,
    droplets_destroy_byTag: destroyByTag,
    droplets_list_snapshots: snapshotsOfDroplet,
    droplets_list_backups: backups,
    droplets_list_kernels: (call) => {
      rowIn(call, path, call.path.droplet_id);
      return listReply(call, new Table('id', kernels));
    },
    droplets_list_firewalls: firewallsOf,
    droplets_list_neighbors: (call) => ok({ droplets: neighborsOf(call.team, rowIn(call, path, call.path.droplet_id)) }),
    droplets_list_neighborsIds: allNeighbors,
  },
};
