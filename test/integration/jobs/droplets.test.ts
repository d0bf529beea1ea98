import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const familyId = 'droplets_list';
const idOf = async (world: World, name: string) => (await world.droplet(name)).id;
const actions = async (world: World, name: string) => `POST /v2/droplets/${await idOf(world, name)}/actions`;
const newestBackup = (world: World) => Number((rowIn(world, '/v2/droplets', 'web-01').backup_ids as number[])[0]);

describeJobs('droplets', [
  {
    does: 'double web-02, which runs',
    how: () => ({ familyId, thing: 'web-02', job: 'resize', values: { size: 's-4vcpu-8gb' } }),
    async sends(world) {
      const at = await actions(world, 'web-02');
      return [
        [at, { type: 'shutdown' }],
        [at, { type: 'resize', size: 's-4vcpu-8gb', disk: false }],
        [at, { type: 'power_on' }],
      ];
    },
    says: 'Resizing web-02',
    ends: { withinMs: 180_000, as: 'Resized web-02 to 4 vCPU, 8 GB, 160 GB disk, $48.00 a month' },
  },
  {
    does: 'rename web-02',
    how: () => ({ familyId, thing: 'web-02', job: 'rename', values: { name: 'www-02' } }),
    sends: async (world) => [[await actions(world, 'web-02'), { type: 'rename', name: 'www-02' }]],
    says: 'web-02 is being renamed to www-02.',
    ends: { withinMs: 60_000, as: 'Renamed web-02 to www-02' },
  },
  {
    does: 'resize cache-01, which is off, with its disk',
    how: () => ({ familyId, thing: 'cache-01', job: 'resize', values: { size: 'm-4vcpu-32gb', what: 'disk' } }),
    sends: async (world) => [[await actions(world, 'cache-01'), { type: 'resize', size: 'm-4vcpu-32gb', disk: true }]],
    says: 'cache-01 is being resized to 4 vCPU, 32 GB, 100 GB disk, $168.00 a month.',
  },
  {
    does: 'put the newest backup back on web-01',
    how: () => ({ familyId, thing: 'web-01', job: 'restore' }),
    sends: async (world) => [[await actions(world, 'web-01'), { type: 'restore', image: newestBackup(world) }]],
    says: /^web-01 is being restored from Ubuntu web-01 backup, \d+ \w+\.$/,
  },
  {
    does: 'put a snapshot back on web-01, after one of how it is now',
    how: (world) => ({
      familyId,
      thing: 'web-01',
      job: 'restore',
      values: { image: `snapshot:${idIn(world, '/v2/snapshots', 'web-01-weekly')}`, first: true },
    }),
    async sends(world) {
      const at = await actions(world, 'web-01');
      return [
        [at, { type: 'snapshot', name: `web-01-${new Date(world.clock.now()).toISOString().slice(0, 10)}` }],
        [at, { type: 'rebuild', image: Number(idIn(world, '/v2/snapshots', 'web-01-weekly')) }],
      ];
    },
    says: 'Restoring web-01, after a snapshot of it',
    ends: { withinMs: 240_000, as: /^Restored web-01 from web-01-weekly, \d+ \w+, after a snapshot of it$/ },
  },
  {
    does: 'make a copy of web-01 from its newest snapshot',
    how: () => ({ familyId, thing: 'web-01', job: 'copy', values: {} }),
    sends: (world) => [
      [
        'POST /v2/droplets',
        {
          name: 'web-01-copy',
          region: 'fra1',
          size: 's-2vcpu-4gb',
          image: Number(idIn(world, '/v2/snapshots', 'web-01-weekly')),
          ssh_keys: [],
          tags: ['web', 'prod'],
        },
      ],
    ],
    says: 'web-01-copy is being made from web-01, for $24.00 a month.',
  },
  {
    does: 'rebuild web-03 with another system',
    how: () => ({ familyId, thing: 'web-03', job: 'rebuild', values: { from: 'system', system: 'debian-13-x64' } }),
    sends: async (world) => [[await actions(world, 'web-03'), { type: 'rebuild', image: 'debian-13-x64' }]],
    says: 'web-03 is being rebuilt from Debian 13 x64.',
  },
  {
    does: 'take a snapshot of web-01 and of its volume',
    how: (world) => ({
      familyId,
      thing: 'web-01',
      job: 'snapshot',
      values: { name: 'before-sale', volumes: [idIn(world, '/v2/volumes', 'web-assets')] },
    }),
    sends: async (world) => [
      [await actions(world, 'web-01'), { type: 'snapshot', name: 'before-sale' }],
      [`POST /v2/volumes/${idIn(world, '/v2/volumes', 'web-assets')}/snapshots`, { name: 'before-sale-web-assets' }],
    ],
    says: 'Snapshot before-sale of web-01 with web-assets is being taken.',
  },
  {
    does: 'back web-02 up every Sunday',
    how: () => ({ familyId, thing: 'web-02', job: 'backups-on', values: { plan: 'weekly', weekday: 'SUN', hour: '8' } }),
    sends: async (world) => [
      [await actions(world, 'web-02'), { type: 'enable_backups', backup_policy: { plan: 'weekly', weekday: 'SUN', hour: 8 } }],
    ],
    says: 'web-02 is backed up every Sunday from 08:00 UTC.',
  },
  {
    does: 'back web-01 up every day instead',
    how: () => ({ familyId, thing: 'web-01', job: 'backups-change', values: { plan: 'daily', hour: '20' } }),
    sends: async (world) => [
      [await actions(world, 'web-01'), { type: 'change_backup_policy', backup_policy: { plan: 'daily', hour: 20 } }],
    ],
    says: 'web-01 is backed up every day from 20:00 UTC from now on.',
  },
  {
    does: 'no longer back web-01 up',
    how: () => ({ familyId, thing: 'web-01', job: 'backups-off' }),
    sends: async (world) => [[await actions(world, 'web-01'), { type: 'disable_backups' }]],
    says: 'web-01 is no longer backed up.',
  },
  {
    does: 'attach old-uploads to web-02',
    how: (world) => ({
      familyId,
      thing: 'web-02',
      job: 'attach-volume',
      values: { volume: idIn(world, '/v2/volumes', 'old-uploads') },
    }),
    sends: async (world) => [
      [
        `POST /v2/volumes/${idIn(world, '/v2/volumes', 'old-uploads')}/actions`,
        { type: 'attach', droplet_id: await idOf(world, 'web-02'), region: 'fra1' },
      ],
    ],
    says: 'old-uploads is being attached to web-02.',
  },
  {
    does: 'attach a new volume to web-02',
    how: () => ({
      familyId,
      thing: 'web-02',
      job: 'attach-volume',
      values: { volume: ':new', name: 'web-cache', size: 40 },
    }),
    sends: async (world) => [
      ['POST /v2/volumes', { name: 'web-cache', region: 'fra1', size_gigabytes: 40, filesystem_type: 'ext4' }],
      [
        'POST /v2/volumes/actions',
        { type: 'attach', volume_name: 'web-cache', droplet_id: await idOf(world, 'web-02'), region: 'fra1' },
      ],
    ],
    says: 'Volume web-cache was made, and is being attached to web-02.',
  },
  {
    does: 'detach web-assets from web-01',
    how: (world) => ({
      familyId,
      thing: 'web-01',
      job: 'detach-volume',
      values: { volume: idIn(world, '/v2/volumes', 'web-assets') },
    }),
    sends: async (world) => [
      [
        `POST /v2/volumes/${idIn(world, '/v2/volumes', 'web-assets')}/actions`,
        { type: 'detach', droplet_id: await idOf(world, 'web-01'), region: 'fra1' },
      ],
    ],
    says: 'web-assets is being detached from web-01.',
  },
  {
    does: 'give a free address to web-02',
    how: () => ({ familyId, thing: 'web-02', job: 'reserved-ip', values: { address: '198.51.100.9' } }),
    sends: async (world) => [
      ['POST /v2/reserved_ips/198.51.100.9/actions', { type: 'assign', droplet_id: await idOf(world, 'web-02') }],
    ],
    says: '198.51.100.9 is being assigned to web-02.',
  },
  {
    does: 'reserve an address for web-02',
    how: () => ({ familyId, thing: 'web-02', job: 'reserved-ip', values: { address: ':new' } }),
    sends: async (world) => [['POST /v2/reserved_ips', { droplet_id: await idOf(world, 'web-02') }]],
    says: /^198\.51\.100\.\d+ is being assigned to web-02\.$/,
  },
  {
    does: 'add web-02 to another firewall',
    how: (world) => ({
      familyId,
      thing: 'web-02',
      job: 'add-to-firewall',
      values: { firewall: idIn(world, '/v2/firewalls', 'bastion') },
    }),
    sends: async (world) => [
      [`POST /v2/firewalls/${idIn(world, '/v2/firewalls', 'bastion')}/droplets`, { droplet_ids: [await idOf(world, 'web-02')] }],
    ],
    says: 'bastion covers web-02.',
  },
  {
    does: 'add mail-relay-01 to a load balancer',
    how: (world) => ({
      familyId,
      thing: 'mail-relay-01',
      job: 'add-to-load-balancer',
      values: { balancer: idIn(world, '/v2/load_balancers', 'shop-front') },
    }),
    sends: async (world) => [
      [
        `POST /v2/load_balancers/${idIn(world, '/v2/load_balancers', 'shop-front')}/droplets`,
        { droplet_ids: [await idOf(world, 'mail-relay-01')] },
      ],
    ],
    says: 'shop-front sends traffic to mail-relay-01 once it is healthy.',
  },
  {
    does: 'move web-02 to project Lab',
    how: (world) => ({
      familyId,
      thing: 'web-02',
      job: 'move-to-project',
      values: { project: idIn(world, '/v2/projects', 'Lab') },
    }),
    sends: async (world) => [
      [
        `POST /v2/projects/${idIn(world, '/v2/projects', 'Lab')}/resources`,
        { resources: [`do:droplet:${await idOf(world, 'web-02')}`] },
      ],
    ],
    says: 'web-02 is now in Lab.',
  },
  {
    does: 'tag api-01 blue, a new tag',
    how: () => ({ familyId, thing: 'api-01', job: 'tags', values: { tags: ['+blue'] } }),
    sends: async (world) => [
      ['POST /v2/tags', { name: 'blue' }],
      [
        'POST /v2/tags/blue/resources',
        { resources: [{ resource_id: String(await idOf(world, 'api-01')), resource_type: 'droplet' }] },
      ],
    ],
    says: 'api-01: now tagged blue.',
  },
  {
    does: 'take the tag web off web-03',
    how: () => ({ familyId, thing: 'web-03', job: 'tags', values: { tags: ['-web'] } }),
    sends: async (world) => [
      [
        'DELETE /v2/tags/web/resources',
        { resources: [{ resource_id: String(await idOf(world, 'web-03')), resource_type: 'droplet' }] },
      ],
    ],
    says: 'web-03: no longer tagged web.',
  },
  {
    does: 'shut web-02 down',
    how: () => ({ familyId, thing: 'web-02', job: 'shut-down' }),
    sends: async (world) => [[await actions(world, 'web-02'), { type: 'shutdown' }]],
    says: 'web-02 is being shut down.',
  },
  {
    does: 'shut web-02 down, without cutting the power of what has stopped',
    how: () => ({ familyId, thing: 'web-02', job: 'shut-down', values: { cut: true } }),
    sends: async (world) => [[await actions(world, 'web-02'), { type: 'shutdown' }]],
    says: 'Shutting down web-02',
    ends: { withinMs: 60_000, as: 'Shut down web-02' },
  },
  {
    does: 'destroy web-01 with its volume and address, and keep its snapshots',
    how: (world) => ({
      familyId,
      thing: 'web-01',
      job: 'destroy',
      values: { reserved_ips: ['198.51.100.5'], volumes: [idIn(world, '/v2/volumes', 'web-assets')] },
    }),
    sends: async (world) => [
      [
        `DELETE /v2/droplets/${await idOf(world, 'web-01')}/destroy_with_associated_resources/selective`,
        {
          reserved_ips: ['198.51.100.5'],
          snapshots: [],
          volumes: [idIn(world, '/v2/volumes', 'web-assets')],
          volume_snapshots: [],
        },
      ],
    ],
    says: 'web-01 is being destroyed, with 198.51.100.5 and web-assets.',
  },
  {
    does: 'destroy web-02 alone',
    how: () => ({ familyId, thing: 'web-02', job: 'destroy' }),
    sends: async (world) => [[`DELETE /v2/droplets/${await idOf(world, 'web-02')}`, null]],
    says: 'web-02 is being destroyed.',
  },
]);

describe('a snapshot of a droplet', () => {
  afterEach(endAll);

  it('says what the last one takes and costs', async () => {
    const world = await connected({ seed: 7 });
    const gigabytes = Number(rowIn(world, '/v2/snapshots', 'web-01-weekly').size_gigabytes);
    const { lines } = await openOn(world, { familyId, thing: 'web-01', job: 'snapshot' });
    expect(lines).toContain(`The last one is ${gigabytes} GB, about $${(gigabytes * 0.06).toFixed(2)} a month.`);
  });
});

describe('a droplet that does not heed its shutdown', () => {
  afterEach(endAll);

  const resize = { familyId, thing: 'web-02', job: 'resize' };

  it('has its power cut before it is resized, where that was ticked', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.nextAction('ignored', 'shutdown');
    const from = world.writes.length;
    await doJob(world, { ...resize, values: { size: 's-4vcpu-8gb', cut: true } });
    await world.pass(360_000);
    const sent = world.writes.slice(from).map(({ body }) => (body as { type: string }).type);
    expect(sent).toEqual(['shutdown', 'power_off', 'resize', 'power_on']);
    expect(await world.droplet('web-02')).toMatchObject({ condition: 'active', sizeSlug: 's-4vcpu-8gb' });
  });

  it('is not resized otherwise, and Activity says what was done and what was not', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.nextAction('ignored', 'shutdown');
    await doJob(world, { ...resize, values: { size: 's-4vcpu-8gb' } });
    await world.pass(240_000);
    const row = (await world.view()).tables.actions.find(({ type }) => type === 'job');
    expect(row).toMatchObject({ status: 'errored', title: 'The resize of web-02 stopped' });
    expect(row?.failure?.message).toMatch(/^Shut down: done\. Resize failed: .*currently on/);
  });
});

describe('adding a droplet to a firewall', () => {
  afterEach(endAll);

  it.each([
    ['asks first for one that has none', 'mail-relay-01', 'disruptive', /^mail-relay-01 has no firewall yet: /],
    ['runs at once for one that has another', 'web-02', 'normal', /^What its rules allow /],
  ])('%s', async (_how, thing, level, line) => {
    const world = await connected({ seed: 7 });
    const values = { firewall: idIn(world, '/v2/firewalls', 'bastion') };
    const { form } = await doJob(world, { familyId, thing, job: 'add-to-firewall', values });
    expect(form.level).toBe(level);
    expect(form.lines[0]).toMatch(line);
  });
});

describe('destroying a droplet by its job', () => {
  afterEach(endAll);

  it('says once that what belongs to it stays unless it is ticked', async () => {
    const form = await openOn(await connected({ seed: 7 }), { familyId, thing: 'web-01', job: 'destroy' });
    expect(form).toMatchObject({ isStayingUnlessTicked: true });
    expect(form.stays).toHaveLength(5);
    expect(form.stays).toContain('web-assets, $10.00 a month');
    expect(JSON.stringify(form)).not.toMatch(/unless ticked/i);
  });

  it('shows in Activity until it is gone, and is not told as somebody else having done it', async () => {
    const world = await connected({ seed: 7 });
    const { form, result } = await doJob(world, { familyId, thing: 'web-02', job: 'destroy' });
    expect(form).toMatchObject({ level: 'destructive', typeToConfirm: 'web-02' });
    expect(result.ok && result.value.actionKeys).toHaveLength(1);
    await world.pass(60_000);
    const { tables } = await world.view();
    expect(tables.droplets.some(({ name }) => name === 'web-02')).toBe(false);
    expect(tables.actions.find(({ type }) => type === 'destroy')).toMatchObject({ status: 'completed', startedBy: 'buoy' });
  });
});

describe('the jobs of a droplet that Kubernetes keeps', () => {
  afterEach(endAll);

  it('are off where they would change the droplet itself, with the reason', async () => {
    const { buoy } = await connected({ seed: 7 });
    const row = { name: 'pool-1a', status: 'active', tags: ['k8s', 'k8s:worker', 'k8s:c0ffee'], features: [] };
    const offers = await buoy.calls.offerJobs({ thing: { connectionId: 'c1', familyId, id: '1', parent: {}, row } });
    if (!offers.ok) throw new Error(offers.failure.message);
    const reasonOf = (name: string) => offers.value.find((offer) => offer.name === name)?.offReason;
    for (const name of ['resize', 'restore', 'rebuild', 'destroy', 'shut-down']) {
      expect(reasonOf(name)).toBe('Kubernetes keeps pool-1a: change its node pool instead.');
    }
    expect(reasonOf('tags')).toBeNull();
  });
});
