import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'snapshots_list';

describeJobs('snapshots', [
  {
    does: 'put web-01-weekly back on web-01',
    how: () => ({ familyId, thing: 'web-01-weekly', job: 'put-back' }),
    async sends(world) {
      const { id } = await world.droplet('web-01');
      const image = Number(idIn(world, '/v2/snapshots', 'web-01-weekly'));
      return [[`POST /v2/droplets/${id}/actions`, { type: 'rebuild', image }]];
    },
    says: 'web-01-weekly is being put back on web-01.',
  },
  {
    does: 'make a droplet from web-01-weekly',
    how: (world) => ({
      familyId,
      thing: 'web-01-weekly',
      job: 'new-droplet',
      values: { name: 'web-test', size: 's-1vcpu-1gb', keys: [idIn(world, '/v2/account/keys', 'laptop')] },
    }),
    sends: (world) => [
      [
        'POST /v2/droplets',
        {
          name: 'web-test',
          region: 'fra1',
          size: 's-1vcpu-1gb',
          image: Number(idIn(world, '/v2/snapshots', 'web-01-weekly')),
          ssh_keys: [Number(idIn(world, '/v2/account/keys', 'laptop'))],
        },
      ],
    ],
    says: 'web-test is being made from web-01-weekly, for $6.00 a month.',
  },
  {
    does: 'make a volume from web-assets-before-grow',
    how: () => ({
      familyId,
      thing: 'web-assets-before-grow',
      job: 'new-volume',
      values: { name: 'assets-again', region: 'fra1', size: 120 },
    }),
    sends: (world) => [
      [
        'POST /v2/volumes',
        {
          name: 'assets-again',
          region: 'fra1',
          snapshot_id: idIn(world, '/v2/snapshots', 'web-assets-before-grow'),
          size_gigabytes: 120,
        },
      ],
    ],
    says: 'Volume assets-again of 120 GiB was made in Frankfurt 1 from web-assets-before-grow.',
  },
  {
    does: 'copy api-01-2026-11-01 to Amsterdam',
    how: () => ({ familyId, thing: 'api-01-2026-11-01', job: 'copy-to-region', values: { region: 'ams3' } }),
    sends: (world) => [
      [`POST /v2/images/${idIn(world, '/v2/snapshots', 'api-01-2026-11-01')}/actions`, { type: 'transfer', region: 'ams3' }],
    ],
    says: 'api-01-2026-11-01 is being copied to Amsterdam 3.',
  },
  {
    does: 'rename metrics-01-nightly',
    how: () => ({ familyId, thing: 'metrics-01-nightly', job: 'rename', values: { name: 'metrics-kept' } }),
    sends: (world) => [[`PUT /v2/images/${idIn(world, '/v2/snapshots', 'metrics-01-nightly')}`, { name: 'metrics-kept' }]],
    says: 'metrics-01-nightly is now called metrics-kept.',
  },
  {
    does: 'offer base-debian-hardened to somebody else',
    how: () => ({
      familyId,
      thing: 'base-debian-hardened',
      job: 'give-away',
      values: { to: 'email', email: 'ops@example.com' },
    }),
    sends: (world) => [
      [
        `POST /v2/images/${idIn(world, '/v2/snapshots', 'base-debian-hardened')}/account_transfer`,
        { recipient_email: 'ops@example.com' },
      ],
    ],
    says: /^base-debian-hardened is offered to ops@example\.com, as transfer \d+\. It stays here until they accept\.$/,
  },
  {
    does: 'delete web-01-before-upgrade',
    how: () => ({ familyId, thing: 'web-01-before-upgrade', job: 'delete' }),
    sends: (world) => [[`DELETE /v2/snapshots/${idIn(world, '/v2/snapshots', 'web-01-before-upgrade')}`, null]],
    says: 'web-01-before-upgrade is deleted. That saves about $1.44 a month.',
  },
]);

describe('an offer of a snapshot to another account', () => {
  afterEach(endAll);

  it('is taken back by its number, or at once from the result', async () => {
    const world = await connected({ seed: 7 });
    const offer = {
      familyId: 'snapshots_list',
      thing: 'base-debian-hardened',
      values: { to: 'email', email: 'ops@example.com' },
    };
    const { result } = await doJob(world, { ...offer, job: 'give-away' });
    const again = result.ok ? result.value.again : null;
    expect(again?.label).toBe('Take it back');
    const before = world.writes.length;
    await world.buoy.calls.runJob({ id: again?.id ?? '', values: {} });
    const [write] = world.writes.slice(before);
    expect(write?.path).toMatch(/^\/v2\/images\/\d+\/account_transfer\/cancel$/);
    const { sent } = await doJob(world, { ...offer, job: 'take-back', values: { transfer: 77 } });
    expect(sent).toEqual([{ method: 'POST', path: write?.path, body: { transfer_id: 77 } }]);
  });
});

describe('a snapshot in the list of its volume', () => {
  afterEach(endAll);

  it('is deleted like among all snapshots, and is gone from both lists', async () => {
    const world = await connected({ seed: 7 });
    const { calls } = world.buoy;
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const parent = { volume_id: idIn(world, '/v2/volumes', 'web-assets') };
    const id = idIn(world, '/v2/snapshots', 'web-assets-before-grow');
    const namesIn = async (familyOf: string, of = {}) => {
      const rows = await calls.readResources({ familyId: familyOf, connectionId, parent: of });
      return rows.ok ? rows.value.items.map(({ name }) => name) : [];
    };
    await calls.loadResources({ familyId, connectionId, parent: {}, isForced: true });
    const doing = { familyId: 'volumeSnapshots_list', parent, thing: 'web-assets-before-grow', job: 'delete' };
    const { result, sent } = await doJob(world, doing);
    expect(result.ok && result.value.message).toMatch(/^web-assets-before-grow is deleted\. That saves /);
    expect(sent).toEqual([{ method: 'DELETE', path: `/v2/snapshots/${id}`, body: null }]);
    await world.until(async () => !(await namesIn('volumeSnapshots_list', parent)).includes('web-assets-before-grow'));
    await world.until(async () => !(await namesIn(familyId)).includes('web-assets-before-grow'));
  });
});
