import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'uptime_list_checks';
const path = '/v2/uptime/checks';
const at = (world: World, name: string) => `${path}/${idIn(world, path, name)}`;
const docs = {
  name: 'docs.example.com',
  type: 'https',
  target: 'https://docs.example.com',
  regions: ['eu_west'],
  enabled: true,
};

describeJobs('uptime checks', [
  {
    does: 'pause the check of docs.example.com',
    how: () => ({ familyId, thing: 'docs.example.com', job: 'pause' }),
    sends: (world) => [[`PUT ${at(world, 'docs.example.com')}`, { ...docs, enabled: false }]],
    says: 'The check of docs.example.com is paused: nobody is told meanwhile.',
  },
  {
    does: 'ask docs.example.com from another region too',
    how: () => ({ familyId, thing: 'docs.example.com', job: 'edit', values: { regions: ['eu_west', 'us_east'] } }),
    sends: (world) => [[`PUT ${at(world, 'docs.example.com')}`, { ...docs, regions: ['eu_west', 'us_east'] }]],
    says: 'The check of docs.example.com is saved: it asks https://docs.example.com from 2 regions.',
  },
  {
    does: 'be told when docs.example.com is slow',
    how: () => ({
      familyId,
      thing: 'docs.example.com',
      job: 'tell-me',
      values: { type: 'latency', slow: 800, period: '5m', name: 'Docs slow' },
    }),
    sends: (world) => [
      [
        `POST ${at(world, 'docs.example.com')}/alerts`,
        {
          name: 'Docs slow',
          type: 'latency',
          threshold: 800,
          comparison: 'greater_than',
          notifications: { email: ['ops@harbour.example.com'], slack: [] },
          period: '5m',
        },
      ],
    ],
    says: 'ops@harbour.example.com is told when this holds for docs.example.com: it is slow.',
  },
  {
    does: 'make a check',
    how: () => ({
      familyId,
      job: 'new',
      values: { name: 'blog', target: 'https://blog.example.com', regions: ['eu_west'] },
    }),
    sends: () => [
      [`POST ${path}`, { name: 'blog', type: 'https', target: 'https://blog.example.com', regions: ['eu_west'], enabled: true }],
    ],
    says: 'https://blog.example.com is watched from 1 region. Nobody is told yet: add an alert to it.',
  },
  {
    does: 'delete the check of the mail relay',
    how: () => ({ familyId, thing: 'mail relay', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'mail relay')}`, null]],
    says: 'The check of mail relay is deleted: nobody is told any more.',
  },
  {
    does: 'be told of an ending certificate earlier',
    how: (world) => ({
      familyId: 'uptime_list_alerts',
      thing: 'Certificate ends soon',
      job: 'edit',
      parent: { check_id: idIn(world, path, 'docs.example.com') },
      values: { days: 30 },
    }),
    sends(world) {
      const alerts = `${at(world, 'docs.example.com')}/alerts`;
      return [
        [
          `PUT ${alerts}/${idIn(world, alerts, 'Certificate ends soon')}`,
          {
            name: 'Certificate ends soon',
            type: 'ssl_expiry',
            threshold: 30,
            comparison: 'less_than',
            period: '1h',
            notifications: { email: ['ops@harbour.example.com'], slack: [] },
          },
        ],
      ];
    },
    says: 'Alert Certificate ends soon is saved.',
  },
  {
    does: 'delete an alert of a check',
    how: (world) => ({
      familyId: 'uptime_list_alerts',
      thing: 'Down everywhere',
      job: 'delete',
      parent: { check_id: idIn(world, path, 'docs.example.com') },
    }),
    sends(world) {
      const alerts = `${at(world, 'docs.example.com')}/alerts`;
      return [[`DELETE ${alerts}/${idIn(world, alerts, 'Down everywhere')}`, null]];
    },
    says: 'Alert Down everywhere is deleted.',
  },
]);

describe('a paused check', () => {
  afterEach(endAll);

  it('is resumed, and not paused once more', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { familyId, thing: 'docs.example.com', job: 'pause' });
    await expect(doJob(world, { familyId, thing: 'docs.example.com', job: 'pause' })).rejects.toThrow('There is no job');
    const { result, sent } = await doJob(world, { familyId, thing: 'docs.example.com', job: 'resume' });
    expect(sent).toEqual([{ method: 'PUT', path: at(world, 'docs.example.com'), body: docs }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'The check of docs.example.com runs again.' } });
  });
});
