import { afterEach, describe, expect, it } from 'vitest';
import { idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, connectTo, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, doJob, openOn } from '../../doubles/core/run-job.ts';

const familyId = 'databases_list_clusters';
const cluster = (world: World, name: string) => idIn(world, '/v2/databases', name);
const at = (world: World, name: string, rest = '') => `/v2/databases/${cluster(world, name)}${rest}`;
const inside = (world: World, name: string) => ({ parent: { database_cluster_uuid: cluster(world, name) }, idAt: 'name' });
const ruleIn = (world: World) => {
  const [rule] = world.demo.rows(at(world, 'db-main', '/firewall'), 'Harbour Works');
  return { uuid: rule?.uuid, type: 'tag', value: 'prod', description: '' };
};

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

  it('come in the order in which a person wants them', async () => {
    const offers = await offersOf(await connected({ seed: 7 }), 'db-main');
    const first = ['copy-string', 'allow', 'resize', 'upgrade', 'window', 'configure', 'restore', 'certificate', 'move'];
    expect(offers.filter((name) => name !== 'install-update').slice(0, first.length)).toEqual(first);
    expect(offers.at(-1)).toBe('destroy');
  });

  it.each([
    ['advanced_pg', 404, 'storage-growth was not opened: This edition of PostgreSQL does not offer it. There is nothing at'],
    ['pg', 404, 'storage-growth was not opened: There is nothing at'],
    ['advanced_pg', 403, 'storage-growth was not opened: This token'],
  ])('on %s, refused with %i, say whether the edition lacks it', async (engine, status, says) => {
    const world = await connected({ seed: 7 });
    const row = rowIn(world, '/v2/databases', 'db-main');
    Object.assign(row, { engine });
    world.demo.faults.add({ path: `/v2/databases/${row.id}/autoscale` }, { kind: 'status', status });
    await expect(openOn(world, { familyId, thing: 'db-main', job: 'storage-growth' })).rejects.toThrow(says);
  });

  it('say it too of what is refused once it is sent', async () => {
    const world = await connected({ seed: 7 });
    Object.assign(rowIn(world, '/v2/databases', 'db-main'), { engine: 'advanced_mysql' });
    world.demo.faults.add(
      { operation: 'databases_update_maintenanceWindow' },
      { kind: 'status', status: 422, message: 'Not here.' },
    );
    const { result } = await doOn(world, 'db-main', 'window', { day: 'sunday', hour: '04' });
    expect(result).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(/^This edition of MySQL does not offer it\. .*Not here\.$/) },
    });
  });

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
    for (const job of ['add-user', 'add-pool', 'add-database', 'add-replica']) {
      await expect(doOn(world, 'sessions', job)).rejects.toThrow(`There is no job named ${job} here.`);
      expect((await doOn(world, 'db-main', job)).form.title).toContain('db-main');
    }
    expect([sessions.includes('restore'), main.includes('restore')]).toEqual([false, true]);
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

  it('offer the address that was typed last, also to a firewall', async () => {
    const world = await connected({ seed: 7 });
    const offered = async (doing: Doing, field: string) =>
      (await openOn(world, doing)).fields.find(({ name }) => name === field)?.value;
    const allow = { familyId, thing: 'db-reports', job: 'allow' };
    const open = { familyId: 'firewalls_list', thing: 'public-web', job: 'open-port' };
    expect(await offered(allow, 'ip_addr')).toBe('');
    await doOn(world, 'db-main', 'allow', { ip_addr: '203.0.113.77' });
    expect([await offered(allow, 'ip_addr'), await offered(open, 'addresses')]).toEqual(['203.0.113.77', '203.0.113.77']);
    const values = { port: '22', others: 'addresses', addresses: '2001:db8::7 203.0.113.0/24' };
    expect((await doJob(world, { ...open, values })).result).toMatchObject({ ok: true });
    // A cluster takes no address of version 6.
    expect(await offered(allow, 'ip_addr')).toBe('203.0.113.0/24');
  });

  it('offer the address that was typed last after a start too, also to a Kubernetes cluster', async () => {
    const first = await connected({ seed: 7 });
    await doOn(first, 'db-main', 'allow', { ip_addr: '203.0.113.77' });
    await first.buoy.stop();
    const again = await connectTo(first.demo, first.clock, first.ports.files, first.ports.secrets);
    await again.until(async () => (await again.view()).tables.droplets.length > 0);
    const fieldOf = async (doing: Doing, name: string) =>
      (await openOn(again, doing)).fields.find((field) => field.name === name);
    expect(await fieldOf({ familyId, thing: 'db-reports', job: 'allow' }, 'ip_addr')).toMatchObject({ value: '203.0.113.77' });
    const api = { familyId: 'kubernetes_list_clusters', thing: 'harbour', job: 'api-access' };
    expect(await fieldOf(api, 'addresses')).toMatchObject({ value: '203.0.113.77' });
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

  it('offer the string of a pool to copy once the pool is there', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doOn(world, 'db-main', 'add-pool', { name: 'web-pool', db: 'shop', user: 'shop' });
    const again = result.ok ? result.value.again : null;
    expect(again?.label).toBe('Copy its connection string');
    const copied = await world.buoy.calls.runJob({ id: again?.id ?? '', values: {} });
    expect(copied).toMatchObject({ ok: true, value: { copy: { text: expect.stringMatching(/^postgres(ql)?:\/\/.*web-pool/) } } });
    expect(JSON.stringify(result)).not.toContain('postgres');
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

  it('restore a backup from the list of them', async () => {
    const world = await connected({ seed: 7 });
    const [oldest] = world.demo.rows(at(world, 'db-main', '/backups'), 'Harbour Works');
    const backup_created_at = String(oldest?.created_at);
    const backups = { ...inside(world, 'db-main'), idAt: 'created_at', familyId: 'databases_list_backups' };
    const { sent } = await doJob(world, { ...backups, thing: backup_created_at, job: 'restore' });
    const backup_restore = { database_name: 'db-main', backup_created_at };
    expect(sent).toMatchObject([{ method: 'POST', path: '/v2/databases', body: { name: 'db-main-restored', backup_restore } }]);
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
