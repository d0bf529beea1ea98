import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const namespace = (world: World) => String(rowIn(world, '/v2/functions/namespaces', 'webhooks').namespace);
const at = (world: World, rest = '') => `/v2/functions/namespaces/${namespace(world)}${rest}`;
const webhooks = { familyId: 'functions_list_namespaces', thing: 'webhooks', idAt: 'namespace' };
const nightly = (world: World) => ({
  familyId: 'functions_list_triggers',
  parent: { namespace_id: namespace(world) },
  thing: 'nightly',
  idAt: 'name',
});
const details = { cron: '0 4 * * *', body: { name: 'daily' } };

describeJobs('functions', [
  {
    does: 'add an access key that ends after 30 days',
    how: () => ({ ...webhooks, job: 'add-key', values: { name: 'ci', lifetime: '30d' } }),
    sends: (world) => [[`POST ${at(world, '/keys')}`, { name: 'ci', expires_in: '30d' }]],
    says: 'The key ci can call the functions of webhooks.',
  },
  {
    does: 'pause a schedule',
    how: (world) => ({ ...nightly(world), job: 'pause' }),
    sends: (world) => [[`PUT ${at(world, '/triggers/nightly')}`, { is_enabled: false, scheduled_details: details }]],
    says: 'nightly runs no more until you resume it.',
  },
  {
    does: 'delete a schedule',
    how: (world) => ({ ...nightly(world), job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, '/triggers/nightly')}`, null]],
    says: 'The schedule nightly is deleted.',
  },
  {
    does: 'delete a namespace',
    how: () => ({ ...webhooks, job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world)}`, null]],
    says: 'The namespace webhooks is deleted.',
  },
]);

describe('the jobs of functions', () => {
  afterEach(endAll);

  it('add a schedule in words, or in one of its own', async () => {
    const world = await connected({ seed: 7 });
    const values = { name: 'hourly', function: 'reports/hourly', when: '0 * * * *' };
    const usual = await doJob(world, { ...webhooks, job: 'add-schedule', values });
    const own = await doJob(world, {
      ...webhooks,
      job: 'add-schedule',
      values: { name: 'early', function: 'reports/early', when: 'own', cron: '30 6 * * 1-5' },
    });
    const body = { type: 'SCHEDULED', is_enabled: true };
    expect([...usual.sent, ...own.sent]).toMatchObject([
      {
        method: 'POST',
        path: at(world, '/triggers'),
        body: { ...body, name: 'hourly', function: 'reports/hourly', scheduled_details: { cron: '0 * * * *' } },
      },
      { body: { ...body, name: 'early', scheduled_details: { cron: '30 6 * * 1-5' } } },
    ]);
    const message = usual.result.ok ? usual.result.value.message : '';
    expect(message).toMatch(/^hourly runs reports\/hourly of webhooks\./);
  });

  it('change when a schedule runs and keep what it sends, and resume it', async () => {
    const world = await connected({ seed: 7 });
    const changed = await doJob(world, { ...nightly(world), job: 'change', values: { when: '0 4 * * 1' } });
    expect(changed.sent).toMatchObject([{ body: { is_enabled: true, scheduled_details: { ...details, cron: '0 4 * * 1' } } }]);
    await doJob(world, { ...nightly(world), job: 'pause' });
    const resumed = await doJob(world, { ...nightly(world), job: 'resume' });
    expect(resumed.sent).toMatchObject([{ body: { is_enabled: true } }]);
  });

  it('tell the secret of a new key once, rename it, and delete it', async () => {
    const world = await connected({ seed: 7 });
    const added = await doJob(world, { ...webhooks, job: 'add-key', values: { name: 'ci' } });
    expect(added.result).toMatchObject({ ok: true, value: { secret: { label: 'Secret of the key ci' } } });
    const key = (name: string) => ({
      familyId: 'functionsAccessKey_list',
      parent: { namespace_id: namespace(world) },
      thing: name,
    });
    const renamed = await doJob(world, { ...key('ci'), job: 'rename', values: { name: 'build' } });
    expect(renamed.sent).toMatchObject([{ method: 'PUT', body: { name: 'build' } }]);
    const deleted = await doJob(world, { ...key('build'), job: 'delete' });
    expect(deleted).toMatchObject({ form: { typeToConfirm: 'build' }, sent: [{ method: 'DELETE' }] });
  });

  it('copy the address of a namespace', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, { ...webhooks, job: 'copy-address' });
    expect(result).toMatchObject({ ok: true, value: { copy: { text: 'https://faas-fra1.example.com' } } });
  });
});
