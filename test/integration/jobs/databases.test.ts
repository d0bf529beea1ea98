import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

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
    says: 'Updates of db-main are installed on Sundays from 04:00 UTC.',
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
    says: 'db-reports is moving to ams3.',
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

describe('the jobs of databases', () => {
  afterEach(endAll);

  const doOn = (world: World, thing: string, job: string, values = {}) => doJob(world, { familyId, thing, job, values });
  async function offersOf(world: World, thing: string): Promise<string[]> {
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const row = rowIn(world, '/v2/databases', thing);
    const offered = await world.buoy.calls.offerJobs({
      thing: { connectionId, familyId, id: String(row.id), parent: {}, row },
    });
    return offered.ok ? offered.value.map(({ name }) => name) : [];
  }

  it('put the private string with its password on the clipboard, and show it nowhere', async () => {
    const world = await connected({ seed: 7 });
    const { result, form } = await doOn(world, 'db-main', 'copy-string');
    const { uri } = rowIn(world, '/v2/databases', 'db-main').private_connection as { uri: string };
    expect(result).toMatchObject({ ok: true, value: { copy: { text: uri } } });
    expect(JSON.stringify(form)).not.toContain('demo-');
  });

  it.each([
    [{ form: 'command', network: 'connection', withPassword: false }, /^psql postgresql:\/\/doadmin@db-main\./],
    [
      { form: 'env', network: 'private_connection', withPassword: true },
      /^DATABASE_URL=postgresql:.*\nDATABASE_HOST=private-db-main/,
    ],
    [
      { form: 'uri', network: 'connection', withPassword: false },
      /^postgresql:\/\/doadmin@db-main\.db\.example\.com:25060\/defaultdb$/,
    ],
  ])('copy the connection in the form that was chosen: %o', async (values, expected) => {
    const world = await connected({ seed: 7 });
    const { result } = await doOn(world, 'db-main', 'copy-as', values);
    const text = result.ok ? result.value.copy?.text : '';
    expect(text).toMatch(expected);
    expect(text?.includes('demo-')).toBe(values.withPassword);
  });

  it('save the CA certificate as text', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doOn(world, 'db-main', 'certificate');
    const file = world.buoy.takeDownload(result.ok ? (result.value.downloadId ?? '') : '');
    expect(file?.suggestedName).toBe('db-main-ca.crt');
    expect(new TextDecoder().decode(file?.bytes)).toMatch(/^-----BEGIN CERTIFICATE-----\n\S+\n-----END CERTIFICATE-----\n$/);
  });

  it('have no pools, users, backups or replicas on sessions, and an eviction policy nowhere else', async () => {
    const world = await connected({ seed: 7 });
    const sessions = await offersOf(world, 'sessions');
    const main = await offersOf(world, 'db-main');
    const parts = ['add-user', 'add-pool', 'add-database', 'add-replica', 'restore'];
    expect(parts.filter((name) => sessions.includes(name))).toEqual([]);
    expect(parts.filter((name) => !main.includes(name))).toEqual([]);
    expect([sessions.includes('eviction'), main.includes('eviction')]).toEqual([true, false]);
  });

  it('ask before the first rule closes an open cluster', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'db-main', 'take-away', { rule: String(ruleIn(world).uuid) });
    const { form } = await doOn(world, 'db-main', 'allow', { ip_addr: '203.0.113.77' });
    expect(form).toMatchObject({
      level: 'disruptive',
      lines: [expect.stringContaining('everything else loses access'), 'Team: Harbour Works.'],
    });
  });

  it('refuse an address that may connect already, and IPv6', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'db-main', 'allow', { ip_addr: '203.0.113.77' });
    for (const ip_addr of ['203.0.113.77', '2001:db8::1']) {
      const again = await doOn(world, 'db-main', 'allow', { ip_addr });
      expect(again).toMatchObject({ sent: [], result: { ok: false, failure: { field: 'ip_addr' } } });
    }
  });

  it('show a new password once, and say which pools use it', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'db-main', 'add-pool', { name: 'web-pool', db: 'shop', user: 'shop' });
    const { result, form } = await doJob(world, {
      ...inside(world, 'db-main'),
      familyId: 'databases_list_users',
      thing: 'shop',
      job: 'rotate-password',
    });
    expect(form.lines[1]).toContain('web-pool');
    const user = rowIn(world, at(world, 'db-main', '/users'), 'shop');
    expect(result).toMatchObject({ ok: true, value: { secret: { value: user.password } } });
  });

  it('change the size of a pool and keep its user', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'db-main', 'add-pool', { name: 'web-pool', db: 'shop', user: 'shop' });
    const pool = { ...inside(world, 'db-main'), familyId: 'databases_list_connectionPools', thing: 'web-pool' };
    const changed = await doJob(world, { ...pool, job: 'change', values: { size: 20 } });
    expect(changed.sent).toMatchObject([
      {
        method: 'PUT',
        path: at(world, 'db-main', '/pools/web-pool'),
        body: { mode: 'transaction', size: 20, db: 'shop', user: 'shop' },
      },
    ]);
    const deleted = await doJob(world, { ...pool, job: 'delete' });
    expect(deleted.sent).toMatchObject([{ method: 'DELETE', path: at(world, 'db-main', '/pools/web-pool') }]);
  });

  it('change one setting and send that one alone', async () => {
    const world = await connected({ seed: 7 });
    const { form } = await doOn(world, 'db-main', 'configure', {});
    const number = form.fields.find((one) => one.kind === 'text' && one.pattern !== null);
    const name = number?.name.replace('value ', '') ?? '';
    const { sent } = await doOn(world, 'db-main', 'configure', { setting: name, [`value ${name}`]: '77' });
    expect(sent).toMatchObject([{ method: 'PATCH', path: at(world, 'db-main', '/config'), body: { config: { [name]: 77 } } }]);
    expect(sent[0]?.body).toEqual({ config: { [name]: 77 } });
  });

  it('restore a backup to a new cluster like the old one', async () => {
    const world = await connected({ seed: 7 });
    const { sent, result } = await doOn(world, 'db-main', 'restore', { name: 'db-copy' });
    const newest = world.demo
      .rows(at(world, 'db-main', '/backups'), 'Harbour Works')
      .map(({ created_at }) => String(created_at))
      .sort()
      .at(-1);
    expect(result).toMatchObject({ ok: true });
    expect(sent.map(({ method, path, body }) => [method, path, body])).toEqual([
      [
        'POST',
        '/v2/databases',
        {
          name: 'db-copy',
          engine: 'pg',
          version: '17',
          size: 'db-s-2vcpu-4gb',
          num_nodes: 2,
          region: 'fra1',
          backup_restore: { database_name: 'db-main', backup_created_at: newest },
        },
      ],
    ]);
  });

  it('stop an import that runs, and say so where none does', async () => {
    const world = await connected({ seed: 7 });
    await expect(doOn(world, 'db-reports', 'stop-import')).rejects.toThrow('Nothing is being imported into db-reports.');
    await doOn(world, 'db-reports', 'import', { host: 'old.example.com', port: 3306 });
    const { sent } = await doOn(world, 'db-reports', 'stop-import');
    expect(sent).toMatchObject([{ method: 'DELETE', path: expect.stringContaining('/online-migration/') as string }]);
  });

  it('promote a replica once it is online, and delete another', async () => {
    const world = await connected({ seed: 7 });
    for (const name of ['first', 'second']) await doOn(world, 'db-main', 'add-replica', { name });
    await world.pass(60_000);
    const replica = { ...inside(world, 'db-main'), familyId: 'databases_list_replicas' };
    const promoted = await doJob(world, { ...replica, thing: 'first', job: 'promote' });
    const deleted = await doJob(world, { ...replica, thing: 'second', job: 'delete' });
    expect([...promoted.sent, ...deleted.sent].map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT ${at(world, 'db-main', '/replicas/first/promote')}`,
      `DELETE ${at(world, 'db-main', '/replicas/second')}`,
    ]);
  });

  it('give a topic more partitions', async () => {
    const world = await connected({ seed: 7 });
    const topic = { ...inside(world, 'events'), familyId: 'databases_list_kafka_topics', thing: 'orders' };
    const { sent } = await doJob(world, { ...topic, job: 'partitions', values: { partitions: 12 } });
    expect(sent).toMatchObject([{ method: 'PUT', path: at(world, 'events', '/topics/orders'), body: { partition_count: 12 } }]);
  });

  it('follow an update and a destruction to their end', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'db-main', 'install-update');
    await doOn(world, 'search', 'destroy');
    await world.pass(60_000);
    const rows = (await world.view()).tables.actions.map(({ title, status }) => `${title}: ${status}`);
    expect(rows).toContain('Installed an update on database db-main: completed');
    expect(rows).toContain('Destroyed database search: completed');
  });
});
