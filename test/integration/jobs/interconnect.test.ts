import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const attachments = '/v2/partner_network_connect/attachments';
const office = { familyId: 'partnerAttachments_list', thing: 'office-line' };
const officeAt = (world: World) => `${attachments}/${idIn(world, attachments, 'office-line')}`;
const block = { familyId: 'byoipPrefixes_list', thing: 'harbour-block', idAt: 'uuid' };
const blockAt = (world: World) => `/v2/byoip_prefixes/${rowIn(world, '/v2/byoip_prefixes', 'harbour-block').uuid}`;

const lab = (world: World) => idIn(world, '/v2/vpcs', 'lab');
const session = { local: '169.254.100.1/29', peer: '169.254.100.6/29', asn: 133_937, key: 'invented' };

describeJobs('new ways to other networks', [
  {
    does: 'make an attachment, and leave the routes for later',
    how: (world) => ({
      familyId: office.familyId,
      job: 'new',
      values: { name: 'quay-line', area: 'ams', bandwidth: '2000', vpcs: [lab(world)], zone: 'MEGAPORT_RED' },
    }),
    sends: (world) => [
      [
        `POST ${attachments}`,
        {
          name: 'quay-line',
          connection_bandwidth_in_mbps: 2000,
          region: 'ams',
          naas_provider: 'MEGAPORT',
          vpc_ids: [lab(world)],
          redundancy_zone: 'MEGAPORT_RED',
        },
      ],
    ],
    says: 'quay-line is being made in Amsterdam. Copy its service key for the partner.',
    makes: [attachments, 'quay-line'],
  },
  {
    does: 'make an attachment with its routes',
    how: (world) => ({
      familyId: office.familyId,
      job: 'new',
      values: { name: 'quay-line', area: 'ams', vpcs: [lab(world)], routes: true, ...session },
    }),
    sends: (world) => [
      [
        `POST ${attachments}`,
        {
          name: 'quay-line',
          connection_bandwidth_in_mbps: 1000,
          region: 'ams',
          naas_provider: 'MEGAPORT',
          vpc_ids: [lab(world)],
          bgp: {
            local_router_ip: session.local,
            peer_router_ip: session.peer,
            peer_router_asn: session.asn,
            auth_key: session.key,
          },
        },
      ],
    ],
    says: /^quay-line is being made in Amsterdam\./,
  },
  {
    does: 'bring a prefix',
    how: () => ({
      familyId: block.familyId,
      job: 'new',
      values: { prefix: '198.51.100.0/24', region: 'fra1', signature: ' invented-signature\n' },
    }),
    sends: () => [['POST /v2/byoip_prefixes', { prefix: '198.51.100.0/24', region: 'fra1', signature: 'invented-signature' }]],
    says: '198.51.100.0/24 is being brought to Frankfurt 1.',
    makes: ['/v2/byoip_prefixes', '198.51.100.0/24'],
  },
]);

describeJobs('partner attachments', [
  {
    does: 'add a network, and send nothing but the networks',
    how: (world) => ({
      ...office,
      job: 'vpcs',
      values: { vpcs: ['default-fra1', 'lab'].map((name) => idIn(world, '/v2/vpcs', name)) },
    }),
    sends: (world) => [
      [`PATCH ${officeAt(world)}`, { vpc_ids: ['default-fra1', 'lab'].map((name) => idIn(world, '/v2/vpcs', name)) }],
    ],
    says: 'office-line reaches 2 VPCs.',
  },
  {
    does: 'make a new service key',
    how: () => ({ ...office, job: 'new-service-key' }),
    sends: (world) => [[`POST ${officeAt(world)}/service_key`, null]],
    says: 'A new service key of office-line is being made: copy it in a moment.',
  },
  {
    does: 'rename an attachment',
    how: () => ({ ...office, job: 'rename', values: { name: 'office' } }),
    sends: (world) => [[`PATCH ${officeAt(world)}`, { name: 'office' }]],
    says: 'office-line is now called office.',
  },
  {
    does: 'delete an attachment',
    how: () => ({ ...office, job: 'delete' }),
    sends: (world) => [[`DELETE ${officeAt(world)}`, null]],
    says: 'office-line is being deleted.',
  },
]);

describeJobs('BYOIP prefixes', [
  {
    does: 'stop advertising a prefix',
    how: () => ({ ...block, job: 'stop-advertising' }),
    sends: (world) => [[`PATCH ${blockAt(world)}`, { advertise: false }]],
    says: '203.0.113.0/24 is no longer advertised.',
  },
  {
    does: 'copy a prefix, for which nothing is sent',
    how: () => ({ ...block, job: 'copy-prefix' }),
    sends: () => [],
    says: 'Copied 203.0.113.0/24.',
  },
]);

describe('a partner attachment', () => {
  afterEach(endAll);

  it('keeps the key of its BGP session, which the form never has', async () => {
    const world = await connected({ seed: 7 });
    const { form, sent, result } = await doJob(world, { ...office, job: 'bgp', values: { peer: '169.254.0.5/29' } });
    expect(result).toMatchObject({
      ok: true,
      value: { message: 'office-line exchanges routes with 169.254.0.5/29, AS 133937.' },
    });
    const body = sent[0]?.body as { bgp: Record<string, unknown> };
    expect(sent).toHaveLength(1);
    expect(body).toEqual({
      bgp: {
        local_router_ip: '169.254.0.1/29',
        peer_router_ip: '169.254.0.5/29',
        peer_router_asn: 133_937,
        auth_key: expect.stringMatching(/./),
      },
    });
    expect(JSON.stringify(form)).not.toContain(String(body.bgp.auth_key));
  });

  it('gives its service key to copy, and shows it nowhere', async () => {
    const world = await connected({ seed: 7 });
    const { form, result, sent } = await doJob(world, { ...office, job: 'copy-service-key' });
    const value = result.ok ? result.value : null;
    expect(value?.copy).toMatchObject({ what: 'Service key', text: expect.stringMatching(/./) });
    expect(value?.message).not.toContain(value?.copy?.text);
    expect(JSON.stringify(form)).not.toContain(value?.copy?.text);
    expect(sent).toEqual([]);
  });

  it('has another service key once a new one was made', async () => {
    const world = await connected({ seed: 7 });
    const copied = async () => {
      const { result } = await doJob(world, { ...office, job: 'copy-service-key' });
      return result.ok ? result.value.copy?.text : undefined;
    };
    const old = await copied();
    await doJob(world, { ...office, job: 'new-service-key' });
    expect(await copied()).not.toBe(old);
  });
});

describe('a prefix of your own', () => {
  afterEach(endAll);

  it('is advertised again after it was not', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { ...block, job: 'stop-advertising' });
    const { sent, result } = await doJob(world, { ...block, job: 'advertise' });
    expect(sent).toEqual([{ method: 'PATCH', path: blockAt(world), body: { advertise: true } }]);
    expect(result).toMatchObject({ ok: true, value: { message: '203.0.113.0/24 is being advertised.' } });
  });

  it('is deleted only when none of its addresses is in use', async () => {
    const world = await connected({ seed: 7 });
    await expect(doJob(world, { ...block, job: 'delete' })).rejects.toThrow('1 address of 203.0.113.0/24');
  });
});
