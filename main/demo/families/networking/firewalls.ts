import { madeBalancers } from '../../seeds/kubernetes-made.ts';
import { regionOr } from '../../seeds/regions.ts';
import { bodyOf, type Call, type Handler, noContent, rowIn } from '../../wire/call.ts';
import { isRow, listOf, type Row, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';

const firewalls = '/v2/firewalls';
const balancers = '/v2/load_balancers';

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Adds what a body lists to the lists of a thing, or removes it from them. */
function editLists(place: string, parameter: string, names: readonly string[], isAdding: boolean): Handler {
  return (call: Call) => {
    const row = rowIn(call, place, call.path[parameter]);
    const body = bodyOf(call);
    const patch: Row = {};
    for (const name of names) {
      const given = listOf(body, name);
      if (given.length === 0) continue;
      const others = listOf(row, name).filter((one) => !given.some((two) => isEqual(one, two)));
      patch[name] = isAdding ? [...others, ...given] : others;
    }
    const changed = call.team.table(place).change(row.id, patch) ?? row;
    if (place === firewalls) {
      call.team.table(place).change(row.id, { status: 'waiting', pending_changes: pendingOf(changed) });
      spread(call, row);
    }
    return noContent();
  };
}

const rules = ['inbound_rules', 'outbound_rules'];
const anywhere = { addresses: ['0.0.0.0/0', '::/0'] };
const open = (ports: string, protocol = 'tcp') => ({ protocol, ports, sources: anywhere });
const outward = [
  { protocol: 'tcp', ports: '0', destinations: anywhere },
  { protocol: 'udp', ports: '0', destinations: anywhere },
  { protocol: 'icmp', ports: '0', destinations: anywhere },
];

const idsOf = (team: Team, ...names: string[]): unknown[] =>
  names.flatMap(
    (name) =>
      team
        .table('/v2/droplets')
        .list()
        .find((row) => textOf(row, 'name') === name)?.id ?? [],
  );

/** A change reaches the firewall's droplets a moment later. */
function spread({ team, world }: Call, row: Row): void {
  later(world, 3_000, () => team.table(firewalls).change(row.id, { status: 'succeeded', pending_changes: [] }));
}

const pendingOf = (row: Row) =>
  listOf(row, 'droplet_ids').map((droplet_id) => ({ droplet_id, removing: false, status: 'waiting' }));

/** An update replaces the whole load balancer: what it leaves out falls back to its default. */
function leftOut(call: Call): Row {
  if (call.operation.method !== 'PUT') return {};
  const defaults: Row = {
    droplet_ids: [],
    tag: '',
    redirect_http_to_https: false,
    enable_proxy_protocol: false,
    enable_backend_keepalive: false,
    http_idle_timeout_seconds: 60,
    disable_lets_encrypt_dns_records: false,
    sticky_sessions: { type: 'none' },
  };
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => bodyOf(call)[name] === undefined));
}

export const firewallFamily: Family = {
  seeds: {
    [firewalls]: ({ team, world }) => {
      if (team.breadth === 'little') return [];
      const base = {
        status: 'succeeded',
        created_at: isoOf(world.startMs - 300 * dayMs),
        pending_changes: [],
        outbound_rules: outward,
      };
      const id = (name: string) => team.random('firewall', name).uuid();
      if (team.breadth === 'usual') {
        return [
          {
            id: id('staging'),
            name: 'staging',
            ...base,
            inbound_rules: [open('22'), open('443')],
            droplet_ids: idsOf(team, 'staging-01'),
            tags: [],
          },
        ];
      }
      return [
        {
          id: id('public-web'),
          name: 'public-web',
          ...base,
          inbound_rules: [open('80'), open('443'), open('443', 'udp'), open('0', 'icmp')],
          droplet_ids: idsOf(team, 'web-01', 'web-02', 'web-03'),
          tags: [],
        },
        {
          id: id('ssh-from-bastion'),
          name: 'ssh-from-bastion',
          ...base,
          inbound_rules: [{ protocol: 'tcp', ports: '22', sources: { droplet_ids: idsOf(team, 'bastion-01') } }],
          droplet_ids: [],
          tags: ['prod'],
        },
        {
          id: id('bastion'),
          name: 'bastion',
          ...base,
          inbound_rules: [{ protocol: 'tcp', ports: '22', sources: { addresses: ['203.0.113.0/24'] } }],
          droplet_ids: idsOf(team, 'bastion-01'),
          tags: [],
        },
      ];
    },
    [balancers]: ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              id: team.random('lb').uuid(),
              name: 'shop-front',
              ip: '203.0.113.200',
              ipv6: '2001:db8:2f:2::200',
              size_unit: 1,
              size: 'lb-small',
              algorithm: 'round_robin',
              status: 'active',
              created_at: isoOf(world.startMs - 240 * dayMs),
              forwarding_rules: [
                {
                  entry_protocol: 'https',
                  entry_port: 443,
                  target_protocol: 'http',
                  target_port: 8080,
                  certificate_id: textOf(team.table('/v2/certificates').list()[0], 'id'),
                  tls_passthrough: false,
                },
                {
                  entry_protocol: 'http',
                  entry_port: 80,
                  target_protocol: 'http',
                  target_port: 8080,
                  certificate_id: '',
                  tls_passthrough: false,
                },
              ],
              region: team
                .table('/v2/droplets')
                .list()
                .find((row) => row.name === 'web-01')?.region,
              tag: '',
              droplet_ids: idsOf(team, 'web-01', 'web-02', 'web-03'),
              vpc_uuid: team
                .table('/v2/droplets')
                .list()
                .find((row) => row.name === 'web-01')?.vpc_uuid,
              redirect_http_to_https: true,
              firewall: { deny: [], allow: [] },
              domains: [],
              target_load_balancer_ids: [],
            },
            ...madeBalancers(team, world.startMs),
          ],
  },
  effects: {
    [firewalls]: {
      born: (call, row) => {
        spread(call, row);
        return {
          droplet_ids: [],
          tags: [],
          inbound_rules: [],
          outbound_rules: [],
          ...row,
          ...bodyOf(call),
          status: 'waiting',
          pending_changes: pendingOf(row),
        };
      },
      changed: (call, row) => {
        spread(call, row);
        // An update replaces the whole firewall: what it leaves out is gone.
        const lists = call.operation.method === 'PUT' ? ['droplet_ids', 'tags', 'inbound_rules', 'outbound_rules'] : [];
        const replaced = Object.fromEntries(lists.map((name) => [name, listOf(bodyOf(call), name)]));
        return { ...replaced, status: 'waiting', pending_changes: pendingOf({ ...row, ...replaced }) };
      },
    },
    [balancers]: {
      born: (call, row) => {
        const address = `203.0.113.${call.team.random('lb ip', textOf(row, 'id')).whole(201, 250)}`;
        later(call.world, 12_000, () => call.team.table(balancers).change(row.id, { status: 'active', ip: address }));
        return {
          ...row,
          status: 'new',
          ip: '',
          region: regionOr(textOf(bodyOf(call), 'region')),
          droplet_ids: listOf(bodyOf(call), 'droplet_ids'),
        };
      },
      changed: (call, row) => {
        const region = bodyOf(call).region;
        const forwarding_rules = listOf(row, 'forwarding_rules').map((rule) => ({
          certificate_id: '',
          ...(isRow(rule) ? rule : {}),
        }));
        return { ...leftOut(call), forwarding_rules, ...(typeof region === 'string' ? { region: regionOr(region) } : {}) };
      },
    },
  },
  handlers: {
    firewalls_assign_droplets: editLists(firewalls, 'firewall_id', ['droplet_ids'], true),
    firewalls_delete_droplets: editLists(firewalls, 'firewall_id', ['droplet_ids'], false),
    firewalls_add_tags: editLists(firewalls, 'firewall_id', ['tags'], true),
    firewalls_delete_tags: editLists(firewalls, 'firewall_id', ['tags'], false),
    firewalls_add_rules: editLists(firewalls, 'firewall_id', rules, true),
    firewalls_delete_rules: editLists(firewalls, 'firewall_id', rules, false),
    loadBalancers_add_droplets: editLists(balancers, 'lb_id', ['droplet_ids'], true),
    loadBalancers_remove_droplets: editLists(balancers, 'lb_id', ['droplet_ids'], false),
    loadBalancers_add_forwardingRules: editLists(balancers, 'lb_id', ['forwarding_rules'], true),
    loadBalancers_remove_forwardingRules: editLists(balancers, 'lb_id', ['forwarding_rules'], false),
  },
};
