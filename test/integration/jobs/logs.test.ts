import { afterEach, describe, expect, it } from 'vitest';
import { logSourceOf } from '../../../preload/contract/log-route.ts';
import { idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, doJob } from '../../doubles/core/run-job.ts';

/** Jobs that lead to a log, and what is read there. */

afterEach(endAll);

const appId = (world: World) => idIn(world, '/v2/apps', 'storefront');

/** The end of the log that a place of the page shows, once nothing more comes or it flows. */
async function readAt(world: World, route: string) {
  const source = logSourceOf(route.replace('#/logs/', '').split('/').map(decodeURIComponent));
  if (!source) throw new Error(`${route} is no log`);
  const opened = await world.buoy.calls.openLog({ source });
  if (!opened.ok) throw new Error(opened.failure.message);
  const read = async () => {
    const batch = await world.buoy.calls.readLog({ logId: opened.value.logId, after: 0 });
    if (!batch.ok) throw new Error(batch.failure.message);
    return batch.value;
  };
  await world.until(async () => !['connecting', 'waiting'].includes((await read()).state.kind));
  await world.until(async () => (await read()).newest > 0);
  const { state, lines } = await read();
  return { source, state: state.kind, text: lines.map((line) => line.text).join('\n') };
}

async function leadTo(world: World, doing: Doing): Promise<string> {
  const { form, result, sent } = await doJob(world, doing);
  if (!result.ok) throw new Error(result.failure.message);
  expect([form.fields, form.level, sent, result.value.actionKeys]).toEqual([[], 'safe', [], []]);
  return result.value.route ?? '';
}

const deploymentIs =
  (phase: string, job: string) =>
  async (world: World): Promise<Doing> => ({
    familyId: 'apps_list_deployments',
    parent: { app_id: appId(world) },
    thing: idIn(world, `/v2/apps/${appId(world)}/deployments`, phase),
    job,
  });

describe('the jobs that show logs', () => {
  it.each<[string, (world: World) => Doing | Promise<Doing>, string, RegExp]>([
    ['an app: what runs', () => ({ familyId: 'apps_list', thing: 'storefront', job: 'logs' }), 'live', /GET \//],
    ['a deployment that is live: its build', deploymentIs('ACTIVE', 'build-log'), 'ended', /build complete/],
    ['the same: how it was deployed', deploymentIs('ACTIVE', 'deploy-log'), 'ended', /instance is ready/],
    ['the same: what it writes', deploymentIs('ACTIVE', 'run-log'), 'live', /GET \//],
    ['a deployment that failed: why', deploymentIs('ERROR', 'build-log'), 'ended', /build failed/],
    ['an earlier deployment: its build', deploymentIs('SUPERSEDED', 'build-log'), 'ended', /build complete/],
    [
      'a run of a job',
      (world) => ({
        familyId: 'apps_list_job_invocations',
        parent: { app_id: appId(world) },
        thing: 'RUNNING',
        job: 'logs',
      }),
      'live',
      /nightly-report/,
    ],
  ])('of %s', async (_what, how, state, text) => {
    const world = await connected({ seed: 7 });
    const shown = await readAt(world, await leadTo(world, await how(world)));
    expect([shown.state, shown.text]).toEqual([state, expect.stringMatching(text)]);
  });

  it('lead to a view that knows the app and its components, now and at a deployment', async () => {
    const world = await connected({ seed: 7 });
    for (const deploymentId of [null, idIn(world, `/v2/apps/${appId(world)}/deployments`, 'SUPERSEDED')]) {
      const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
      const source = { connectionId, appId: appId(world), type: 'run' as const, deploymentId, component: null, runId: null };
      expect(await world.buoy.calls.readLogApp({ source })).toEqual({
        ok: true,
        value: { name: 'storefront', components: ['web', 'api', 'nightly-report'] },
      });
    }
  });

  it('are at most two main ones, of which one is the log', async () => {
    const world = await connected({ seed: 7 });
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const thing = { connectionId, familyId: 'apps_list', id: appId(world), parent: {}, row: { id: appId(world) } };
    const offers = await world.buoy.calls.offerJobs({ thing });
    const main = offers.ok ? offers.value.filter(({ isMain }) => isMain).map(({ label }) => label) : [];
    expect(main).toEqual(['Redeploy', 'Logs']);
  });
});

describe('a build that failed', () => {
  it('leads to its log from Activity and from its notice', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.nextAction('errored', 'deploy');
    await doJob(world, { familyId: 'apps_list', thing: 'storefront', job: 'redeploy' });
    await world.pass(60_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'deploy');
    expect(row).toMatchObject({ status: 'errored', title: 'Deployment of storefront failed' });
    const notice = world.ports.shown.find(({ kind }) => kind === 'action-errored');
    expect(notice?.route).toBe(row?.route);
    const why = 'Build of web failed: the build ended with exit code 1.';
    expect([row?.failure?.message, notice?.body]).toEqual([why, `Harbour Works · ${why}`]);
    const shown = await readAt(world, row?.route ?? '');
    expect([shown.source.type, shown.source.component, shown.text]).toEqual([
      'build',
      'web',
      expect.stringContaining('build failed'),
    ]);
  });

  it('that succeeded leads to no log', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { familyId: 'apps_list', thing: 'storefront', job: 'redeploy' });
    await world.pass(60_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'deploy');
    expect(row).toMatchObject({ status: 'completed', route: expect.not.stringContaining('#/logs') });
  });
});
