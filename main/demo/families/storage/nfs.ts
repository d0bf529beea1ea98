import { vpcId } from '../../seeds/attachments.ts';
import { bodyOf, type Call, created, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { notFound, unprocessable } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';

const path = '/v2/nfs';
const snapshots = `${path}/snapshots`;
const pointsOf = (shareId: unknown) => `${path}/shares/${shareId}/access_points`;

const policy = {
  anonuid: 65_534,
  anongid: 65_534,
  protocols: ['NFS4'],
  squash_config: 'ROOT_SQUASH',
  identity_enforcement_enabled: false,
};

function pointRow(team: Team, shareId: string, name: string, pathInShare: string, atIso: string, isDefault: boolean): Row {
  const id = team.random('access point', shareId, name).uuid();
  return {
    id,
    name,
    share_id: shareId,
    path: pathInShare,
    status: 'ACCESS_POINT_ACTIVE',
    access_policy: policy,
    created_at: atIso,
    updated_at: atIso,
    is_default: isDefault,
    vpc_id: vpcId(team, 'fra1'),
  };
}

/** What an action changes on its share. Refuses a body that lacks something. */
function effectOf(team: Team, share: Row, type: string, params: Row): Row {
  const vpcs = listOf(share, 'vpc_ids');
  switch (type) {
    case 'resize':
      if (!(Number(params.size_gib) > Number(share.size_gib)))
        throw unprocessable('The new size must be larger than the current size.');
      return { size_gib: params.size_gib };
    case 'attach':
      return { vpc_ids: [...new Set([...vpcs, params.vpc_id])] };
    case 'detach':
      return { vpc_ids: vpcs.filter((id) => id !== params.vpc_id) };
    case 'reassign':
      return { vpc_ids: [params.vpc_id ?? params.new_vpc_id ?? vpcId(team, 'fra1')] };
    case 'switch_performance_tier':
      return { performance_tier: params.performance_tier };
    case 'snapshot':
      return {};
    default:
      throw unprocessable('The type of the action is invalid.');
  }
}

function actionOn({ world, team }: Call, share: Row, type: string): Row {
  const id = team.random('nfs action', world.nextId()).uuid();
  return {
    id,
    region_slug: share.region,
    resource_id: share.id,
    resource_type: 'SHARE',
    started_at: isoOf(world.now()),
    status: 'IN_PROGRESS',
    type,
  };
}

function act(call: Call): Reply {
  const { world, team } = call;
  const share = rowIn(call, path, call.path.nfs_id);
  const body = bodyOf(call);
  const [type, params] = [textOf(body, 'type'), rowOf(body, 'params')];
  const patch = effectOf(team, share, type, params);
  const id = team.random('nfs action', world.nextId()).uuid();
  later(world, 8_000, () => {
    team.table(path).change(share.id, patch);
    if (type === 'snapshot') team.table(snapshots).add(snapshotRow(id, share, textOf(params, 'name'), isoOf(world.now())));
  });
  return created({ action: { ...actionOn(call, share, type), id } });
}

function snapshotRow(id: string, share: Row, name: string, atIso: string): Row {
  return {
    id,
    name: name || `${share.name}-snapshot`,
    size_gib: share.size_gib,
    region: share.region,
    status: 'ACTIVE',
    created_at: atIso,
    share_id: share.id,
  };
}

/** An access point is stored under its share, but requested without it. */
function pointIn({ team, path: values }: Call): { share: Row; point: Row } {
  for (const share of team.table(path).list()) {
    const point = team.table(pointsOf(share.id)).find(values.access_point_id);
    if (point) return { share, point };
  }
  throw notFound();
}

function createPoint(call: Call): Reply {
  const share = rowIn(call, path, call.path.share_id);
  const body = bodyOf(call);
  const row = pointRow(
    call.team,
    textOf(share, 'id'),
    `${textOf(body, 'name')}`,
    textOf(body, 'path') || '/',
    isoOf(call.world.now()),
    false,
  );
  const table = call.team.table(pointsOf(share.id));
  const access_point = table.add({
    ...row,
    access_policy: { ...policy, ...rowOf(body, 'access_policy') },
    status: 'ACCESS_POINT_CREATING',
  });
  later(call.world, 5_000, () => table.change(row.id, { status: 'ACCESS_POINT_ACTIVE' }));
  return created({ access_point, action: actionOn(call, share, 'create_access_point') });
}

function deletePoint(call: Call): Reply {
  const { share, point } = pointIn(call);
  call.team.table(pointsOf(share.id)).remove(point.id);
  return ok({ access_point: { ...point, status: 'ACCESS_POINT_DELETED' }, action: actionOn(call, share, 'delete_access_point') });
}

function listPoints(call: Call): Reply {
  const share = rowIn(call, path, call.path.share_id);
  return listReply(call, call.team.table(pointsOf(share.id)));
}

export const nfs: Family = {
  seeds: {
    [path]: ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : [
            ['renders', 1000],
            ['shared-home', 250],
          ].map(([name, size_gib]) => ({
            id: team.random('share', String(name)).uuid(),
            name,
            size_gib,
            region: 'fra1',
            status: 'ACTIVE',
            created_at: isoOf(world.startMs - 70 * dayMs),
            vpc_ids: [vpcId(team, 'fra1')],
            performance_tier: 'standard',
            mount_path: `/123456/${name}`,
            host: '10.19.0.9',
          })),
    [snapshots]: ({ team, world }) =>
      team
        .table(path)
        .list()
        .map((share) =>
          snapshotRow(
            team.random('nfs snapshot', textOf(share, 'id')).uuid(),
            share,
            `${share.name}-weekly`,
            isoOf(world.startMs - 4 * dayMs),
          ),
        ),
    [`${path}/shares/{share_id}/access_points`]: ({ team, world, parents: [id = ''] }) => [
      pointRow(team, id, 'default', '/', isoOf(world.startMs - 70 * dayMs), true),
      pointRow(team, id, 'readers', '/public', isoOf(world.startMs - 20 * dayMs), false),
    ],
  },
  handlers: {
    nfs_create_action: act,
    nfs_list_access_points: listPoints,
    nfs_create_access_point: createPoint,
    nfs_get_access_point: (call) => ok({ access_point: pointIn(call).point }),
    nfs_delete_access_point: deletePoint,
  },
};
