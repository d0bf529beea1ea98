import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'monitoring_list_alertPolicy';
const idAt = 'uuid';
const path = '/v2/monitoring/alerts';
const hot = { familyId, idAt, thing: 'Workers hot' };

/** The policy as it is read, which is what it is written as, without its id. */
function workersHot(world: World): { at: string; body: Record<string, unknown> } {
  const { uuid, ...body } = rowIn(world, path, 'Workers hot');
  return { at: `${path}/${uuid}`, body };
}

const policy = (own: object) => ({
  compare: 'GreaterThan',
  window: '5m',
  tags: [],
  alerts: { email: ['ops@harbour.example.com'], slack: [] },
  enabled: true,
  ...own,
});

describeJobs('alert policies', [
  {
    does: 'raise the limit of Workers hot to 85 %',
    how: () => ({ ...hot, job: 'limit', values: { value: 85 } }),
    sends(world) {
      const { at, body } = workersHot(world);
      return [[`PUT ${at}`, { ...body, value: 85 }]];
    },
    says: 'Workers hot: the limit of CPU went from 80 to 85 %.',
  },
  {
    does: 'mute Workers hot',
    how: () => ({ ...hot, job: 'mute' }),
    sends(world) {
      const { at, body } = workersHot(world);
      return [[`PUT ${at}`, { ...body, enabled: false }]];
    },
    says: 'Workers hot is muted: nobody is told meanwhile.',
  },
  {
    does: 'add web-03 to Workers hot',
    how: async (world) => ({
      ...hot,
      job: 'add-droplets',
      values: { droplets: [String((await world.droplet('web-03')).id)] },
    }),
    async sends(world) {
      const { at, body } = workersHot(world);
      const { id } = await world.droplet('web-03');
      return [[`PUT ${at}`, { ...body, entities: [...(body.entities as string[]), String(id)] }]];
    },
    says: 'Workers hot is now about web-03 too.',
  },
  {
    does: 'make a policy',
    how: async (world) => ({
      familyId,
      job: 'new',
      values: {
        type: 'v1/insights/droplet/disk_utilization_percent',
        'limit %': 90,
        window: '10m',
        droplets: [String((await world.droplet('web-03')).id)],
        name: 'Disk of web-03',
      },
    }),
    sends: async (world) => [
      [
        `POST ${path}`,
        {
          type: 'v1/insights/droplet/disk_utilization_percent',
          description: 'Disk of web-03',
          compare: 'GreaterThan',
          value: 90,
          window: '10m',
          entities: [String((await world.droplet('web-03')).id)],
          tags: [],
          alerts: { email: ['ops@harbour.example.com'], slack: [] },
          enabled: true,
        },
      ],
    ],
    says: 'Disk of web-03 watches 1 droplet and tells ops@harbour.example.com.',
  },
  {
    does: 'make a policy of a load balancer, called by what it watches',
    how: (world) => ({
      familyId,
      job: 'new',
      values: {
        type: 'v1/insights/lbaas/high_http_request_response_time_95p',
        'limit s': 2,
        balancers: [idIn(world, '/v2/load_balancers', 'shop-front')],
      },
    }),
    sends: (world) => [
      [
        `POST ${path}`,
        policy({
          type: 'v1/insights/lbaas/high_http_request_response_time_95p',
          description: 'HTTP response time, 95 of 100 above 2 s',
          value: 2,
          entities: [idIn(world, '/v2/load_balancers', 'shop-front')],
        }),
      ],
    ],
    says: 'HTTP response time, 95 of 100 above 2 s watches 1 load balancer and tells ops@harbour.example.com.',
  },
  ...(
    [
      ['droplets_list', 'web-03', '/v2/droplets', 'v1/insights/droplet/cpu', 'CPU', 'droplet'],
      [
        'loadBalancers_list',
        'shop-front',
        '/v2/load_balancers',
        'v1/insights/lbaas/avg_cpu_utilization_percent',
        'CPU',
        'load balancer',
      ],
      [
        'databases_list_clusters',
        'db-main',
        '/v2/databases',
        'v1/dbaas/alerts/disk_utilization_alerts',
        'Disk',
        'database cluster',
      ],
    ] as const
  ).map(([of, thing, rows, type, metric, one]) => ({
    does: `watch ${thing}`,
    how: () => ({ familyId: of, thing, job: 'watch', values: { type, 'limit %': 70, compare: 'GreaterThan' } }),
    sends: (world: World): [string, unknown][] => [
      [
        `POST ${path}`,
        policy({ type, description: `${thing}: ${metric} above 70 %`, value: 70, entities: [String(idIn(world, rows, thing))] }),
      ],
    ],
    says: `${thing}: ${metric} above 70 % watches 1 ${one} and tells ops@harbour.example.com.`,
  })),
  {
    does: 'delete Workers hot',
    how: () => ({ ...hot, job: 'delete' }),
    sends: (world) => [[`DELETE ${workersHot(world).at}`, null]],
    says: 'Workers hot is deleted: nobody is told any more.',
  },
]);

describe('a muted policy', () => {
  afterEach(endAll);

  it('tells again once it is unmuted', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { ...hot, job: 'mute' });
    const { result, sent } = await doJob(world, { ...hot, job: 'unmute' });
    expect(sent).toMatchObject([{ method: 'PUT', path: workersHot(world).at, body: { enabled: true } }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'Workers hot tells again.' } });
  });
});
