import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import type { World } from '../../doubles/core/core-on-demo.ts';

const familyId = 'databases_list_clusters';
const cluster = (world: World, name: string) => idIn(world, '/v2/databases', name);
const at = (world: World, name: string, rest = '') => `/v2/databases/${cluster(world, name)}${rest}`;
const inside = (world: World, name: string) => ({ parent: { database_cluster_uuid: cluster(world, name) }, idAt: 'name' });
const ruleIn = (world: World) => {
  const [rule] = world.demo.rows(at(world, 'db-main', '/firewall'), 'Harbour Works');
  return { uuid: rule?.uuid, type: 'tag', value: 'prod', description: '' };
};

describeJobs('databases', [
  {
    does: 'copy the connection string of db-main',
    how: () => ({ familyId, thing: 'db-main', job: 'copy-string' }),
    sends: () => [],
    says: 'The connection string of db-main is copied, with its password.',
  },
  {
    does: 'let 203.0.113.77 into db-main',
    how: () => ({ familyId, thing: 'db-main', job: 'allow', values: { ip_addr: '203.0.113.77' } }),
    sends: (world) => [
      [`PUT ${at(world, 'db-main', '/firewall')}`, { rules: [ruleIn(world), { type: 'ip_addr', value: '203.0.113.77' }] }],
    ],
    says: '203.0.113.77 may connect to db-main.',
  },
  {
    does: 'let a droplet into db-main by its name',
    async how(world) {
      const { id } = await world.droplet('api-01');
      return { familyId, thing: 'db-main', job: 'allow', values: { kind: 'droplet', droplet: String(id) } };
    },
    async sends(world) {
      const { id } = await world.droplet('api-01');
      return [[`PUT ${at(world, 'db-main', '/firewall')}`, { rules: [ruleIn(world), { type: 'droplet', value: String(id) }] }]];
    },
    says: 'Droplet api-01 may connect to db-main.',
  },
  {
    does: 'take access away from what is tagged prod',
    how: (world) => ({ familyId, thing: 'db-main', job: 'take-away', values: { rule: String(ruleIn(world).uuid) } }),
    sends: (world) => [[`PUT ${at(world, 'db-main', '/firewall')}`, { rules: [] }]],
    says: 'Everything tagged prod may no longer connect to db-main.',
  },
  {
    does: 'take access away on a rule itself',
    how: (world) => ({
      ...inside(world, 'db-main'),
      idAt: 'uuid',
      familyId: 'databases_list_firewall_rules',
      thing: 'prod',
      job: 'take-away',
    }),
    sends: (world) => [[`PUT ${at(world, 'db-main', '/firewall')}`, { rules: [] }]],
    says: 'prod may no longer connect.',
  },
  {
    does: 'rotate the password of user shop',
    how: (world) => ({ ...inside(world, 'db-main'), familyId: 'databases_list_users', thing: 'shop', job: 'rotate-password' }),
    sends: (world) => [[`POST ${at(world, 'db-main', '/users/shop/reset_auth')}`, {}]],
    says: 'shop has a new password; the old one no longer works.',
  },
  {
    does: 'add a user who may replicate',
    how: () => ({ familyId, thing: 'db-main', job: 'add-user', values: { name: 'copier', replicates: true } }),
    sends: (world) => [[`POST ${at(world, 'db-main', '/users')}`, { name: 'copier', settings: { pg_allow_replication: true } }]],
    says: 'copier can sign in to db-main.',
  },
  {
    does: 'add a user to events who only reads orders',
    how: () => ({ familyId, thing: 'events', job: 'add-user', values: { name: 'reader', topic: 'orders', right: 'consume' } }),
    sends: (world) => [
      [
        `POST ${at(world, 'events', '/users')}`,
        { name: 'reader', settings: { acl: [{ topic: 'orders', permission: 'consume' }] } },
      ],
    ],
    says: 'reader can sign in to events.',
  },
  {
    does: 'delete the user reader',
    how: (world) => ({ ...inside(world, 'db-main'), familyId: 'databases_list_users', thing: 'reader', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'db-main', '/users/reader')}`, null]],
    says: 'The user reader is deleted.',
  },
  {
    does: 'add a database',
    how: () => ({ familyId, thing: 'db-main', job: 'add-database', values: { name: 'wiki' } }),
    sends: (world) => [[`POST ${at(world, 'db-main', '/dbs')}`, { name: 'wiki' }]],
    says: 'db-main has a database wiki.',
  },
  {
    does: 'delete the database reports',
    how: (world) => ({ ...inside(world, 'db-main'), familyId: 'databases_list', thing: 'reports', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'db-main', '/dbs/reports')}`, null]],
    says: 'The database reports is deleted.',
  },
  {
    does: 'add a pool on db-main',
    how: () => ({
      familyId,
      thing: 'db-main',
      job: 'add-pool',
      values: { name: 'web-pool', mode: 'transaction', size: 10, db: 'shop', user: 'shop' },
    }),
    sends: (world) => [
      [`POST ${at(world, 'db-main', '/pools')}`, { name: 'web-pool', mode: 'transaction', size: 10, db: 'shop', user: 'shop' }],
    ],
    says: 'The pool web-pool of db-main takes 10 connections to shop.',
  },
  {
    does: 'resize db-reports',
    how: () => ({ familyId, thing: 'db-reports', job: 'resize', values: { 'size 1': 'db-s-2vcpu-4gb' } }),
    sends: (world) => [
      [`PUT ${at(world, 'db-reports', '/resize')}`, { size: 'db-s-2vcpu-4gb', num_nodes: 1, storage_size_mib: 61_440 }],
    ],
    says: 'db-reports is being resized to 1 × 2 vCPU, 4 GB.',
  },
  {
    does: 'upgrade db-main to 18',
    how: () => ({ familyId, thing: 'db-main', job: 'upgrade' }),
    sends: (world) => [[`PUT ${at(world, 'db-main', '/upgrade')}`, { version: '18' }]],
    says: 'db-main is being upgraded to PostgreSQL 18.',
  },
  {
    does: 'move the window of db-main to Sunday 04:00 UTC',
    how: () => ({ familyId, thing: 'db-main', job: 'window', values: { day: 'sunday', hour: '04' } }),
    sends: (world) => [[`PUT ${at(world, 'db-main', '/maintenance')}`, { day: 'sunday', hour: '04:00:00' }]],
    says: 'Updates of db-main are installed on Sundays from 04:00 UTC (04:00 here).',
  },
  {
    does: 'change what sessions evicts',
    how: () => ({ familyId, thing: 'sessions', job: 'eviction', values: { policy: 'allkeys_lru' } }),
    sends: (world) => [[`PUT ${at(world, 'sessions', '/eviction_policy')}`, { eviction_policy: 'allkeys_lru' }]],
    says: 'When memory is full, sessions throws away: what was used longest ago.',
  },
  {
    does: 'install an update that waits',
    how: () => ({ familyId, thing: 'db-main', job: 'install-update' }),
    sends: (world) => [[`PUT ${at(world, 'db-main', '/install_update')}`, null]],
    says: 'The update of db-main is being installed.',
  },
  {
    does: 'let storage grow',
    how: () => ({ familyId, thing: 'db-main', job: 'storage-growth', values: { isOn: true, threshold: 81, step: 20 } }),
    sends: (world) => [
      [`PUT ${at(world, 'db-main', '/autoscale')}`, { storage: { enabled: true, threshold_percent: 81, increment_gib: 20 } }],
    ],
    says: 'The storage of db-main grows by 20 GiB when it is full to 81 %.',
  },
  {
    does: 'move db-reports to Amsterdam',
    how: () => ({ familyId, thing: 'db-reports', job: 'move', values: { region: 'ams3' } }),
    sends: (world) => [[`PUT ${at(world, 'db-reports', '/migrate')}`, { region: 'ams3' }]],
    says: 'db-reports is moving to Amsterdam 3.',
  },
  {
    does: 'set the SQL modes of db-reports',
    how: () => ({ familyId, thing: 'db-reports', job: 'sql-modes', values: { modes: ['ANSI', 'TRADITIONAL'] } }),
    sends: (world) => [[`PUT ${at(world, 'db-reports', '/sql_mode')}`, { sql_mode: 'ANSI,TRADITIONAL' }]],
    says: 'db-reports has 2 SQL modes now.',
  },
  {
    does: 'import into db-reports',
    how: () => ({
      familyId,
      thing: 'db-reports',
      job: 'import',
      values: { host: 'old.example.com', port: 3306, username: 'root', password: 'hush' },
    }),
    sends: (world) => [
      [
        `PUT ${at(world, 'db-reports', '/online-migration')}`,
        { source: { host: 'old.example.com', port: 3306, username: 'root', password: 'hush' } },
      ],
    ],
    says: 'db-reports is importing from old.example.com.',
  },
  {
    does: 'add a topic',
    how: () => ({ familyId, thing: 'events', job: 'add-topic', values: { name: 'clicks', partitions: 6, copies: 3 } }),
    sends: (world) => [[`POST ${at(world, 'events', '/topics')}`, { name: 'clicks', partition_count: 6, replication_factor: 3 }]],
    says: 'The topic clicks of events is being made.',
  },
  {
    does: 'delete a topic with its messages',
    how: (world) => ({ ...inside(world, 'events'), familyId: 'databases_list_kafka_topics', thing: 'visits', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'events', '/topics/visits')}`, null]],
    says: 'The topic visits is deleted.',
  },
  {
    does: 'delete a schema',
    how: (world) => ({
      ...inside(world, 'events'),
      idAt: 'subject_name',
      familyId: 'databases_list_kafka_schemas',
      thing: 'visits-value',
      job: 'delete',
    }),
    sends: (world) => [[`DELETE ${at(world, 'events', '/schema-registry/visits-value')}`, null]],
    says: 'The schema visits-value is deleted.',
  },
  {
    does: 'add a read replica in Amsterdam',
    how: () => ({ familyId, thing: 'db-main', job: 'add-replica', values: { region: 'ams3' } }),
    sends: (world) => [
      [`POST ${at(world, 'db-main', '/replicas')}`, { name: 'db-main-replica', region: 'ams3', size: 'db-s-2vcpu-4gb' }],
    ],
    says: 'The replica db-main-replica of db-main is being made.',
  },
  {
    does: 'destroy search',
    how: () => ({ familyId, thing: 'search', job: 'destroy' }),
    sends: (world) => [[`DELETE ${at(world, 'search')}`, null]],
    says: 'search is being destroyed.',
  },
]);
