import { afterEach, describe, expect, it } from 'vitest';
import type { JobValues } from '../../../preload/contract/job.ts';
import type { JobRow } from '../../../preload/contract/job-table-schema.ts';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const familyId = 'apps_list';
const app = (world: World) => idIn(world, '/v2/apps', 'storefront');
const at = (world: World, rest = '') => `/v2/apps/${app(world)}${rest}`;
/** The spec of storefront, with a change made to a copy. */
const spec = (world: World, change: (spec: Spec) => void): Spec => {
  const copy = structuredClone(rowIn(world, '/v2/apps', 'storefront').spec) as Spec;
  change(copy);
  return copy;
};
interface Spec extends Record<string, unknown> {
  services: Record<string, unknown>[];
}
const saves = (world: World, change: (spec: Spec) => void): [string, unknown][] => [
  ['POST /v2/apps/propose', { app_id: app(world), spec: spec(world, change) }],
  [`PUT ${at(world)}`, { spec: spec(world, change) }],
];
const row = (id: string, cells: JobRow['cells']): JobRow => ({
  id,
  cells: { key: '', value: '', scope: null, secret: false, ...cells },
});
const withImage = { name: 'worker', image: { registry_type: 'DOCR', repository: 'shop/worker', tag: '1' } };
const service = (spec: Spec, name: string) => spec.services.find((one) => one.name === name) ?? {};

describeJobs('apps', [
  {
    does: 'redeploy storefront',
    how: () => ({ familyId, thing: 'storefront', job: 'redeploy' }),
    sends: (world) => [[`POST ${at(world, '/deployments')}`, { force_build: false }]],
    says: 'storefront is being deployed.',
  },
  {
    does: 'redeploy storefront without the build cache',
    how: () => ({ familyId, thing: 'storefront', job: 'rebuild' }),
    sends: (world) => [[`POST ${at(world, '/deployments')}`, { force_build: true }]],
    says: 'storefront is being deployed.',
  },
  {
    does: 'restart only web of storefront',
    how: () => ({ familyId, thing: 'storefront', job: 'restart', values: { components: ['web'] } }),
    sends: (world) => [[`POST ${at(world, '/restart')}`, { components: ['web'] }]],
    says: 'web of storefront is being restarted.',
  },
  {
    does: 'restart all of storefront',
    how: () => ({ familyId, thing: 'storefront', job: 'restart' }),
    sends: (world) => [[`POST ${at(world, '/restart')}`, {}]],
    says: 'storefront is being restarted.',
  },
  {
    does: 'run two of web',
    how: () => ({ familyId, thing: 'storefront', job: 'scale', values: { component: 'web', 'count web': 2 } }),
    sends: (world) => saves(world, (spec) => Object.assign(service(spec, 'web'), { instance_count: 2 })),
    says: 'web of storefront is being scaled. The app then costs $36.00 a month.',
  },
  {
    does: 'add the secret API_KEY to api',
    how: () => ({
      familyId,
      thing: 'storefront',
      job: 'edit-variables',
      values: { api: [row('new 1', { key: 'API_KEY', value: 's3', secret: true })] },
    }),
    sends: (world) =>
      saves(world, (spec) =>
        Object.assign(service(spec, 'api'), { envs: [{ key: 'API_KEY', value: 's3', scope: 'RUN_TIME', type: 'SECRET' }] }),
      ),
    says: 'API_KEY is set for api of storefront, and a new deployment starts. The app then costs $24.00 a month.',
  },
  {
    does: 'give all of storefront a variable',
    how: () => ({
      familyId,
      thing: 'storefront',
      job: 'edit-variables',
      values: { '*': [row('new 1', { key: ' MODE ', value: ' calm ' }), row('new 2', {})] },
    }),
    sends: (world) =>
      saves(world, (spec) =>
        Object.assign(spec, { envs: [{ key: 'MODE', value: ' calm ', scope: 'RUN_AND_BUILD_TIME', type: 'GENERAL' }] }),
      ),
    says: 'MODE is set for storefront, and a new deployment starts. The app then costs $24.00 a month.',
  },
  {
    does: 'add a domain whose zone is at DigitalOcean',
    how: () => ({ familyId, thing: 'storefront', job: 'add-domain', values: { domain: 'www.shop.example.com' } }),
    sends: (world) =>
      saves(world, (spec) =>
        Object.assign(spec, { domains: [{ domain: 'www.shop.example.com', type: 'PRIMARY', zone: 'shop.example.com' }] }),
      ),
    says: 'www.shop.example.com leads to storefront once it is confirmed, and a new deployment starts. The app then costs $24.00 a month.',
  },
  {
    does: 'show the maintenance page',
    how: () => ({ familyId, thing: 'storefront', job: 'maintenance-on' }),
    sends: (world) => saves(world, (spec) => Object.assign(spec, { maintenance: { enabled: true } })),
    says: 'storefront shows its maintenance page. The app then costs $24.00 a month.',
  },
  {
    does: 'edit the spec as text',
    how: (world) => ({
      familyId,
      thing: 'storefront',
      job: 'edit-spec',
      values: { spec: JSON.stringify(spec(world, (one) => Object.assign(one, { region: 'ams' }))) },
    }),
    sends: (world) => saves(world, (spec) => Object.assign(spec, { region: 'ams' })),
    says: 'The spec of storefront is saved, and a new deployment starts. The app then costs $24.00 a month.',
  },
  {
    does: 'delete newsletter',
    how: () => ({ familyId, thing: 'newsletter', job: 'delete' }),
    sends: (world) => [[`DELETE /v2/apps/${idIn(world, '/v2/apps', 'newsletter')}`, null]],
    says: 'newsletter is being deleted.',
  },
  {
    does: 'cancel the run of a job that goes on',
    how: (world) => ({
      familyId: 'apps_list_job_invocations',
      thing: 'RUNNING',
      job: 'cancel',
      parent: { app_id: app(world) },
    }),
    sends: (world) => {
      const run = idIn(world, `${at(world)}/job-invocations`, 'RUNNING');
      return [[`POST ${at(world)}/job-invocations/${run}/cancel?job_name=nightly-report`, null]];
    },
    says: 'The run of nightly-report is being cancelled.',
  },
]);

describe('the jobs of apps', () => {
  afterEach(endAll);

  const doOn = (world: World, job: string, values = {}) => doJob(world, { familyId, thing: 'storefront', job, values });

  async function rolledBack(world: World) {
    const old = world.demo
      .rows(`${at(world)}/deployments`, 'Harbour Works')
      .filter(({ phase }) => phase === 'SUPERSEDED')
      .at(-1);
    const id = String(old?.id);
    const did = await doJob(world, {
      familyId: 'apps_list_deployments',
      thing: id,
      job: 'rollback',
      parent: { app_id: app(world) },
    });
    return { did, body: { deployment_id: id, skip_pin: false } };
  }

  it('check a rollback before they ask, roll back, and keep it', async () => {
    const world = await connected({ seed: 7 });
    const { did, body } = await rolledBack(world);
    expect(did.form.lines[0]).toContain('New deployments wait until you keep the rollback or undo it.');
    const kept = await doOn(world, 'keep-rollback');
    expect(kept.result).toMatchObject({ ok: true });
    expect([...did.sent, ...kept.sent].map((one) => [`${one.method} ${one.path}`, one.body])).toEqual([
      [`POST ${at(world)}/rollback/validate`, body],
      [`POST ${at(world)}/rollback`, body],
      [`POST ${at(world)}/rollback/commit`, null],
    ]);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'deploy');
    expect(row).toMatchObject({ title: 'Deploying storefront' });
  });

  it('undo a rollback, and redeploy nothing while it is neither kept nor undone', async () => {
    const world = await connected({ seed: 7 });
    await rolledBack(world);
    for (const job of ['redeploy', 'rebuild', 'edit-variables', 'scale', 'add-domain', 'edit-spec', 'maintenance-on'])
      await expect(doOn(world, job)).rejects.toThrow('keep or undo that first');
    const { sent } = await doOn(world, 'undo-rollback');
    expect(sent).toMatchObject([{ method: 'POST', path: `${at(world)}/rollback/revert` }]);
  });

  it('offer no way back to a deployment that failed', async () => {
    const world = await connected({ seed: 7 });
    const failed = idIn(world, `${at(world)}/deployments`, 'ERROR');
    const parent = { app_id: app(world) };
    await expect(doJob(world, { familyId: 'apps_list_deployments', thing: failed, job: 'rollback', parent })).rejects.toThrow(
      'It was never live.',
    );
  });

  it('cancel what is being deployed', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'redeploy');
    const { result, sent } = await doOn(world, 'cancel-deployment');
    expect(result).toMatchObject({ ok: true });
    expect(sent).toMatchObject([{ path: expect.stringMatching(/\/deployments\/[^/]+\/cancel$/) as string, body: null }]);
  });

  it('copy the address without a request', async () => {
    const world = await connected({ seed: 7 });
    const { result, sent } = await doOn(world, 'copy-address');
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ ok: true, value: { copy: { text: rowIn(world, '/v2/apps', 'storefront').live_url } } });
  });

  it('say that a cluster and images in a registry stay when the app goes', async () => {
    const world = await connected({ seed: 7 });
    const changed = spec(world, (one) =>
      Object.assign(one, {
        databases: [{ name: 'db', cluster_name: 'db-main' }, { name: 'dev' }],
        workers: [withImage, withImage],
      }),
    );
    Object.assign(rowIn(world, '/v2/apps', 'storefront'), { spec: changed });
    const form = await openOn(world, { familyId, thing: 'storefront', job: 'delete' });
    expect(form.stays).toEqual(['Database cluster db-main', 'Image shop/worker in its registry']);
    expect(form.goes).toContain('Its development databases, with their data');
  });

  it('follow the deployment that a changed spec starts', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'scale', { component: 'web', 'count web': 3 });
    await world.pass(60_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'deploy');
    expect(row).toMatchObject({ status: 'completed', title: 'Deployed storefront' });
  });

  it('end maintenance, say where a domain elsewhere must point, and remove it again', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'maintenance-on');
    await doOn(world, 'maintenance-off');
    const added = await doOn(world, 'add-domain', { domain: 'wares.example.com' });
    const host = String(rowIn(world, '/v2/apps', 'storefront').default_ingress).replace('https://', '');
    const message = expect.stringContaining(`point it to ${host} with a CNAME record.`) as string;
    expect(added.result).toMatchObject({ ok: true, value: { message } });
    await doOn(world, 'remove-domain', { domain: 'wares.example.com' });
    expect(rowIn(world, '/v2/apps', 'storefront').spec).toMatchObject({ maintenance: { enabled: false }, domains: [] });
  });

  it('send nothing when nothing would change, or when the spec is no JSON', async () => {
    const world = await connected({ seed: 7 });
    const same = await doOn(world, 'scale', { component: 'web', 'count web': 1 });
    expect(same).toMatchObject({ sent: [], result: { ok: false, failure: { kind: 'invalid-arguments' } } });
    const broken = await doOn(world, 'edit-spec', { spec: '{' });
    expect(broken).toMatchObject({ sent: [], result: { ok: false, failure: { field: 'spec' } } });
  });

  it('change who gets an alert by email, and leave its Slack channels as they are', async () => {
    const { world, id, path, slack } = await withSlack();
    const did = await doOn(world, 'alert-addresses', { alert: id, [`emails ${id}`]: 'ops@example.com\nnight@example.com' });
    expect(did.sent).toMatchObject([
      { method: 'POST', path, body: { emails: ['ops@example.com', 'night@example.com'], slack_webhooks: slack } },
    ]);
    const message = 'storefront: alerts about failed deployments now go to 2 addresses and 2 Slack channels.';
    expect(did.result).toMatchObject({ ok: true, value: { message } });
  });

  it('edit the Slack channels of an alert: no address crosses, and what was not typed anew stays', async () => {
    const { world, id, path, slack } = await withSlack();
    const form = await openOn(world, { familyId, thing: 'storefront', job: 'alert-addresses' });
    expect(JSON.stringify(form)).not.toContain('hooks.example.com');
    const field = form.fields.find(({ name }) => name === `slack ${id}`);
    const [ops] = field?.kind === 'table' ? field.value : [];
    if (!ops) throw new Error('The alert has no channel');
    expect(ops.cells).toEqual({ channel: '#ops', url: null });
    const night = { id: 'new 1', cells: { channel: '#night', url: 'https://hooks.example.com/services/c' } };
    const renamed = { ...ops, cells: { ...ops.cells, channel: '#operations' } };
    const values = { alert: id, [`emails ${id}`]: '', [`slack ${id}`]: [renamed, night] };
    const did = await doOn(world, 'alert-addresses', values);
    const body = {
      emails: [],
      slack_webhooks: [
        { ...slack[0], channel: '#operations' },
        { url: 'https://hooks.example.com/services/c', channel: '#night' },
      ],
    };
    expect(did.sent).toMatchObject([{ path, body }]);
    expect(did.weight).toMatchObject({ level: 'disruptive' });
    expect(JSON.stringify([did.weight, did.result])).not.toContain('hooks.example.com');
    const message = 'storefront: alerts about failed deployments now go to 2 Slack channels.';
    expect(did.result).toMatchObject({ ok: true, value: { message } });
    const bad = { ...night, cells: { channel: '#night', url: 'hooks.example.com' } };
    const refused = await doOn(world, 'alert-addresses', { ...values, [`slack ${id}`]: [bad] });
    expect(refused).toMatchObject({ sent: [], result: { ok: false, failure: { field: `slack ${id}` } } });
    expect(JSON.stringify(refused.result)).not.toContain('hooks.example.com');
  });

  /** Storefront with an alert about failed deployments that goes to two channels. */
  async function withSlack() {
    const world = await connected({ seed: 7 });
    const [alert] = world.demo.rows(`${at(world)}/alerts`, 'Harbour Works');
    const id = String(alert?.id);
    const slack = [
      { url: 'https://hooks.example.com/services/a', channel: '#ops', brand_new: true },
      { url: 'https://hooks.example.com/services/b', channel: '#shop' },
    ];
    Object.assign(alert ?? {}, { component_name: '', spec: { rule: 'DEPLOYMENT_FAILED' }, slack_webhooks: slack });
    return { world, id, slack, path: `${at(world)}/alerts/${id}/destinations` };
  }
});

describe('a domain of an app that is kept elsewhere', () => {
  afterEach(endAll);

  const doOn = (world: World, job: string, values: JobValues) => doJob(world, { familyId, thing: 'storefront', job, values });

  it('is proved by a record that is copied, from its result and from the app', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doOn(world, 'add-domain', { domain: 'wares.example.com' });
    const again = result.ok ? result.value.again : null;
    expect(again?.label).toBe('Copy its proof');
    const copied = await world.buoy.calls.runJob({ id: again?.id ?? '', values: {} });
    const record = /^_apps-validation\.wares\.example\.com TXT "[0-9a-f]+"$/;
    expect(copied).toMatchObject({ ok: true, value: { copy: { what: 'Proof of wares.example.com' } } });
    expect(copied.ok && copied.value.copy?.text).toMatch(record);
    const later = await doOn(world, 'copy-proof', {});
    expect(later.form.lines[0]).toMatch(/^wares\.example\.com: _apps-validation/);
    expect(later.result.ok && later.result.value.copy?.text).toMatch(record);
  });

  it('needs no proof where DigitalOcean keeps its records', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doOn(world, 'add-domain', { domain: 'new.shop.example.com' });
    expect(result).toMatchObject({ ok: true, value: { again: null } });
  });
});
