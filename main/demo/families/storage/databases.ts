import { vpcId } from '../../seeds/attachments.ts';
import { accepted, bodyOf, type Call, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { unprocessable } from '../../wire/problem.ts';
import { isRow, listOf, type Row, Table, textOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';

const path = '/v2/databases';

type Line = readonly [
  name: string,
  engine: string,
  version: string,
  nodes: number,
  size: string,
  region: string,
  tags: readonly string[],
];

const lines: Record<string, readonly Line[]> = {
  'Harbour Works': [
    ['db-main', 'pg', '17', 2, 'db-s-2vcpu-4gb', 'fra1', ['prod']],
    ['db-reports', 'mysql', '8', 1, 'db-s-1vcpu-2gb', 'fra1', ['prod']],
    ['sessions', 'valkey', '8', 1, 'db-s-1vcpu-1gb', 'fra1', ['prod', 'cache']],
    ['events', 'kafka', '3.8', 3, 'db-s-2vcpu-4gb', 'fra1', []],
    ['search', 'opensearch', '2.19', 1, 'db-s-2vcpu-4gb', 'fra1', []],
  ],
  Tidepool: [['db-staging', 'pg', '17', 1, 'db-s-1vcpu-2gb', 'ams3', ['staging']]],
};

const ports: Record<string, number> = {
  pg: 25_060,
  mysql: 25_060,
  valkey: 25_061,
  redis: 25_061,
  mongodb: 27_017,
  kafka: 25_073,
  opensearch: 25_060,
};
const schemes: Record<string, string> = {
  pg: 'postgresql',
  mysql: 'mysql',
  valkey: 'rediss',
  redis: 'rediss',
  mongodb: 'mongodb+srv',
  kafka: 'kafka',
  opensearch: 'https',
};

const endsInDays: Record<string, number> = { mysql: 200, kafka: 41 };

/** How to reach a cluster, over its public or its private network. */
function connection(name: string, engine: string, isPrivate: boolean, password: string): Row {
  const host = `${isPrivate ? 'private-' : ''}${name}.db.example.com`;
  const port = ports[engine] ?? 25_060;
  const scheme = schemes[engine] ?? engine;
  return {
    protocol: scheme,
    uri: `${scheme}://doadmin:${password}@${host}:${port}/defaultdb`,
    database: 'defaultdb',
    host,
    port,
    user: 'doadmin',
    password,
    ssl: true,
  };
}

function seedClusters({ team, world }: Ground): Row[] {
  return (lines[team.name] ?? []).map(([name, engine, version, num_nodes, size, region, tags], index) => {
    const random = team.random('database', name);
    return {
      id: random.uuid(),
      name,
      engine,
      version,
      semantic_version: `${version}.2`,
      num_nodes,
      size,
      region,
      status: 'online',
      created_at: isoOf(world.startMs - (420 - index * 60) * dayMs),
      tags,
      db_names: ['defaultdb'],
      private_network_uuid: vpcId(team, region),
      maintenance_window: {
        day: 'tuesday',
        hour: '03:00:00',
        pending: index === 0,
        description: index === 0 ? [`${version}.4 with fixes of its security`] : [],
      },
      users: [{ name: 'doadmin', role: 'primary', password: `demo-${random.hex(16)}` }],
      connection: connection(name, engine, false, `demo-${random.hex(16)}`),
      private_connection: connection(name, engine, true, `demo-${random.hex(16)}`),
      storage_size_mib: 61_440,
      project_id: textOf(team.table('/v2/projects').list()[0], 'id'),
      // Two versions of theirs end within the year.
      version_end_of_life: isoOf(world.startMs + (endsInDays[engine] ?? 1100) * dayMs),
      version_end_of_availability: isoOf(world.startMs + ((endsInDays[engine] ?? 1100) - 30) * dayMs),
      rules: undefined,
      ui_connection:
        engine === 'opensearch' ? connection(`${name}-dashboard`, engine, false, `demo-${random.hex(16)}`) : undefined,
      schema_registry_connection:
        engine === 'kafka' ? connection(`${name}-schemas`, 'opensearch', false, `demo-${random.hex(16)}`) : undefined,
    };
  });
}

const clusterIn = (call: Call) => rowIn(call, path, call.path.database_cluster_uuid);

/** Puts a cluster into a temporary state. After a while it is online again, with what was asked for. */
function pass({ team, world }: Call, row: Row, status: string, afterMs: number, patch: Row): void {
  const table = team.table(path);
  table.change(row.id, { status });
  later(world, afterMs, () => table.change(row.id, { ...patch, status: 'online' }));
}

function requireOnline(row: Row): void {
  if (row.status !== 'online') throw unprocessable('cluster is not online');
}

function resize(call: Call): Reply {
  const row = clusterIn(call);
  requireOnline(row);
  const { size, num_nodes, storage_size_mib } = bodyOf(call);
  pass(call, row, 'resizing', 30_000, { size, num_nodes, ...(storage_size_mib === undefined ? {} : { storage_size_mib }) });
  return accepted();
}

function migrate(call: Call): Reply {
  const row = clusterIn(call);
  requireOnline(row);
  pass(call, row, 'migrating', 45_000, { region: bodyOf(call).region });
  return accepted();
}

/** The given rules replace all rules that were there. */
function replaceRules(call: Call): Reply {
  const row = clusterIn(call);
  const place = `${path}/${row.id}/firewall`;
  const rules = listOf(bodyOf(call), 'rules').filter(isRow);
  const rows = rules.map((rule) => ({
    uuid: call.team.random('rule', call.world.nextId()).uuid(),
    cluster_uuid: row.id,
    created_at: isoOf(call.world.now()),
    ...call.team.table(place).find(rule.uuid),
    ...rule,
  }));
  call.team.hold(place, new Table('uuid', rows));
  return noContent();
}

function setMaintenance(call: Call): Reply {
  const row = clusterIn(call);
  call.team.table(path).change(row.id, { maintenance_window: { pending: false, description: [], ...bodyOf(call) } });
  return noContent();
}

function upgrade(call: Call): Reply {
  const row = clusterIn(call);
  pass(call, row, 'migrating', 30_000, { version: textOf(bodyOf(call), 'version') });
  return noContent();
}

const regions = ['nyc1', 'nyc3', 'sfo3', 'ams3', 'fra1', 'lon1', 'sgp1', 'tor1', 'blr1', 'syd1'];
const sizes = ['db-s-1vcpu-1gb', 'db-s-1vcpu-2gb', 'db-s-2vcpu-4gb', 'db-s-4vcpu-8gb'];
const versions: Record<string, readonly string[]> = {
  pg: ['14', '15', '16', '17', '18'],
  mysql: ['8'],
  mongodb: ['7.0', '8.0'],
  valkey: ['8'],
  kafka: ['3.8', '4.0'],
  opensearch: ['2.19'],
};

function options(): Reply {
  const layouts = [1, 2, 3].map((num_nodes) => ({ num_nodes, sizes: num_nodes === 1 ? sizes : sizes.slice(1) }));
  const engines = Object.entries(versions);
  return ok({
    options: Object.fromEntries(engines.map(([engine, list]) => [engine, { regions, versions: list, layouts }])),
    version_availability: Object.fromEntries(
      engines.map(([engine, list]) => [
        engine,
        list.map((version) => ({ version, end_of_life: null, end_of_availability: null })),
      ]),
    ),
  });
}

/** What users of an engine may; those of others are filled in by the schema, as if they had every engine's. */
function rightsOf(engine: unknown): Row {
  if (engine === 'pg') return { settings: { pg_allow_replication: false } };
  return engine === 'kafka' ? { settings: { acl: [{ id: 'acl1', topic: 'orders*', permission: 'produceconsume' }] } } : {};
}

const names = (list: readonly string[]) => () => list.map((name) => ({ name }));

export const databases: Family = {
  seeds: {
    [path]: seedClusters,
    [`${path}/{database_cluster_uuid}/dbs`]: names(['defaultdb', 'shop', 'reports']),
    [`${path}/{database_cluster_uuid}/users`]: ({ team, parents }) =>
      ['doadmin', 'shop', 'reader'].map((name) => ({
        name,
        ...(team.table(path).find(parents[0])?.engine === 'mysql' ? {} : { mysql_settings: undefined }),
        role: name === 'doadmin' ? 'primary' : 'normal',
        ...rightsOf(team.table(path).find(parents[0])?.engine),
        password: `demo-${team.random('user', name, ...parents).hex(16)}`,
      })),
    [`${path}/{database_cluster_uuid}/backups`]: ({ world }) =>
      [0, 1, 2, 3, 4, 5, 6].map((days) => ({
        created_at: isoOf(Math.floor(world.startMs / dayMs - days) * dayMs + 7_200_000),
        size_gigabytes: 3.2 - days * 0.05,
        incremental: days % 7 !== 6,
      })),
    [`${path}/{database_cluster_uuid}/schema-registry`]: () =>
      ['orders-value', 'visits-value'].map((subject_name, index) => ({
        subject_name,
        schema_id: index + 1,
        schema_type: 'AVRO',
        schema: '{"type":"record","name":"Order","fields":[]}',
      })),
    [`${path}/{database_cluster_uuid}/firewall`]: ({ team, world, parents: [cluster_uuid] }) => [
      {
        uuid: team.random('rule', String(cluster_uuid)).uuid(),
        cluster_uuid,
        type: 'tag',
        value: 'prod',
        created_at: isoOf(world.startMs - 200 * dayMs),
        description: '',
      },
    ],
  },
  effects: {
    [path]: {
      born: (call, row) => {
        const [name, engine] = [textOf(row, 'name'), textOf(row, 'engine')];
        const password = `demo-${call.team.random('password', textOf(row, 'id')).hex(16)}`;
        return {
          ...row,
          status: 'creating',
          db_names: ['defaultdb'],
          connection: connection(name, engine, false, password),
          private_connection: connection(name, engine, true, password),
        };
      },
    },
  },
  handlers: {
    databases_list_options: options,
    databases_update_clusterSize: resize,
    databases_update_region: migrate,
    databases_update_firewall_rules: replaceRules,
    databases_update_maintenanceWindow: setMaintenance,
    databases_update_major_version: upgrade,
  },
};
