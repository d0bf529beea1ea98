import { afterEach, describe, expect, it } from 'vitest';
import type { JobValues } from '../../../preload/contract/job.ts';
import { idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Did, doJob } from '../../doubles/core/run-job.ts';

const clusters = '/v2/databases';
const inside = (world: World, name: string) => ({ database_cluster_uuid: idIn(world, clusters, name) });
const at = (world: World, name: string) => `${clusters}/${idIn(world, clusters, name)}`;
const make = (world: World, engine: string, version: string): Promise<Did> =>
  doJob(world, {
    familyId: 'databases_list_clusters',
    job: 'new',
    values: {
      name: 'quay-db',
      engine,
      [`version ${engine}`]: version,
      [`region ${engine}`]: 'fra1',
      [`nodes ${engine}`]: '3',
      [`size ${engine} 3`]: 'db-s-2vcpu-4gb',
    },
  });
const addUser = (world: World, cluster: string, values: JobValues) =>
  doJob(world, { familyId: 'databases_list_users', parent: inside(world, cluster), job: 'add-user', values });
const changeRights = (world: World, cluster: string, thing: string, values: JobValues) =>
  doJob(world, { familyId: 'databases_list_users', parent: inside(world, cluster), idAt: 'name', thing, job: 'rights', values });

describe('rights of a database user', () => {
  afterEach(endAll);

  it('are replication, for PostgreSQL', async () => {
    const world = await connected({ seed: 7 });
    const given = await changeRights(world, 'db-main', 'shop', { replicates: true });
    expect(given.sent).toEqual([
      { method: 'PUT', path: `${at(world, 'db-main')}/users/shop`, body: { settings: { pg_allow_replication: true } } },
    ]);
    expect(given.weight).toMatchObject({ level: 'normal', differences: ['May replicate: off → on'] });
    const takenAway = await changeRights(world, 'db-main', 'shop', { replicates: false });
    expect(takenAway.weight).toMatchObject({ level: 'disruptive', lines: ['What replicates with it stops.'] });
  });

  it('are topics, for Kafka: those that stay go back as they were, and taking one away is said', async () => {
    const world = await connected({ seed: 7 });
    await make(world, 'kafka', '4.0');
    await addUser(world, 'quay-db', { name: 'ledger', topic: 'orders*', right: 'consume' });
    const more = await changeRights(world, 'quay-db', 'ledger', { kept: ['0'], right: 'produce', on: 'audit' });
    const acl = [
      { topic: 'orders*', permission: 'consume' },
      { topic: 'audit', permission: 'produce' },
    ];
    expect(more.sent).toEqual([{ method: 'PUT', path: `${at(world, 'quay-db')}/users/ledger`, body: { settings: { acl } } }]);
    expect(more.weight).toMatchObject({ level: 'normal' });
    const fewer = await changeRights(world, 'quay-db', 'ledger', { kept: ['1'] });
    expect(fewer.sent[0]?.body).toEqual({ settings: { acl: acl.slice(1) } });
    expect(fewer.weight).toMatchObject({ level: 'disruptive', lines: ['No longer allowed: orders*: Read.'] });
  });

  it('are databases and a role, for MongoDB', async () => {
    const world = await connected({ seed: 7 });
    await make(world, 'mongodb', '8.0');
    for (const name of ['shop', 'reports']) {
      await doJob(world, { familyId: 'databases_list', parent: inside(world, 'quay-db'), job: 'add-database', values: { name } });
    }
    await addUser(world, 'quay-db', { name: 'auditor', databases: ['shop'], right: 'readOnly' });
    const { sent } = await changeRights(world, 'quay-db', 'auditor', { databases: ['shop', 'reports'] });
    const settings = { mongo_user_settings: { databases: ['shop', 'reports'], role: 'readOnly' } };
    expect(sent).toEqual([{ method: 'PUT', path: `${at(world, 'quay-db')}/users/auditor`, body: { settings } }]);
  });

  it('are refused where the engine has none', async () => {
    const world = await connected({ seed: 7 });
    await expect(changeRights(world, 'db-reports', 'reader', {})).rejects.toThrow('MySQL has no rights of users');
  });
});

describe('logs of a database', () => {
  afterEach(endAll);

  const sinks = (world: World, job: string, values: JobValues, thing?: string) =>
    doJob(world, {
      familyId: 'databases_list_logsink',
      idAt: 'sink_id',
      parent: inside(world, 'db-main'),
      job,
      values,
      ...(thing === undefined ? {} : { thing }),
    });
  const syslog = { name: 'central', server: 'logs.example.com', port: 6514, tls: true };

  it('are sent to a server', async () => {
    const world = await connected({ seed: 7 });
    const { sent, result } = await sinks(world, 'add-log-sink', syslog);
    const config = { server: 'logs.example.com', port: 6514, tls: true, format: 'rfc5424' };
    const body = { sink_name: 'central', sink_type: 'rsyslog', config };
    expect(sent).toEqual([{ method: 'POST', path: `${at(world, 'db-main')}/logsink`, body }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'The logs of db-main go to central from now on.' } });
  });

  it('go to another port, and the rest of the settings goes back as it was', async () => {
    const world = await connected({ seed: 7 });
    await sinks(world, 'add-log-sink', syslog);
    const { sent, weight } = await sinks(world, 'change', { port: 514 }, 'central');
    const config = { server: 'logs.example.com', port: 514, tls: true, format: 'rfc5424' };
    expect(sent).toMatchObject([{ method: 'PUT', body: { config } }]);
    expect(weight?.differences).toEqual(['Port: 6,514 → 514']);
  });

  it('are not sent elsewhere if nothing was changed', async () => {
    const world = await connected({ seed: 7 });
    await sinks(world, 'add-log-sink', syslog);
    const { sent, result } = await sinks(world, 'change', {}, 'central');
    expect([sent, result.ok]).toEqual([[], false]);
  });
});

describe('a schema of Kafka', () => {
  afterEach(endAll);

  it('is added in its list', async () => {
    const world = await connected({ seed: 7 });
    await make(world, 'kafka', '4.0');
    const { sent } = await doJob(world, {
      familyId: 'databases_list_kafka_schemas',
      parent: inside(world, 'quay-db'),
      job: 'add-schema',
      values: { name: 'orders', type: 'JSON', schema: '{"type":"object"}' },
    });
    const body = { subject_name: 'orders', schema_type: 'JSON', schema: '{"type":"object"}' };
    expect(sent).toEqual([{ method: 'POST', path: `${at(world, 'quay-db')}/schema-registry`, body }]);
  });
});

describe('a cluster that was made from a backup', () => {
  afterEach(endAll);

  it('is offered the access rules of the one that it was made from', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, {
      familyId: 'databases_list_clusters',
      thing: 'db-main',
      job: 'restore',
      values: { name: 'db-copy' },
    });
    const again = result.ok ? result.value.again : null;
    expect(again?.label).toBe('Let in the same');
    const before = world.writes.length;
    const ran = await world.buoy.calls.runJob({ id: again?.id ?? '', values: {} });
    expect(world.writes.slice(before)).toEqual([
      {
        method: 'PUT',
        path: `${at(world, 'db-copy')}/firewall`,
        body: { rules: [{ type: 'tag', value: 'prod', description: '' }] },
      },
    ]);
    expect(ran).toMatchObject({ ok: true, value: { message: 'db-copy lets in whom db-main lets in: 1 rule.' } });
  });
});
