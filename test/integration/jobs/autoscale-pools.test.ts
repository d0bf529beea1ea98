import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'autoscalepools_list';
const path = '/v2/droplets/autoscale';
const at = (world: World) => `${path}/${idIn(world, path, 'edge-pool')}`;
const template = (world: World) => rowIn(world, path, 'edge-pool').droplet_template as Record<string, unknown>;
const config = { min_instances: 2, max_instances: 8, target_cpu_utilization: 0.6, cooldown_minutes: 10 };

describeJobs('autoscale pools', [
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
