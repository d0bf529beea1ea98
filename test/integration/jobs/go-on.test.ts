import { afterEach, describe, expect, it } from 'vitest';
import type { Prepared } from '../../../preload/contract/failure.ts';
import { idIn } from '../../doubles/core/acceptance.ts';
import { actionNotices, connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'droplets_list';
const chainIn = async (world: World) => (await world.view()).tables.actions.find(({ type }) => type === 'job');
const resize = { familyId, thing: 'web-02', job: 'resize', values: { size: 's-4vcpu-8gb' } };

async function press(world: World, prepared: Prepared | undefined) {
  const before = world.writes.length;
  const ran = await world.buoy.calls.runJob({ id: prepared?.id ?? '', values: {} });
  return { ran, sent: () => world.writes.slice(before).map(({ method, path, body }) => [`${method} ${path}`, body]) };
}

describe('a job that stopped', () => {
  afterEach(endAll);

  it('powers a droplet on again although its resize was refused, or tries the resize once more', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await world.droplet('web-02');
    await doJob(world, resize);
    world.demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'status', status: 422 });
    await world.pass(120_000);
    const row = await chainIn(world);
    expect(row).toMatchObject({ status: 'errored', title: 'The resize of web-02 stopped' });
    expect(row?.failure?.message).toMatch(/^Shut down: done\. Resize failed: /);
    const [rest, alone] = row?.failure?.goOn ?? [];
    expect([rest?.label, alone?.label]).toEqual(['Resize, then power on', 'Power on']);
    const { ran, sent } = await press(world, alone);
    expect(ran).toMatchObject({ ok: true });
    expect(sent()).toEqual([[`POST /v2/droplets/${id}/actions`, { type: 'power_on' }]]);
    await world.pass(60_000);
    expect(await world.droplet('web-02')).toMatchObject({ condition: 'active', sizeSlug: 's-2vcpu-4gb' });
  });

  it('sends what is left in its order, each after the one before', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, resize);
    world.demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'status', status: 422 });
    await world.pass(120_000);
    const { sent } = await press(world, (await chainIn(world))?.failure?.goOn?.[0]);
    await world.pass(240_000);
    expect(sent().map(([, body]) => body)).toEqual([{ type: 'resize', size: 's-4vcpu-8gb', disk: false }, { type: 'power_on' }]);
    expect(await world.droplet('web-02')).toMatchObject({ condition: 'active', sizeSlug: 's-4vcpu-8gb' });
  });

  it('tells its end once, without a notice for each of its steps', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, resize);
    await world.pass(240_000);
    expect(await world.droplet('web-02')).toMatchObject({ condition: 'active', sizeSlug: 's-4vcpu-8gb' });
    expect(actionNotices(world)).toEqual(['Resized web-02 to 4 vCPU, 8 GB, 160 GB disk, $48.00 a month']);
  });

  it('tells that its last step failed, and offers that step again', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, resize);
    world.demo.faults.nextAction('errored', 'power_on');
    await world.pass(240_000);
    const row = await chainIn(world);
    expect(row).toMatchObject({ status: 'errored', failure: { goOn: [{ label: 'Power on' }] } });
    expect(row?.failure?.message).toMatch(/^Shut down and Resize: done\. Power on failed: /);
    expect(actionNotices(world)).toEqual(['The resize of web-02 stopped']);
  });

  it('does not repeat what was done, where nothing had to be waited for', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.add({ operation: 'volumeActions_post' }, { kind: 'status', status: 422 });
    const { result, sent } = await doJob(world, {
      familyId,
      thing: 'api-01',
      job: 'attach-volume',
      values: { volume: ':new', name: 'spool', size: 10 },
    });
    expect(sent.map(({ path }) => path)).toEqual(['/v2/volumes', '/v2/volumes/actions']);
    const failure = result.ok ? null : result.failure;
    expect(failure?.message).toMatch(/^Make the volume: done\. Attach failed: /);
    expect(failure?.goOn?.map(({ label }) => label)).toEqual(['Attach']);
    const { id } = await world.droplet('api-01');
    const second = await press(world, failure?.goOn?.[0]);
    expect(second.ran).toMatchObject({ ok: true });
    const body = { type: 'attach', volume_name: 'spool', droplet_id: id, region: 'fra1' };
    expect(second.sent()).toEqual([['POST /v2/volumes/actions', body]]);
  });

  it('stays as it is where nothing was sent, so that it can be sent again', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.add({ operation: 'volumeActions_post_byId' }, { kind: 'status', status: 422 });
    const { form, result } = await doJob(world, {
      familyId: 'volumes_list',
      thing: 'web-assets',
      job: 'grow',
      values: { size: 150 },
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unprocessable' } });
    expect(result.ok ? null : result.failure.goOn).toBeUndefined();
    expect(await world.buoy.calls.runJob({ id: form.id, values: { size: 150 } })).toMatchObject({ ok: true });
  });
});

describe('a droplet that is destroyed with its parts', () => {
  afterEach(endAll);

  it('names the part that stayed, and tries again with that', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.nextAction('errored', 'destroy_volumes');
    const { id } = await world.droplet('web-01');
    const volume = idIn(world, '/v2/volumes', 'web-assets');
    const { result } = await doJob(world, { familyId, thing: 'web-01', job: 'destroy', values: { volumes: [volume] } });
    const [key] = result.ok ? result.value.actionKeys : [];
    await world.pass(20_000);
    const row = async () => (await world.view()).tables.actions.find((one) => one.key === key);
    expect(await row()).toMatchObject({
      status: 'errored',
      failure: { message: 'Not destroyed: web-assets: it is still in use.', goOn: [{ label: 'Try again' }] },
    });
    const { sent } = await press(world, (await row())?.failure?.goOn?.[0]);
    expect(sent()).toEqual([[`POST /v2/droplets/${id}/destroy_with_associated_resources/retry`, null]]);
    await world.pass(20_000);
    expect(world.demo.rows('/v2/volumes', 'Harbour Works').map(({ name }) => name)).not.toContain('web-assets');
  });
});
