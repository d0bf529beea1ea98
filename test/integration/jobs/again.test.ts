import { afterEach, describe, expect, it } from 'vitest';
import { idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, doJob } from '../../doubles/core/run-job.ts';

/** What a job takes away, and the requests that put it there again. */
interface Again {
  takes: string;
  how(world: World): Doing;
  label?: string;
  sends(world: World): [request: string, body: unknown][];
  says: string | RegExp;
}

const keyOf = (world: World) => rowIn(world, '/v2/account/keys', 'laptop');
const rulesAt = (world: World) => `/v2/databases/${idIn(world, '/v2/databases', 'db-main')}/firewall`;
const balancer = (world: World) => rowIn(world, '/v2/load_balancers', 'shop-front');
const policyOf = (world: World) => {
  const { uuid: _, ...policy } = rowIn(world, '/v2/monitoring/alerts', 'Workers hot');
  return policy;
};
const checkPath = (world: World) => `/v2/uptime/checks/${idIn(world, '/v2/uptime/checks', 'docs.example.com')}`;
const alertOf = (world: World, name: string) => {
  const { id: _, ...alert } = rowIn(world, `${checkPath(world)}/alerts`, name);
  return alert;
};
const tagged = (world: World, tag: string) =>
  (['droplet', 'volume'] as const).flatMap((kind) =>
    world.demo
      .rows(`/v2/${kind}s`, 'Harbour Works')
      .filter(({ tags }) => (tags as string[]).includes(tag))
      .map(({ id }) => ({ resource_id: String(id), resource_type: kind })),
  );

const rows: Again[] = [
  {
    takes: 'a mail server',
    how: () => ({
      familyId: 'domains_list_records',
      parent: { domain_name: 'shop.example.com' },
      thing: 'MX',
      job: 'delete',
    }),
    sends(world) {
      const { name, data, priority, ttl } = rowIn(world, '/v2/domains/shop.example.com/records', 'MX');
      const body = { type: 'MX', name, data: `${String(data).replace(/\.$/, '')}.`, ttl, priority };
      return [['POST /v2/domains/shop.example.com/records', body]];
    },
    says: /^The MX record of shop\.example\.com is there again: .+ with priority \d+\.$/,
  },
  {
    takes: 'a rule of a firewall',
    how: () => ({ familyId: 'firewalls_list', thing: 'public-web', job: 'close-port', values: { rule: '0' } }),
    sends(world) {
      const { id, inbound_rules: inbound } = rowIn(world, '/v2/firewalls', 'public-web');
      return [[`POST /v2/firewalls/${id}/rules`, { inbound_rules: [(inbound as unknown[])[0]] }]];
    },
    says: /^public-web has that rule again: /,
  },
  {
    takes: 'a droplet out of a load balancer',
    how: (world) => ({
      familyId: 'loadBalancers_list',
      thing: 'shop-front',
      job: 'take-out-droplets',
      values: { droplets: [String((balancer(world).droplet_ids as number[])[0])] },
    }),
    label: 'Put back',
    sends: (world) => [
      [`POST /v2/load_balancers/${balancer(world).id}/droplets`, { droplet_ids: [(balancer(world).droplet_ids as number[])[0]] }],
    ],
    says: /^shop-front hands requests to \S+ again\.$/,
  },
  {
    takes: 'a tag, which everything that had it gets back',
    how: () => ({ familyId: 'tags_list', idAt: 'name', thing: 'ops', job: 'delete' }),
    sends: (world) => [
      ['POST /v2/tags', { name: 'ops' }],
      ['POST /v2/tags/ops/resources', { resources: tagged(world, 'ops') }],
    ],
    says: /^Tag ops is there again, on \d+ things?\.$/,
  },
  {
    takes: 'a tag off a droplet',
    how: () => ({ familyId: 'droplets_list', thing: 'metrics-01', job: 'tags', values: { tags: ['-ops'] } }),
    label: 'Put back',
    sends(world) {
      const { id } = rowIn(world, '/v2/droplets', 'metrics-01');
      return [['POST /v2/tags/ops/resources', { resources: [{ resource_id: String(id), resource_type: 'droplet' }] }]];
    },
    says: 'metrics-01: tagged ops again.',
  },
  {
    takes: 'an alert policy',
    how: () => ({ familyId: 'monitoring_list_alertPolicy', idAt: 'uuid', thing: 'Workers hot', job: 'delete' }),
    sends: (world) => [['POST /v2/monitoring/alerts', policyOf(world)]],
    says: 'Workers hot is there again.',
  },
  {
    takes: 'an alert of a check',
    how: (world) => ({
      familyId: 'uptime_list_alerts',
      parent: { check_id: idIn(world, '/v2/uptime/checks', 'docs.example.com') },
      thing: 'Down everywhere',
      job: 'delete',
    }),
    sends: (world) => [[`POST ${checkPath(world)}/alerts`, alertOf(world, 'Down everywhere')]],
    says: 'Alert Down everywhere is there again.',
  },
  {
    takes: 'a public key',
    how: () => ({ familyId: 'sshKeys_list', thing: 'laptop', job: 'delete' }),
    sends: (world) => [['POST /v2/account/keys', { name: 'laptop', public_key: keyOf(world).public_key }]],
    says: 'Key laptop is there again.',
  },
  {
    takes: 'the access of a tag to a database',
    how: (world) => ({
      familyId: 'databases_list_firewall_rules',
      idAt: 'uuid',
      parent: { database_cluster_uuid: idIn(world, '/v2/databases', 'db-main') },
      thing: 'prod',
      job: 'take-away',
    }),
    label: 'Let back in',
    sends: (world) => [[`PUT ${rulesAt(world)}`, { rules: [{ type: 'tag', value: 'prod', description: '' }] }]],
    says: 'prod may connect again.',
  },
];

describe('what a job took away', () => {
  afterEach(endAll);

  it.each(rows.map((row) => [row.takes, row] as const))('can be made again as it was, once: %s', async (_takes, row) => {
    const world = await connected({ seed: 7 });
    const expected = row.sends(world);
    const { result } = await doJob(world, row.how(world));
    const again = result.ok ? result.value.again : null;
    expect(again?.label).toBe(row.label ?? 'Make it again');
    const before = world.writes.length;
    const id = again?.id ?? '';
    const ran = await world.buoy.calls.runJob({ id, values: {} });
    expect(world.writes.slice(before).map(({ method, path, body }) => [`${method} ${path}`, body])).toEqual(expected);
    if (!ran.ok) throw new Error(ran.failure.message);
    if (typeof row.says === 'string') expect(ran.value.message).toBe(row.says);
    else expect(ran.value.message).toMatch(row.says);
    expect(await world.buoy.calls.runJob({ id, values: {} })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('is made again with its alerts, where it is an uptime check', async () => {
    const world = await connected({ seed: 7 });
    const alerts = world.demo.rows(`${checkPath(world)}/alerts`, 'Harbour Works').map(({ id: _, ...alert }) => alert);
    const { result } = await doJob(world, { familyId: 'uptime_list_checks', thing: 'docs.example.com', job: 'delete' });
    const before = world.writes.length;
    await world.buoy.calls.runJob({ id: result.ok ? (result.value.again?.id ?? '') : '', values: {} });
    const [made, ...sent] = world.writes.slice(before);
    expect(made).toMatchObject({ method: 'POST', path: '/v2/uptime/checks', body: { name: 'docs.example.com', enabled: true } });
    expect(sent.map(({ path, body }) => [path, body])).toEqual(alerts.map((body) => [`${checkPath(world)}/alerts`, body]));
    expect(sent.length).toBeGreaterThan(0);
  });

  it('is offered for ten minutes', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, { familyId: 'sshKeys_list', thing: 'laptop', job: 'delete' });
    const again = result.ok ? result.value.again : null;
    expect(again?.untilMs).toBe(world.clock.now() + 600_000);
    await world.clock.advance(600_001);
    const before = world.writes.length;
    const ran = await world.buoy.calls.runJob({ id: again?.id ?? '', values: {} });
    expect(ran).toMatchObject({ ok: false, failure: { kind: 'refused', message: expect.stringContaining('too long ago') } });
    expect(world.writes).toHaveLength(before);
  });
});
