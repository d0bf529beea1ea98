import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const gateway = { familyId: 'vpcnatgateways_list', thing: 'outbound-fra1' };
const row = (world: World) => rowIn(world, '/v2/vpc_nat_gateways', 'outbound-fra1');
const at = (world: World) => `/v2/vpc_nat_gateways/${row(world).id}`;
const vpcsOf = (world: World) => (row(world).vpcs as { vpc_uuid: string }[]).map(({ vpc_uuid }) => ({ vpc_uuid }));
const asRead = (world: World) => ({
  name: 'outbound-fra1',
  size: 1,
  vpcs: vpcsOf(world),
  udp_timeout_seconds: 30,
  icmp_timeout_seconds: 30,
  tcp_timeout_seconds: 300,
});

describeJobs('NAT gateways', [
  {
    does: 'make one where its VPC is',
    how: (world) => ({
      familyId: gateway.familyId,
      job: 'new',
      values: { name: 'quay', vpc: idIn(world, '/v2/vpcs', 'lab'), size: 2 },
    }),
    sends: (world) => [
      [
        'POST /v2/vpc_nat_gateways',
        {
          name: 'quay',
          type: 'PUBLIC',
          region: 'ams3',
          size: 2,
          vpcs: [{ vpc_uuid: idIn(world, '/v2/vpcs', 'lab'), default_gateway: true }],
        },
      ],
    ],
    says: 'quay is being made for lab, in Amsterdam 3.',
    makes: ['/v2/vpc_nat_gateways', 'quay'],
  },
  {
    does: 'give TCP connections more time, and send everything else as it is',
    how: () => ({ ...gateway, job: 'timeouts', values: { tcp_timeout_seconds: 600 } }),
    sends: (world) => [[`PUT ${at(world)}`, { ...asRead(world), tcp_timeout_seconds: 600 }]],
    says: 'outbound-fra1 ends silent connections after 600 s (TCP connections), 30 s (UDP), 30 s (ICMP).',
  },
  {
    does: 'make it bigger, and say that it is the default gateway',
    how: () => ({ ...gateway, job: 'size', values: { size: 2, gateway: 'yes' } }),
    sends: (world) => [
      [`PUT ${at(world)}`, { ...asRead(world), size: 2, vpcs: vpcsOf(world).map((vpc) => ({ ...vpc, default_gateway: true })) }],
    ],
    says: 'outbound-fra1 gets size 2.',
  },
  {
    does: 'rename it',
    how: () => ({ ...gateway, job: 'rename', values: { name: 'out' } }),
    sends: (world) => [[`PUT ${at(world)}`, { ...asRead(world), name: 'out' }]],
    says: 'outbound-fra1 is now called out.',
  },
  {
    does: 'copy its outgoing address, for which nothing is sent',
    how: () => ({ ...gateway, job: 'copy-address' }),
    sends: () => [],
    says: 'Copied 203.0.113.230.',
  },
  {
    does: 'delete it',
    how: () => ({ ...gateway, job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world)}`, null]],
    says: 'outbound-fra1 is being deleted.',
  },
]);

describe('the deletion of a NAT gateway', () => {
  afterEach(endAll);

  it('names the address that is lost, and is over once the gateway is gone', async () => {
    const world = await connected({ seed: 7 });
    const { form, result } = await doJob(world, { ...gateway, job: 'delete' });
    expect(form.goes).toEqual(['outbound-fra1, with its outgoing address 203.0.113.230']);
    const keys = result.ok ? result.value.actionKeys : [];
    await world.pass(20_000);
    const row = (await world.view()).tables.actions.find(({ key }) => key === keys[0]);
    expect(row).toMatchObject({ status: 'completed', title: 'Deleted NAT gateway outbound-fra1' });
  });
});
