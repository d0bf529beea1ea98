import { vpcId } from '../../seeds/attachments.ts';
import { accepted, bodyOf, type Call, type Handler, ok, rowIn } from '../../wire/call.ts';
import { isRow, type Row, rowOf, textOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';

const partners = '/v2/partner_network_connect/attachments';
const prefixes = '/v2/byoip_prefixes';

const keyFor = ({ team, world }: Call, name: string, madeAtMs: number): Row => ({
  value: `demo-${team.random(name, world.nextId()).hex(32)}`,
  created_at: isoOf(madeAtMs),
  state: 'CREATED',
});

const keyPlace = (call: Call, root: string) => `/#${root}/${rowIn(call, partners, call.path.pa_id).id}`;

const readKey =
  (root: string): Handler =>
  (call) =>
    ok({ [root]: call.team.document(keyPlace(call, root), () => keyFor(call, root, call.world.startMs - 320 * dayMs)) });

/** The old key ends with the new one. */
function renewServiceKey(call: Call) {
  call.team.keep(keyPlace(call, 'service_key'), keyFor(call, 'service_key', call.world.now()));
  return accepted({});
}

/** What connects a team to other networks: partner attachments and its own prefixes. */
export const interconnect: Family = {
  seeds: {
    [partners]: ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              id: team.random('attachment').uuid(),
              name: 'office-line',
              state: 'ACTIVE',
              connection_bandwidth_in_mbps: 1000,
              region: 'FRA',
              naas_provider: 'MEGAPORT',
              vpc_ids: [vpcId(team, 'fra1')],
              bgp: { local_asn: 64_532, peer_asn: 133_937, local_router_ip: '169.254.0.1/29', peer_router_ip: '169.254.0.6/29' },
              created_at: isoOf(world.startMs - 320 * dayMs),
              parent_uuid: '',
              children: [team.random('attachment child').uuid()],
            },
          ],
    [`${partners}/{pa_id}/remote_routes`]: () => [{ cidr: '10.200.0.0/16' }, { cidr: '10.201.4.0/24' }],
    [prefixes]: ({ team }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              uuid: team.random('prefix').uuid(),
              name: 'harbour-block',
              prefix: '203.0.113.0/24',
              status: 'active',
              region: 'fra1',
              validations: [{ name: 'ROA', status: 'OK', note: '' }],
              failure_reason: '',
              locked: false,
              advertised: true,
              project_id: textOf(team.table('/v2/projects').list()[0], 'id'),
            },
          ],
    [`${prefixes}/{byoip_prefix_uuid}/ips`]: ({ world, team, parents: [uuid] }) => [
      {
        id: world.nextId(),
        byoip: '203.0.113.7',
        region: 'fra1',
        resource: `do:droplet:${team.table('/v2/droplets').list()[0]?.id ?? uuid}`,
        assigned_at: isoOf(world.startMs - 15 * dayMs),
      },
    ],
  },
  effects: {
    [partners]: {
      born: ({ team, world }, row) => {
        later(world, 20_000, () => team.table(partners).change(row.id, { state: 'ACTIVE' }));
        return { ...row, state: 'CREATING', children: [team.random('child', String(row.id)).uuid()] };
      },
      changed: (call, row) => {
        const { bgp } = bodyOf(call);
        if (!isRow(bgp)) return {};
        const { peer_router_asn, auth_key: _, ...rest } = bgp;
        const before = rowOf(call.team.table(partners).find(row.id), 'bgp');
        return { bgp: { ...before, ...rest, peer_asn: peer_router_asn ?? before.peer_asn } };
      },
    },
    [prefixes]: {
      born: ({ team, world }, row) => {
        later(world, 20_000, () => team.table(prefixes).change(row.uuid, { status: 'active' }));
        return { ...row, name: row.prefix, status: 'pending', advertised: false, locked: false };
      },
      changed: (call) => {
        const { advertise } = bodyOf(call);
        return typeof advertise === 'boolean' ? { advertised: advertise } : {};
      },
    },
  },
  handlers: {
    partnerAttachments_get_service_key: readKey('service_key'),
    partnerAttachments_create_service_key: renewServiceKey,
    partnerAttachments_get_bgp_auth_key: readKey('bgp_auth_key'),
  },
};
