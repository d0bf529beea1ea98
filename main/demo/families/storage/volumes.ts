import { volumeId, volumesOf } from '../../seeds/attachments.ts';
import { madeVolumes } from '../../seeds/kubernetes-made.ts';
import { regionOr } from '../../seeds/regions.ts';
import { accepted, bodyOf, type Call, created, noContent, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { conflict, notFound, unprocessable } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import { getActionOf, listActionsOf, startAction } from '../compute/actions.ts';
import { dropletId } from '../compute/snapshots.ts';
import type { Family } from '../family.ts';

const path = '/v2/volumes';
const droplets = '/v2/droplets';

const volumeIn = (call: Call) => rowIn(call, path, call.path.volume_id);
const regionOfRow = (row: Row) => textOf(rowOf(row, 'region'), 'slug');

function list(call: Call): Reply {
  const [name, region] = [call.query.get('name'), call.query.get('region')];
  const table = call.team.table(path);
  if (name === null && region === null) return listReply(call, table);
  return listReply(
    call,
    table,
    table.list().filter((row) => (name === null || row.name === name) && (region === null || regionOfRow(row) === region)),
  );
}

function create(call: Call): Reply {
  const body = bodyOf(call);
  const name = textOf(body, 'name');
  const region = textOf(body, 'region');
  const taken = call.team
    .table(path)
    .list()
    .some((row) => row.name === name && regionOfRow(row) === region);
  if (taken) throw conflict('a volume with the same name and region already exists');
  const random = call.team.random('new volume', call.world.nextId());
  const row = call.team.table(path).add({
    id: random.uuid(),
    region: regionOr(region),
    droplet_ids: [],
    name,
    description: textOf(body, 'description'),
    size_gigabytes: Number(body.size_gigabytes),
    created_at: isoOf(call.world.now()),
    filesystem_type: textOf(body, 'filesystem_type'),
    filesystem_label: textOf(body, 'filesystem_label'),
    tags: listOf(body, 'tags'),
  });
  return created({ volume: row });
}

function remove(call: Call, row: Row | undefined): Reply {
  if (!row) throw notFound();
  if (listOf(row, 'droplet_ids').length > 0) throw conflict('Cannot delete a volume that is attached to a Droplet.');
  call.team.table(path).remove(row.id);
  return noContent();
}

/** Starts an attach, detach or resize. Its changes show once the action is completed. */
function act(call: Call, volume: Row): Reply {
  const { world, team } = call;
  const body = bodyOf(call);
  const type = textOf(body, 'type');
  const finish = effectOf(team, volume, type, body);
  const names: Record<string, string> = { attach: 'attach_volume', detach: 'detach_volume', resize: 'resize' };
  const action = startAction(world, team, {
    type: names[type] ?? type,
    resourceId: null,
    resourceType: 'volume',
    region: regionOfRow(volume),
    target: `volume:${volume.id}`,
    finish: (outcome) => {
      if (outcome === 'completed') finish();
    },
  });
  return accepted({ action });
}

function effectOf(team: Team, volume: Row, type: string, body: Row): () => void {
  const volumes = team.table(path);
  if (type === 'resize') {
    const size = Number(body.size_gigabytes);
    if (!(size > Number(volume.size_gigabytes)))
      throw unprocessable('New size must be larger than the current size of the volume.');
    return () => volumes.change(volume.id, { size_gigabytes: size });
  }
  const droplet = team.table(droplets).find(body.droplet_id);
  if (!droplet) throw unprocessable('The Droplet was not found.');
  const others = listOf(droplet, 'volume_ids').filter((id) => id !== volume.id);
  const isHere = regionOfRow(droplet) === regionOfRow(volume);
  if (type === 'attach') {
    if (!isHere) throw unprocessable('The Droplet and the volume are not in the same region.');
    if (listOf(volume, 'droplet_ids').length > 0) throw unprocessable('The volume is already attached to a Droplet.');
    return () => link(team, volume.id, [droplet.id], droplet.id, [...others, volume.id]);
  }
  if (type === 'detach') return () => link(team, volume.id, [], droplet.id, others);
  throw unprocessable('The type of the action is invalid.');
}

/** Changes both sides of an attachment together. */
function link(
  team: Team,
  volumeId: unknown,
  dropletIds: readonly unknown[],
  dropletId: unknown,
  volumeIds: readonly unknown[],
): void {
  team.table(path).change(volumeId, { droplet_ids: dropletIds });
  team.table(droplets).change(dropletId, { volume_ids: volumeIds });
}

/** Finds a volume by name and region in the body instead of an id in the path. */
function actByName(call: Call): Reply {
  const name = textOf(bodyOf(call), 'volume_name');
  const volume = call.team
    .table(path)
    .list()
    .find((row) => row.name === name);
  if (!volume) throw notFound();
  return act(call, volume);
}

export const volumes: Family = {
  seeds: {
    [path]: ({ team, world }) => [
      ...volumesOf(team).map((one) => ({
        id: volumeId(team, one.name),
        region: regionOr(one.region),
        droplet_ids: one.droplet === null ? [] : [dropletId(team, one.droplet)],
        name: one.name,
        description: one.description,
        size_gigabytes: one.gigabytes,
        created_at: isoOf(world.startMs - team.random('volume age', one.name).whole(60, 400) * dayMs),
        filesystem_type: 'ext4',
        filesystem_label: one.name.slice(0, 12),
        tags: one.tags,
      })),
      ...madeVolumes(team, world.startMs),
    ],
  },
  handlers: {
    volumes_list: list,
    volumes_create: create,
    volumes_delete: (call) => remove(call, volumeIn(call)),
    volumes_delete_byName: (call) => {
      const [name, region] = [call.query.get('name'), call.query.get('region')];
      return remove(
        call,
        call.team
          .table(path)
          .list()
          .find((row) => row.name === name && (region === null || regionOfRow(row) === region)),
      );
    },
    volumeActions_post: actByName,
    volumeActions_post_byId: (call) => act(call, volumeIn(call)),
    volumeActions_list: (call) => listActionsOf(call, `volume:${volumeIn(call).id}`),
    volumeActions_get: (call) => getActionOf(call, `volume:${volumeIn(call).id}`),
  },
};
