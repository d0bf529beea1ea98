import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, rowIn } from '../../doubles/core/acceptance.ts';
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
        value: 90,
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
