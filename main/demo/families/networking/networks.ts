import { vpcId } from '../../seeds/attachments.ts';
import { accepted, bodyOf, type Call, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { conflict } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, Table, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import { urnOf } from '../account/urns.ts';
import type { Family } from '../family.ts';

const vpcs = '/v2/vpcs';
const peerings = '/v2/vpc_peerings';

/** Regions in which a team has droplets, in the order of the droplets. */
function regionsOf(team: Team): string[] {
  return [
    ...new Set(
      team
        .table('/v2/droplets')
        .list()
        .map((row) => textOf(rowOf(row, 'region'), 'slug')),
    ),
  ];
}

/** One network for each region with droplets. The team that has everything also has an empty one. */
function seedVpcs(team: Team, bornMs: number): Row[] {
  const lab = {
    id: vpcId(team, 'lab'),
    urn: `do:vpc:${vpcId(team, 'lab')}`,
    name: 'lab',
    description: 'For trying things out',
    region: 'ams3',
    ip_range: '10.120.0.0/20',
    default: false,
    created_at: isoOf(bornMs),
  };
  // Models are served in few regions, and none of them has droplets of the team.
  const models = {
    ...lab,
    id: vpcId(team, 'tor1'),
    urn: `do:vpc:${vpcId(team, 'tor1')}`,
    name: 'models',
    description: '',
    region: 'tor1',
    ip_range: '10.130.0.0/20',
    default: true,
  };
  const used = regionsOf(team).map((region, index) => ({
    id: vpcId(team, region),
    urn: `do:vpc:${vpcId(team, region)}`,
    name: `default-${region}`,
    description: '',
    region,
    ip_range: `10.${19 + index}.0.0/20`,
    default: true,
    created_at: isoOf(bornMs),
  }));
  return team.breadth === 'full' ? [...used, lab, models] : used;
}

/** What uses a network: droplets, load balancers and databases in it. */
function membersOf(team: Team, id: unknown): Row[] {
  const kinds: [kind: string, path: string, property: string][] = [
    ['droplet', '/v2/droplets', 'vpc_uuid'],
    ['loadbalancer', '/v2/load_balancers', 'vpc_uuid'],
    ['dbaas', '/v2/databases', 'private_network_uuid'],
    ['kubernetes', '/v2/kubernetes/clusters', 'vpc_uuid'],
  ];
  return kinds.flatMap(([kind, path, property]) =>
    team
      .table(path)
      .list()
      .filter((row) => row[property] === id)
      .map((row) => ({ urn: urnOf(kind, row), name: row.name, created_at: row.created_at })),
  );
}

function listMembers(call: Call): Reply {
  const vpc = rowIn(call, vpcs, call.path.vpc_id);
  const kind = call.query.get('resource_type');
  const rows = membersOf(call.team, vpc.id).filter(({ urn }) => kind === null || String(urn).startsWith(`do:${kind}:`));
  return listReply(call, new Table('urn', rows));
}

function removeVpc(call: Call): Reply {
  const vpc = rowIn(call, vpcs, call.path.vpc_id);
  if (membersOf(call.team, vpc.id).length > 0) throw conflict('Can not delete VPC with members');
  call.team.table(vpcs).remove(vpc.id);
  return noContent();
}

function peeringsOf(call: Call): Reply {
  const vpc = rowIn(call, vpcs, call.path.vpc_id);
  const table = call.team.table(peerings);
  return listReply(
    call,
    table,
    table.list().filter((row) => listOf(row, 'vpc_ids').includes(vpc.id)),
  );
}

function createPeering(call: Call): Reply {
  const vpc = rowIn(call, vpcs, call.path.vpc_id);
  const body = bodyOf(call);
  const other = rowIn(call, vpcs, body.vpc_id);
  const table = call.team.table(peerings);
  const id = call.team.random('new peering', call.world.nextId()).uuid();
  const row = table.add({
    id,
    name: body.name,
    vpc_ids: [vpc.id, other.id],
    created_at: isoOf(call.world.now()),
    status: 'PROVISIONING',
  });
  later(call.world, 6_000, () => table.change(id, { status: 'ACTIVE' }));
  return accepted({ peering: row });
}

function renamePeering(call: Call): Reply {
  const row = rowIn(call, peerings, call.path.vpc_peering_id);
  return ok({ peering: call.team.table(peerings).change(row.id, { name: bodyOf(call).name }) });
}

export const networks: Family = {
  seeds: {
    [vpcs]: ({ team, world }) => seedVpcs(team, world.startMs - 800 * dayMs),
    [peerings]: ({ team, world }) => {
      const ids = team
        .table(vpcs)
        .list()
        .map(({ id }) => id);
      if (team.breadth !== 'full' || ids.length < 2) return [];
      const created = isoOf(world.startMs - 120 * dayMs);
      return [
        {
          id: team.random('peering').uuid(),
          name: 'fra1-to-nyc3',
          vpc_ids: ids.slice(0, 2),
          created_at: created,
          status: 'ACTIVE',
        },
      ];
    },
  },
  effects: {
    [vpcs]: { born: (_, row) => ({ ...row, default: false, urn: `do:vpc:${row.id}` }) },
  },
  handlers: {
    vpcs_list_members: listMembers,
    vpcs_delete: removeVpc,
    vpcs_list_peerings: peeringsOf,
    vpcs_create_peerings: createPeering,
    vpcs_patch_peerings: renamePeering,
  },
};
