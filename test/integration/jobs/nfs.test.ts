import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, token, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'nfs_list';
const share = (world: World) => idIn(world, '/v2/nfs', 'renders');
const actions = (world: World) => `POST /v2/nfs/${share(world)}/actions`;
const vpc = (world: World): string => String((rowIn(world, '/v2/nfs', 'renders').vpc_ids as unknown[])[0]);

describeJobs('NFS shares', [
  {
    does: 'grow renders to 2,000 GiB',
    how: () => ({ familyId, thing: 'renders', job: 'grow', values: { size: 2000 } }),
    sends: (world) => [[actions(world), { type: 'resize', region: 'fra1', params: { size_gib: 2000 } }]],
    says: 'renders grows from 1,000 GiB to 2,000 GiB.',
  },
  {
    does: 'take a snapshot of renders',
    how: () => ({ familyId, thing: 'renders', job: 'snapshot', values: { name: 'before-cleanup' } }),
    sends: (world) => [[actions(world), { type: 'snapshot', region: 'fra1', params: { name: 'before-cleanup' } }]],
    says: 'Snapshot before-cleanup of renders is being taken.',
  },
  {
    does: 'make renders faster',
    how: () => ({ familyId, thing: 'renders', job: 'change-tier', values: { tier: 'high' } }),
    sends: (world) => [
      [actions(world), { type: 'switch_performance_tier', region: 'fra1', params: { performance_tier: 'high' } }],
    ],
    says: 'renders changes to high speed.',
  },
  {
    does: 'take renders from its VPC',
    how: (world) => ({ familyId, thing: 'renders', job: 'take', values: { vpc: vpc(world) } }),
    sends: (world) => [[actions(world), { type: 'detach', region: 'fra1', params: { vpc_id: vpc(world) } }]],
    says: 'default-fra1 loses renders.',
  },
  {
    does: 'add an access point to renders',
    how: () => ({ familyId, thing: 'renders', job: 'add-access-point', values: { name: 'finals', path: '/finals' } }),
    sends: (world) => [
      [
        `POST /v2/nfs/shares/${share(world)}/access_points`,
        {
          name: 'finals',
          path: '/finals',
          vpc_id: vpc(world),
          access_policy: {
            anonuid: 65_534,
            anongid: 65_534,
            protocols: ['NFS4'],
            squash_config: 'ROOT_SQUASH',
            identity_enforcement_enabled: false,
          },
        },
      ],
    ],
    says: 'Access point finals of renders opens /finals.',
  },
  {
    does: 'delete renders',
    how: () => ({ familyId, thing: 'renders', job: 'delete' }),
    sends: (world) => [[`DELETE /v2/nfs/${share(world)}?region=fra1`, null]],
    says: 'renders is being deleted.',
  },
  {
    does: 'delete the access point readers',
    how: (world) => ({
      familyId: 'nfs_list_access_points',
      thing: 'readers',
      job: 'delete',
      parent: { share_id: share(world) },
    }),
    sends: (world) => [
      [`DELETE /v2/nfs/access_points/${idIn(world, `/v2/nfs/shares/${share(world)}/access_points`, 'readers')}`, null],
    ],
    says: 'Access point readers is deleted.',
  },
  {
    does: 'delete a snapshot of renders',
    how: () => ({ familyId: 'nfs_list_snapshot', thing: 'renders-weekly', job: 'delete' }),
    sends: (world) => [[`DELETE /v2/nfs/snapshots/${idIn(world, '/v2/nfs/snapshots', 'renders-weekly')}?region=fra1`, null]],
    says: 'Snapshot renders-weekly is deleted.',
  },
]);

describe('the VPCs of a share', () => {
  afterEach(endAll);

  /** A second VPC in the region of the share. */
  async function secondVpc(world: World): Promise<string> {
    const answer = await fetch(`${world.demo.baseUrl}/v2/vpcs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token(world.demo)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'studio', region: 'fra1' }),
    });
    return String(((await answer.json()) as { vpc: { id: string } }).vpc.id);
  }

  it('become more by giving it to another', async () => {
    const world = await connected({ seed: 7 });
    const id = await secondVpc(world);
    const { result, sent } = await doJob(world, { familyId, thing: 'renders', job: 'give', values: { vpc: id } });
    expect(sent).toMatchObject([{ body: { type: 'attach', region: 'fra1', params: { vpc_id: id } } }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'studio gets renders.' } });
  });

  it('cannot become more where every VPC of its region has it', async () => {
    const world = await connected({ seed: 7 });
    const give = doJob(world, { familyId, thing: 'renders', job: 'give', values: {} });
    await expect(give).rejects.toThrow('Every VPC in fra1 has renders already.');
  });

  it('change by moving it', async () => {
    const world = await connected({ seed: 7 });
    const values = { from: vpc(world), to: await secondVpc(world) };
    const { result, sent } = await doJob(world, { familyId, thing: 'renders', job: 'move', values });
    const params = { old_vpc_id: values.from, new_vpc_id: values.to };
    expect(sent).toMatchObject([{ body: { type: 'reassign', region: 'fra1', params } }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'renders moves from default-fra1 to studio.' } });
  });
});

describe('a share that is being made', () => {
  afterEach(endAll);

  it('can be deleted, and says of everything else why it cannot be done', async () => {
    const world = await connected({ seed: 7 });
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const row = { ...rowIn(world, '/v2/nfs', 'renders'), status: 'CREATING' };
    const thing = { connectionId, familyId, id: share(world), parent: {}, row: JSON.parse(JSON.stringify(row)) };
    const offers = await world.buoy.calls.offerJobs({ thing });
    if (!offers.ok) throw new Error(offers.failure.message);
    const reasons = offers.value.map(({ name, offReason }) => [name, offReason]);
    expect(reasons.filter(([, reason]) => reason === null)).toEqual([['delete', null]]);
    expect(new Set(reasons.map(([, reason]) => reason))).toEqual(new Set([null, 'renders is still being made.']));
  });
});
