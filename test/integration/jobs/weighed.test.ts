import { afterEach, describe, expect, it } from 'vitest';
import type { JobValues, JobWeight } from '../../../preload/contract/job.ts';
import { idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, openOn } from '../../doubles/core/run-job.ts';

/** What the page shows of a job while its values are these, without sending anything. */
async function weighed(world: World, doing: Doing, values: JobValues): Promise<JobWeight> {
  const form = await openOn(world, doing);
  const weight = await world.buoy.calls.weighJob({ id: form.id, values });
  if (!weight.ok) throw new Error(weight.failure.message);
  return weight.value;
}

const pool = (world: World): Doing => ({
  familyId: 'kubernetes_list_nodePools',
  parent: { cluster_id: idIn(world, '/v2/kubernetes/clusters', 'harbour') },
  thing: 'general',
  job: 'scale',
});
const edge = { familyId: 'autoscalepools_list', thing: 'edge-pool' };
const droplet = async (world: World, name: string) => String((await world.droplet(name)).id);
const ofAlert = (world: World): Doing => ({
  familyId: 'uptime_list_alerts',
  parent: { check_id: idIn(world, '/v2/uptime/checks', 'docs.example.com') },
  thing: 'Down everywhere',
  job: 'edit',
});

interface Row {
  of: string;
  how(world: World): Doing;
  values(world: World): JobValues | Promise<JobValues>;
  level: JobWeight['level'];
  lines?: (string | RegExp)[];
  differences?: string[] | null;
}

const rows: Row[] = [
  {
    of: 'a policy with another limit, with how often that would have fired',
    how: () => ({ familyId: 'monitoring_list_alertPolicy', idAt: 'uuid', thing: 'Workers hot', job: 'limit' }),
    values: () => ({ value: 85 }),
    level: 'normal',
    lines: [/^In the last 24 hours it would (not have fired on|have fired (once|\d+ times) on) .*worker-02/],
  },
  {
    of: 'a new policy, with how often that would have fired',
    how: () => ({ familyId: 'monitoring_list_alertPolicy', job: 'new' }),
    values: async (world) => ({
      type: 'v1/insights/droplet/cpu',
      'limit %': 85,
      droplets: [await droplet(world, 'worker-02')],
    }),
    level: 'normal',
    lines: [/^In the last 24 hours it would (not have fired on|have fired (once|\d+ times) on) worker-02/],
  },
  {
    of: 'a pool that gets a node more, with its price',
    how: pool,
    values: () => ({ count: 4 }),
    level: 'normal',
    lines: [/^\$\d+\.00 a month more\.$/],
    differences: ['Nodes: 3 → 4'],
  },
  {
    of: 'a pool that loses nodes',
    how: pool,
    values: () => ({ count: 1 }),
    level: 'disruptive',
    lines: [/^2 nodes drained and deleted: /, /^\$\d+\.00 a month less\.$/],
    differences: ['Nodes: 3 → 1'],
  },
  {
    of: 'a pool that may grow, but no longer be as large',
    how: pool,
    values: () => ({ mode: 'auto', min: 1, max: 2 }),
    level: 'disruptive',
    lines: [/^1 node drained and deleted: /, /^From \$\d+\.00 to \$\d+\.00 a month\.$/],
    differences: ['How many nodes: Always as many → As many as are needed', 'At most: 3 → 2 nodes'],
  },
  { of: 'a pool that stays', how: pool, values: () => ({}), level: 'normal', differences: [] },
  {
    of: 'an autoscale pool that may grow further',
    how: () => ({ ...edge, job: 'limits' }),
    values: () => ({ max: 8 }),
    level: 'normal',
    lines: [/^From \$\d+\.00 to \$\d+\.00 a month\.$/],
    differences: [expect.stringMatching(/^At most: \d+ → 8 droplets$/)],
  },
  {
    of: 'an autoscale pool whose limit falls below what it has',
    how: () => ({ ...edge, job: 'limits' }),
    values: () => ({ min: 1, max: 1 }),
    level: 'disruptive',
    lines: [/droplets? destroyed, with /, /a month\.$/],
  },
  {
    of: 'an alert that somebody more gets',
    how: ofAlert,
    values: () => ({ email: 'ops@harbour.example.com, night@harbour.example.com' }),
    level: 'normal',
  },
  {
    of: 'an alert that somebody no longer gets',
    how: ofAlert,
    values: () => ({ email: 'night@harbour.example.com' }),
    level: 'disruptive',
    lines: ['No longer told: ops@harbour.example.com.'],
  },
  {
    of: 'a port that only some reach',
    how: () => ({ familyId: 'firewalls_list', thing: 'public-web', job: 'open-port' }),
    values: () => ({ port: '22', others: 'addresses', addresses: '203.0.113.9' }),
    level: 'normal',
    differences: null,
  },
  {
    of: 'SSH for the whole internet',
    how: () => ({ familyId: 'firewalls_list', thing: 'public-web', job: 'open-port' }),
    values: () => ({ port: '22' }),
    level: 'disruptive',
    lines: ['Open to the whole internet: SSH.'],
    differences: null,
  },
  {
    of: 'a range of ports with a database in it',
    how: () => ({ familyId: 'firewalls_list', thing: 'public-web', job: 'open-port' }),
    values: () => ({ port: 'other', ports: '5000-6000' }),
    level: 'disruptive',
    lines: ['Open to the whole internet: PostgreSQL.'],
  },
  {
    of: 'a rule that lets one more address in',
    how: () => ({ familyId: 'firewalls_list', thing: 'bastion', job: 'edit-rule' }),
    values(world) {
      const rule = (rowIn(world, '/v2/firewalls', 'bastion').inbound_rules as { sources: { addresses: string[] } }[])[0];
      return { rule: '0', addresses0: [...(rule?.sources.addresses ?? []), '203.0.113.9'].join(' ') };
    },
    level: 'normal',
  },
  {
    of: 'a rule for another port',
    how: () => ({ familyId: 'firewalls_list', thing: 'bastion', job: 'edit-rule' }),
    values: () => ({ rule: '0', ports0: '2222' }),
    level: 'disruptive',
    lines: [/^Connections that the new rule does not allow stop at /],
  },
  {
    of: 'a droplet that gets its first firewall',
    how: () => ({ familyId: 'firewalls_list', thing: 'public-web', job: 'add' }),
    values: async (world) => ({ droplets: [await droplet(world, 'mail-relay-01')] }),
    level: 'disruptive',
    lines: [/^mail-relay-01 had no firewall: /],
  },
  {
    of: 'a droplet that gets a second firewall',
    how: () => ({ familyId: 'firewalls_list', thing: 'bastion', job: 'add' }),
    values: async (world) => ({ droplets: [await droplet(world, 'web-02')] }),
    level: 'normal',
  },
  {
    of: 'a tag that a firewall goes by',
    how: () => ({ familyId: 'droplets_list', thing: 'metrics-01', job: 'tags' }),
    values: () => ({ tags: ['+prod'] }),
    level: 'disruptive',
    lines: [/^By prod go: /],
  },
  {
    of: 'a tag that nothing goes by',
    how: () => ({ familyId: 'droplets_list', thing: 'api-01', job: 'tags' }),
    values: () => ({ tags: ['+blue'] }),
    level: 'normal',
  },
  {
    of: 'a droplet of another size, with both prices',
    how: () => ({ familyId: 'droplets_list', thing: 'web-02', job: 'resize' }),
    values: () => ({ size: 's-4vcpu-8gb' }),
    level: 'disruptive',
    lines: ['$24.00 → $48.00 a month.'],
  },
  {
    of: 'a maintenance window, with the hours here',
    how: () => ({ familyId: 'databases_list_clusters', thing: 'db-main', job: 'window' }),
    values: () => ({ hour: '04' }),
    level: 'normal',
    differences: [expect.stringMatching(/^From: 03:00 UTC \(\d\d:00 here\) → 04:00 UTC \(\d\d:00 here\)$/)],
  },
  {
    of: 'a schedule of its own, with its words and the next times',
    how: () => ({ familyId: 'functions_list_namespaces', thing: 'webhooks', job: 'add-schedule' }),
    values: () => ({ name: 'early', function: 'reports/early', when: 'own', cron: '30 6 * * 1-5' }),
    level: 'normal',
    lines: ['At 06:30, Monday through Friday, in UTC.', /^It runs next on [^;]+, 06:30; [^;]+, 06:30; [^;]+, 06:30\.$/],
  },
];

describe('what a job would do with its values', () => {
  afterEach(endAll);

  it.each(rows.map((row) => [row.of, row] as const))('%s', async (_of, { how, values, level, lines = [], differences }) => {
    const world = await connected({ seed: 7 });
    const before = world.writes.length;
    const weight = await weighed(world, how(world), await values(world));
    expect(weight.level).toBe(level);
    expect(weight.lines).toEqual(lines.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))));
    if (differences !== undefined) expect(weight.differences).toEqual(differences);
    expect(world.writes).toHaveLength(before);
  });

  it('is what it does: more than was shown is not sent at once', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await openOn(world, pool(world));
    await world.buoy.calls.weighJob({ id, values: { count: 4 } });
    const before = world.writes.length;
    const fewer = { id, values: { count: 1 } };
    expect(await world.buoy.calls.runJob(fewer)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: expect.stringContaining('2 nodes drained and deleted') },
    });
    expect(world.writes).toHaveLength(before);
    expect(await world.buoy.calls.runJob(fewer)).toMatchObject({ ok: true });
  });

  it('costs what DigitalOcean says when it is asked, and sends nothing that lasts', async () => {
    const world = await connected({ seed: 7 });
    const { id, hasPrice } = await openOn(world, { familyId: 'apps_list', thing: 'storefront', job: 'scale' });
    expect(hasPrice).toBe(true);
    const before = world.writes.length;
    const weight = await world.buoy.calls.weighJob({ id, values: { component: 'web', 'count web': 2 }, isPriced: true });
    expect(weight).toMatchObject({ ok: true, value: { price: expect.stringMatching(/^\$[\d.]+ → \$[\d.]+ a month\.$/) } });
    expect(world.writes.slice(before).map(({ path }) => path)).toEqual(['/v2/apps/propose', '/v2/apps/propose']);
  });

  it('is refused at the field that the API names', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await openOn(world, { familyId: 'tags_list', job: 'new' });
    world.demo.faults.add({ operation: 'tags_create' }, { kind: 'status', status: 422 });
    const refused = await world.buoy.calls.runJob({ id, values: { tag: 'blue' } });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'unprocessable' } });
    const all = await world.buoy.calls.runJob({ id, values: { tag: '' } });
    expect(all).toMatchObject({ ok: false, failure: { message: 'Tag is missing.', field: 'tag' } });
  });

  it('names everything that is missing at once, and the first of it', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await openOn(world, { familyId: 'uptime_list_checks', job: 'new' });
    const refused = await world.buoy.calls.runJob({ id, values: {} });
    expect(refused).toMatchObject({ ok: false, failure: { message: 'Name and Address are missing.', field: 'name' } });
  });
});
