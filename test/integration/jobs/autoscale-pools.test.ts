import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'autoscalepools_list';
const path = '/v2/droplets/autoscale';
const at = (world: World) => `${path}/${idIn(world, path, 'edge-pool')}`;
const template = (world: World) => rowIn(world, path, 'edge-pool').droplet_template as Record<string, unknown>;
const config = { min_instances: 2, max_instances: 8, target_cpu_utilization: 0.6, cooldown_minutes: 10 };

const firstKey = (world: World) => String(world.demo.rows('/v2/account/keys', 'Harbour Works')[0]?.fingerprint);
const made = (world: World) => ({
  region: 'fra1',
  size: 's-1vcpu-1gb',
  image: 'ubuntu-24-04-x64',
  ssh_keys: [firstKey(world)],
});
const wanted = (world: World) => ({
  name: 'quay',
  region: 'fra1',
  system: 'ubuntu-24-04-x64',
  size: 's-1vcpu-1gb',
  keys: [firstKey(world)],
});

describeJobs('autoscale pools', [
  {
    does: 'make one that goes by its load, in a network and with a tag',
    how: (world) => ({
      familyId,
      job: 'new',
      values: {
        ...wanted(world),
        min: 2,
        max: 4,
        cpu: 70,
        memory: 80,
        tags: 'quay',
        vpc: idIn(world, '/v2/vpcs', 'default-fra1'),
      },
    }),
    sends: (world) => [
      [
        `POST ${path}`,
        {
          name: 'quay',
          config: {
            min_instances: 2,
            max_instances: 4,
            target_cpu_utilization: 0.7,
            target_memory_utilization: 0.8,
            cooldown_minutes: 10,
          },
          droplet_template: {
            ...made(world),
            tags: ['quay'],
            vpc_uuid: idIn(world, '/v2/vpcs', 'default-fra1'),
            with_droplet_agent: true,
          },
        },
      ],
    ],
    says: 'quay is being made in Frankfurt 1, with 2 to 4 droplets.',
    makes: [path, 'quay'],
  },
  {
    does: 'make one that stays at one droplet',
    how: (world) => ({ familyId, job: 'new', values: { ...wanted(world), kind: 'fixed', count: 1 } }),
    sends: (world) => [
      [
        `POST ${path}`,
        {
          name: 'quay',
          config: { target_number_instances: 1 },
          droplet_template: { ...made(world), with_droplet_agent: true },
        },
      ],
    ],
    says: 'quay is being made in Frankfurt 1, with 1 droplet.',
    makes: [path, 'quay'],
  },
  {
    does: 'let edge-pool grow to 8',
    how: () => ({ familyId, thing: 'edge-pool', job: 'limits', values: { max: 8 } }),
    sends: (world) => [[`PUT ${at(world)}`, { name: 'edge-pool', config, droplet_template: template(world) }]],
    says: 'edge-pool has 2 to 8 droplets from now on.',
  },
  {
    does: 'hold edge-pool at 3',
    how: () => ({ familyId, thing: 'edge-pool', job: 'fixed-size', values: { size: 3 } }),
    sends: (world) => [
      [`PUT ${at(world)}`, { name: 'edge-pool', config: { target_number_instances: 3 }, droplet_template: template(world) }],
    ],
    says: 'edge-pool has 3 droplets from now on.',
  },
  {
    does: 'give its droplets another size',
    how: () => ({ familyId, thing: 'edge-pool', job: 'template', values: { size: 's-2vcpu-4gb' } }),
    sends: (world) => [
      [
        `PUT ${at(world)}`,
        {
          name: 'edge-pool',
          config: { ...config, max_instances: 6 },
          droplet_template: { ...template(world), size: 's-2vcpu-4gb' },
        },
      ],
    ],
    says: 'New droplets of edge-pool are made by its new template.',
  },
  {
    does: 'give its droplets another image and further tags',
    how: () => ({ familyId, thing: 'edge-pool', job: 'template', values: { image: 'debian-13-x64', tags: 'edge blue' } }),
    sends: (world) => [
      [
        `PUT ${at(world)}`,
        {
          name: 'edge-pool',
          config: { ...config, max_instances: 6 },
          droplet_template: { ...template(world), image: 'debian-13-x64', tags: ['edge', 'blue'] },
        },
      ],
    ],
    says: 'New droplets of edge-pool are made by its new template.',
  },
  {
    does: 'dissolve edge-pool',
    how: () => ({ familyId, thing: 'edge-pool', job: 'dissolve' }),
    sends: (world) => [[`DELETE ${at(world)}`, null]],
    says: 'edge-pool is being dissolved. Its droplets stay.',
  },
  {
    does: 'delete edge-pool with its droplets',
    how: () => ({ familyId, thing: 'edge-pool', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world)}/dangerous`, null]],
    says: 'edge-pool is being deleted with its droplets.',
  },
]);

describe('the limits of a pool', () => {
  afterEach(endAll);

  it.each([
    ['the least is above the most', { min: 9, max: 8 }, 'At least is more than at most.'],
    ['it would go by nothing', { cpu: null }, 'It has to go by CPU, by memory, or by both.'],
  ])('are refused before anything is sent when %s', async (_when, values, message) => {
    const { result, sent } = await doJob(await connected({ seed: 7 }), {
      familyId,
      thing: 'edge-pool',
      job: 'limits',
      values,
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments', message } });
    expect(sent).toEqual([]);
  });
});

describe('a pool of a fixed size', () => {
  afterEach(endAll);

  it('goes by limits again, with the agent that measures what it goes by', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { familyId, thing: 'edge-pool', job: 'fixed-size', values: { size: 3 } });
    const row = rowIn(world, '/v2/droplets/autoscale', 'edge-pool');
    Object.assign(row.droplet_template as object, { with_droplet_agent: false });
    const values = { min: 2, max: 4, cpu: 50 };
    const { form, sent } = await doJob(world, { familyId, thing: 'edge-pool', job: 'limits', values });
    expect(form.lines.slice(1, 3)).toEqual([
      'From then on it grows and shrinks by itself.',
      'New droplets get the agent that measures CPU and memory.',
    ]);
    expect(sent[0]?.body).toMatchObject({
      config: { min_instances: 2, max_instances: 4, target_cpu_utilization: 0.5 },
      droplet_template: { with_droplet_agent: true },
    });
    expect(sent[0]?.body).not.toHaveProperty('config.target_number_instances');
  });
});

describe('a new pool', () => {
  afterEach(endAll);

  it('costs what its droplets do, and begins with the fewest', async () => {
    const world = await connected({ seed: 7 });
    const { weight } = await doJob(world, { familyId, job: 'new', values: { ...wanted(world), min: 2, max: 4 } });
    expect(weight?.lines).toEqual(['From $12.00 to $24.00 a month.']);
    await world.pass(60_000);
    expect(rowIn(world, path, 'quay')).toMatchObject({ active_resources_count: 2 });
    rowIn(world, '/v2/droplets', 'quay-2');
  });

  it.each([
    ['limits that contradict each other', { min: 4, max: 2 }, 'At least is more than at most.'],
    ['nothing to go by', { cpu: null }, 'It has to go by CPU, by memory, or by both.'],
    ['changes too soon after each other', { cooldown: 4 }, /5 to 20/],
    ['a region that its network is not in', { region: 'nyc3' }, 'This VPC is not in New York 3.'],
  ])('is not sent with %s', async (_case, values, says) => {
    const world = await connected({ seed: 7 });
    const given = { ...wanted(world), vpc: idIn(world, '/v2/vpcs', 'default-fra1'), ...values };
    const { sent, result } = await doJob(world, { familyId, job: 'new', values: given });
    expect(sent).toEqual([]);
    expect(result.ok ? '' : result.failure.message).toMatch(says);
  });
});
