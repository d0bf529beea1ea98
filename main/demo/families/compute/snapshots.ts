import { snapshotId, snapshotsOf, volumeId, volumesOf } from '../../seeds/attachments.ts';
import { bodyOf, type Call, created, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { notFound } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';

const droplets = '/v2/droplets';

const volumeIn = (call: Call) => rowIn(call, '/v2/volumes', call.path.volume_id);
const regionOfRow = (row: Row) => textOf(rowOf(row, 'region'), 'slug');

function snapshots(call: Call): Reply {
  const volume = volumeIn(call);
  const table = call.team.table('/v2/snapshots');
  return listReply(
    call,
    table,
    table.list().filter((row) => row.resource_id === volume.id),
  );
}

function takeSnapshot(call: Call): Reply {
  const volume = volumeIn(call);
  const body = bodyOf(call);
  const snapshot = call.team.table('/v2/snapshots').add({
    id: call.team.random('new snapshot', call.world.nextId()).uuid(),
    name: textOf(body, 'name'),
    created_at: isoOf(call.world.now()),
    regions: [regionOfRow(volume)],
    min_disk_size: volume.size_gigabytes,
    size_gigabytes: Math.round(Number(volume.size_gigabytes) * 62) / 100,
    resource_id: volume.id,
    resource_type: 'volume',
    tags: listOf(body, 'tags'),
  });
  return created({ snapshot });
}

function snapshotOfVolume(call: Call): Row {
  const row = rowIn(call, '/v2/snapshots', call.path.snapshot_id);
  if (row.resource_type !== 'volume') throw notFound();
  return row;
}

function listSnapshots(call: Call): Reply {
  const kind = call.query.get('resource_type');
  const table = call.team.table('/v2/snapshots');
  return listReply(call, table, kind === null ? table.list() : table.list().filter((row) => row.resource_type === kind));
}

/** Removes a snapshot from everything that mentions it. */
function removeSnapshot(call: Call, row: Row): Reply {
  const { team } = call;
  team.table('/v2/snapshots').remove(row.id);
  team.table('/v2/images').remove(row.id);
  const owner = team.table(droplets).find(row.resource_id);
  if (owner)
    team.table(droplets).change(owner.id, { snapshot_ids: listOf(owner, 'snapshot_ids').filter((id) => String(id) !== row.id) });
  return noContent();
}

/** A droplet's id by its name. For a droplet that is gone, a number that no droplet has. */
export const dropletId = (team: Team, name: string | null): number =>
  Number(
    team
      .table(droplets)
      .list()
      .find((row) => row.name === name)?.id ?? 470_112_233,
  );

/** Snapshots of droplets and of volumes. The API has one list for both. */
export const snapshotFamily: Family = {
  seeds: {
    '/v2/snapshots': ({ team, world }) => [
      ...snapshotsOf(team).map((one) => ({
        id: String(snapshotId(team, one.name)),
        name: one.name,
        created_at: isoOf(world.startMs - one.ageDays * dayMs),
        regions: [one.region],
        min_disk_size: 25,
        size_gigabytes: one.gigabytes,
        resource_id: String(dropletId(team, one.droplet)),
        resource_type: 'droplet',
        tags: [],
      })),
      ...volumesOf(team)
        .slice(0, 2)
        .map((one) => ({
          id: team.random('volume snapshot', one.name).uuid(),
          name: `${one.name}-before-grow`,
          created_at: isoOf(world.startMs - 33 * dayMs),
          regions: [one.region],
          min_disk_size: one.gigabytes,
          size_gigabytes: Math.round(one.gigabytes * 40) / 100,
          resource_id: volumeId(team, one.name),
          resource_type: 'volume',
          tags: [],
        })),
    ],
  },
  handlers: {
    volumeSnapshots_list: snapshots,
    volumeSnapshots_create: takeSnapshot,
    volumeSnapshots_get_byId: (call) => ok({ snapshot: snapshotOfVolume(call) }),
    volumeSnapshots_delete_byId: (call) => removeSnapshot(call, snapshotOfVolume(call)),
    snapshots_list: listSnapshots,
    snapshots_delete: (call) => removeSnapshot(call, rowIn(call, '/v2/snapshots', call.path.snapshot_id)),
  },
};
