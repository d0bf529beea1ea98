import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const lab = { familyId: 'vpcs_list', thing: 'lab' };
const peering = { familyId: 'vpcPeerings_list', thing: 'fra1-to-nyc3' };
const vpc = (world: World, name: string) => `/v2/vpcs/${idIn(world, '/v2/vpcs', name)}`;
const peeringAt = (world: World) => `/v2/vpc_peerings/${idIn(world, '/v2/vpc_peerings', 'fra1-to-nyc3')}`;

describeJobs('VPCs', [
  {
    does: 'peer lab with another network',
    how: (world) => ({ ...lab, job: 'peer', values: { vpc: idIn(world, '/v2/vpcs', 'default-fra1') } }),
    sends: (world) => [
      [`POST ${vpc(world, 'lab')}/peerings`, { name: 'lab-to-default-fra1', vpc_id: idIn(world, '/v2/vpcs', 'default-fra1') }],
    ],
    says: 'lab is being peered with default-fra1.',
  },
  {
    does: 'describe a network, and keep its name',
    how: () => ({ ...lab, job: 'rename', values: { description: 'Experiments' } }),
    sends: (world) => [[`PATCH ${vpc(world, 'lab')}`, { description: 'Experiments' }]],
    says: 'The description of lab is saved.',
  },
  {
    does: 'make lab the default',
    how: () => ({ ...lab, job: 'make-default' }),
    sends: (world) => [[`PATCH ${vpc(world, 'lab')}`, { default: true }]],
    says: 'lab is the default VPC of ams3.',
  },
  {
    does: 'copy its range, for which nothing is sent',
    how: () => ({ ...lab, job: 'copy-range' }),
    sends: () => [],
    says: 'Copied 10.120.0.0/20.',
  },
  {
    does: 'delete an empty network',
    how: () => ({ ...lab, job: 'delete' }),
    sends: (world) => [[`DELETE ${vpc(world, 'lab')}`, null]],
    says: 'lab is deleted.',
  },
]);

describeJobs('VPC peerings', [
  {
    does: 'rename a peering',
    how: () => ({ ...peering, job: 'rename', values: { name: 'home' } }),
    sends: (world) => [[`PATCH ${peeringAt(world)}`, { name: 'home' }]],
    says: 'fra1-to-nyc3 is now called home.',
  },
  {
    does: 'delete a peering',
    how: () => ({ ...peering, job: 'delete' }),
    sends: (world) => [[`DELETE ${peeringAt(world)}`, null]],
    says: 'fra1-to-nyc3 is being deleted.',
  },
]);

describe('a VPC', () => {
  afterEach(endAll);

  const values = (world: World) => ({ vpc: idIn(world, '/v2/vpcs', 'default-fra1') });

  it('is followed until its new peering is active', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, { ...lab, job: 'peer', values: values(world) });
    const keys = result.ok ? result.value.actionKeys : [];
    const row = async () => (await world.view()).tables.actions.find(({ key }) => key === keys[0]);
    expect(await row()).toMatchObject({ status: 'in-progress', title: 'Creating VPC peering lab-to-default-fra1' });
    await world.pass(20_000);
    expect(await row()).toMatchObject({ status: 'completed' });
  });

  it('is not offered networks that it is peered with', async () => {
    const world = await connected({ seed: 7 });
    const { form } = await doJob(world, {
      ...lab,
      thing: 'default-fra1',
      job: 'peer',
      values: { vpc: idIn(world, '/v2/vpcs', 'lab') },
    });
    const [field] = form.fields;
    const labels = field?.kind === 'choice' ? field.choices.map(({ label }) => label) : [];
    expect(labels).toContain('lab');
    expect(labels).not.toContain('default-fra1');
    expect(labels).not.toContain('default-nyc3');
  });

  it('that is a default cannot be deleted, and says why', async () => {
    const world = await connected({ seed: 7 });
    const job = { ...lab, thing: 'default-fra1', job: 'delete' };
    await expect(doJob(world, job)).rejects.toThrow('It is the default of its region');
  });

  it('with members cannot be deleted, and names them', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { ...lab, job: 'make-default' });
    // A network that something is in, and that is no default any more.
    const id = idIn(world, '/v2/vpcs', 'default-fra1');
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const row = { id, name: 'default-fra1', default: false };
    const thing = { connectionId, familyId: 'vpcs_list', id, parent: {}, row };
    const opened = await world.buoy.calls.openJob({ name: 'delete', thing });
    expect(opened).toMatchObject({ ok: false, failure: { message: expect.stringContaining('things in it: ') } });
  });
});
