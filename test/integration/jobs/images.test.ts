import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'images_list';

describeJobs('images', [
  {
    does: 'make a droplet from a public image',
    how: () => ({
      familyId,
      thing: 'debian-13-x64',
      job: 'new-droplet',
      values: { name: 'web-04', region: 'fra1', size: 's-2vcpu-4gb' },
    }),
    sends: () => [
      ['POST /v2/droplets', { name: 'web-04', region: 'fra1', size: 's-2vcpu-4gb', image: 'debian-13-x64', ssh_keys: [] }],
    ],
    says: 'web-04 is being made from Debian 13 x64, for $24.00 a month.',
  },
  {
    does: 'copy web-01-weekly to London',
    how: () => ({ familyId, thing: 'web-01-weekly', job: 'copy-to-region', values: { region: 'lon1' } }),
    sends: (world) => [
      [`POST /v2/images/${idIn(world, '/v2/images', 'web-01-weekly')}/actions`, { type: 'transfer', region: 'lon1' }],
    ],
    says: 'web-01-weekly is being copied to London 1.',
  },
  {
    does: 'import an image',
    how: () => ({
      familyId,
      job: 'new',
      values: { name: 'appliance', url: 'https://files.example.com/appliance.qcow2', region: 'fra1', system: 'Debian' },
    }),
    sends: () => [
      [
        'POST /v2/images',
        { name: 'appliance', url: 'https://files.example.com/appliance.qcow2', region: 'fra1', distribution: 'Debian' },
      ],
    ],
    says: 'appliance is being imported to Frankfurt 1.',
  },
  {
    does: 'delete an own image',
    how: () => ({ familyId, thing: 'base-debian-hardened', job: 'delete' }),
    sends: (world) => [[`DELETE /v2/images/${idIn(world, '/v2/images', 'base-debian-hardened')}`, null]],
    says: 'base-debian-hardened is deleted. That saves about $0.13 a month.',
  },
]);

describe('keeping a backup', () => {
  afterEach(endAll);

  it('makes a snapshot of it and says what that costs', async () => {
    const world = await connected({ seed: 7 });
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const id = idIn(world, '/v2/images', 'web-01-weekly');
    const row = { id: Number(id), name: 'web-01 backup', type: 'backup', public: false, size_gigabytes: 20 };
    const opened = await world.buoy.calls.openJob({ name: 'keep', thing: { connectionId, familyId, id, parent: {}, row } });
    if (!opened.ok) throw new Error(opened.failure.message);
    const from = world.writes.length;
    const result = await world.buoy.calls.runJob({ id: opened.value.id, values: {} });
    expect(world.writes.slice(from)).toEqual([{ method: 'POST', path: `/v2/images/${id}/actions`, body: { type: 'convert' } }]);
    const message = 'web-01 backup becomes a snapshot, which stays until you delete it: about $1.20 a month.';
    expect(result).toMatchObject({ ok: true, value: { message } });
  });
});

describe('renaming an image', () => {
  afterEach(endAll);

  it('that was imported sends back what else is said of it, as it is there and not as the list had it', async () => {
    const world = await connected({ seed: 7 });
    const row = rowIn(world, '/v2/images', 'base-debian-hardened');
    Object.assign(row, { type: 'custom', description: 'Hardened', distribution: 'Debian' });
    const values = { name: 'base-debian' };
    const { sent } = await doJob(world, { familyId, thing: 'base-debian-hardened', job: 'rename', values });
    expect(sent).toEqual([
      {
        method: 'PUT',
        path: `/v2/images/${row.id}`,
        body: { name: 'base-debian', description: 'Hardened', distribution: 'Debian' },
      },
    ]);
  });

  it('sends nothing where the name stays', async () => {
    const world = await connected({ seed: 7 });
    const { sent, result } = await doJob(world, { familyId, thing: 'web-01-weekly', job: 'rename' });
    expect(result).toMatchObject({ ok: false, failure: { message: 'Nothing would change, so nothing was sent.' } });
    expect(sent).toEqual([]);
  });
});

describe('the offered jobs of an image', () => {
  afterEach(endAll);

  const row = (more: Record<string, unknown>) => ({ name: 'an image', public: false, type: 'snapshot', ...more });

  it.each([
    ['a public one only makes droplets', row({ public: true, type: 'base' }), ['new-droplet']],
    [
      'a backup can be kept, and cannot be copied',
      row({ type: 'backup' }),
      ['new-droplet', 'keep', 'rename', 'give-away', 'take-back', 'tags', 'delete'],
    ],
    [
      'a snapshot can be copied',
      row({}),
      ['new-droplet', 'copy-to-region', 'rename', 'give-away', 'take-back', 'tags', 'delete'],
    ],
    [
      'an imported one cannot be copied',
      row({ type: 'custom' }),
      ['new-droplet', 'rename', 'give-away', 'take-back', 'tags', 'delete'],
    ],
  ])('%s', async (_does, image, names) => {
    const { buoy } = await connected({ seed: 7 });
    const offers = await buoy.calls.offerJobs({
      thing: { connectionId: 'c1', familyId, id: '1', parent: {}, row: image },
    });
    expect(offers.ok && offers.value.map(({ name }) => name)).toEqual(names);
  });
});
