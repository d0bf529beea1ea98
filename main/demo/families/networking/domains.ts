import { bodyOf, type Call, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { type Row, textOf } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import type { Family } from '../family.ts';

const names: Record<string, readonly string[]> = {
  'Harbour Works': ['shop.example.com', 'harbour.example.com', 'status.example.com'],
  Tidepool: ['tidepool.example.com'],
  Personal: ['mara.example.com'],
};

const record = (id: number, type: string, name: string, data: string, more: Row = {}): Row => ({
  id,
  type,
  name,
  data,
  priority: null,
  port: null,
  ttl: 1800,
  weight: null,
  flags: null,
  tag: null,
  ...more,
});

/** The records that every domain starts with, with one for the address if an address was given. */
function firstRecords(world: World, address: string): Row[] {
  const id = () => world.nextId();
  return [
    record(id(), 'SOA', '@', '1800'),
    ...['ns1', 'ns2', 'ns3'].map((server) => record(id(), 'NS', '@', `${server}.digitalocean.com`)),
    ...(address === '' ? [] : [record(id(), 'A', '@', address, { ttl: 3600 })]),
  ];
}

const moreRecords = (world: World): Row[] => [
  record(world.nextId(), 'CNAME', 'www', '@'),
  record(world.nextId(), 'MX', '@', 'mail.example.com.', { priority: 10, ttl: 14_400 }),
  record(world.nextId(), 'TXT', '@', 'v=spf1 mx -all', { ttl: 3600 }),
  record(world.nextId(), 'AAAA', '@', '2001:db8:2f:1::21', { ttl: 3600 }),
];

function list(call: Call): Reply {
  const domain = rowIn(call, '/v2/domains', call.path.domain_name);
  const [name, type] = [call.query.get('name'), call.query.get('type')];
  const table = call.team.table(`/v2/domains/${domain.name}/records`);
  if (name === null && type === null) return listReply(call, table);
  const full = (row: Row) => (row.name === '@' ? String(domain.name) : `${row.name}.${domain.name}`);
  return listReply(
    call,
    table,
    table.list().filter((row) => (type === null || row.type === type) && (name === null || full(row) === name)),
  );
}

export const domains: Family = {
  seeds: {
    '/v2/domains': ({ team }) =>
      (names[team.name] ?? []).map((name) => ({
        name,
        ttl: 1800,
        zone_file: `$ORIGIN ${name}.\n$TTL 1800\n${name}. IN SOA ns1.digitalocean.com. hostmaster.${name}. 1 10800 3600 604800 1800\n`,
      })),
    '/v2/domains/{domain_name}/records': ({ team, world, parents: [name = ''] }) =>
      (names[team.name] ?? []).includes(name)
        ? [...firstRecords(world, '203.0.113.200'), ...moreRecords(world)]
        : firstRecords(
            world,
            textOf(
              team.document(`/#domain-address/${name}`, () => ({})),
              'ip',
            ),
          ),
  },
  effects: {
    '/v2/domains': {
      born: (call, row) => {
        call.team.keep(`/#domain-address/${row.name}`, { ip: textOf(bodyOf(call), 'ip_address') });
        return { name: row.name, ttl: null, zone_file: null };
      },
    },
    '/v2/domains/{domain_name}/records': {
      born: (call, row) =>
        record(call.world.nextId(), textOf(row, 'type'), textOf(row, 'name'), textOf(row, 'data'), bodyOf(call)),
    },
  },
  handlers: { domains_list_records: list },
};
