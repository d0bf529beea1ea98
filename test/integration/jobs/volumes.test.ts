import { afterEach, describe, expect, it } from 'vitest';
import type { JobValues } from '../../../preload/contract/job.ts';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'volumes_list';
const actions = (world: World, name: string) => `POST /v2/volumes/${idIn(world, '/v2/volumes', name)}/actions`;

describeJobs('volumes', [
  {
    does: 'attach old-uploads to api-01',
    async how(world) {
      const { id } = await world.droplet('api-01');
      return { familyId, thing: 'old-uploads', job: 'attach', values: { droplet: String(id) } };
    },
    async sends(world) {
      const { id } = await world.droplet('api-01');
      return [[actions(world, 'old-uploads'), { type: 'attach', droplet_id: id, region: 'fra1' }]];
    },
    says: 'old-uploads is being attached to api-01.',
    ends: { withinMs: 60_000, as: 'Attached old-uploads to api-01' },
  },
  {
    does: 'grow web-assets to 150 GiB',
    how: () => ({ familyId, thing: 'web-assets', job: 'grow', values: { size: 150 } }),
    sends: (world) => [[actions(world, 'web-assets'), { type: 'resize', size_gigabytes: 150, region: 'fra1' }]],
    says: 'web-assets grows from 100 to 150 GiB.',
    ends: { withinMs: 60_000, as: 'Resized web-assets to 150 GiB' },
  },
  {
    does: 'detach web-assets',
    how: () => ({ familyId, thing: 'web-assets', job: 'detach' }),
    async sends(world) {
      const { id } = await world.droplet('web-01');
      return [[actions(world, 'web-assets'), { type: 'detach', droplet_id: id, region: 'fra1' }]];
    },
    says: 'web-assets is being detached from web-01.',
  },
  {
    does: 'move web-assets to web-02',
    async how(world) {
      const { id } = await world.droplet('web-02');
      return { familyId, thing: 'web-assets', job: 'move', values: { droplet: String(id) } };
    },
    async sends(world) {
      const [from, to] = [await world.droplet('web-01'), await world.droplet('web-02')];
      return [
        [actions(world, 'web-assets'), { type: 'detach', droplet_id: from.id, region: 'fra1' }],
        [actions(world, 'web-assets'), { type: 'attach', droplet_id: to.id, region: 'fra1' }],
      ];
    },
    says: 'Moving web-assets to web-02',
    ends: { withinMs: 60_000, as: 'Moved web-assets to web-02' },
  },
  {
    does: 'take a snapshot of web-assets',
    how: () => ({ familyId, thing: 'web-assets', job: 'snapshot', values: { name: 'assets-before-move' } }),
    sends: (world) => [
      [`POST /v2/volumes/${idIn(world, '/v2/volumes', 'web-assets')}/snapshots`, { name: 'assets-before-move' }],
    ],
    says: 'Snapshot assets-before-move of web-assets was taken.',
  },
  {
    does: 'move old-uploads to project Lab',
    how: (world) => ({
      familyId,
      thing: 'old-uploads',
      job: 'move-to-project',
      values: { project: idIn(world, '/v2/projects', 'Lab') },
    }),
    sends: (world) => [
      [
        `POST /v2/projects/${idIn(world, '/v2/projects', 'Lab')}/resources`,
        { resources: [`do:volume:${idIn(world, '/v2/volumes', 'old-uploads')}`] },
      ],
    ],
    says: 'old-uploads is now in Lab.',
  },
]);

describe('a volume that is attached', () => {
  afterEach(endAll);

  it('tells, once it has grown, what grows its file system, and what mounts it once it is attached', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await world.droplet('api-01');
    const copied = async (job: string, thing: string, values: JobValues) => {
      const { result } = await doJob(world, { familyId, thing, job, values });
      const offered = await world.buoy.calls.runJob({ id: result.ok ? (result.value.again?.id ?? '') : '', values: {} });
      return offered.ok ? [result.ok && result.value.again?.label, offered.value.copy?.text] : [];
    };
    expect(await copied('grow', 'web-assets', { size: 150 })).toEqual([
      'Copy what grows its file system',
      'resize2fs /dev/disk/by-id/scsi-0DO_Volume_web-assets',
    ]);
    expect(await copied('attach', 'old-uploads', { droplet: String(id) })).toEqual([
      'Copy the mount command',
      'mkdir -p /mnt/old-uploads && mount -o discard,defaults,noatime /dev/disk/by-id/scsi-0DO_Volume_old-uploads /mnt/old-uploads',
    ]);
  });

  it('grows while its droplet is off, if it did not while that was on', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.nextAction('errored', 'resize');
    const { result } = await doJob(world, { familyId, thing: 'web-assets', job: 'grow', values: { size: 150 } });
    const [key] = result.ok ? result.value.actionKeys : [];
    await world.pass(60_000);
    const row = (await world.view()).tables.actions.find((action) => action.key === key);
    const [offered] = row?.failure?.goOn ?? [];
    expect(offered?.label).toBe('Shut web-01 down, grow, power it on');
    const before = world.writes.length;
    await world.buoy.calls.runJob({ id: offered?.id ?? '', values: {} });
    await world.pass(180_000);
    expect(world.writes.slice(before).map(({ body }) => (body as { type: string }).type)).toEqual([
      'shutdown',
      'resize',
      'power_on',
    ]);
    expect(rowIn(world, '/v2/volumes', 'web-assets')).toMatchObject({ size_gigabytes: 150 });
  });
});

describe('a job whose steps wait for each other', () => {
  afterEach(endAll);

  it('goes on by itself, and is told when it is over', async () => {
    const world = await connected({ seed: 7 });
    const id = idIn(world, '/v2/volumes', 'mail-spool');
    const { result, sent, form } = await doJob(world, { familyId, thing: 'mail-spool', job: 'delete' });
    expect(form).toMatchObject({ level: 'destructive', typeToConfirm: 'mail-spool' });
    expect(result).toMatchObject({ ok: true, value: { message: 'Deleting mail-spool' } });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST /v2/volumes/${id}/actions`]);
    await world.pass(60_000);
    expect(world.writes.at(-1)).toMatchObject({ method: 'DELETE', path: `/v2/volumes/${id}` });
    const [row] = (await world.view()).tables.actions.filter((action) => action.type === 'job');
    expect(row).toMatchObject({ status: 'completed', title: 'Deleted mail-spool' });
  });
});
