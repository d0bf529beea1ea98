import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'projects_list';
const at = (world: World, name: string) => `/v2/projects/${idIn(world, '/v2/projects', name)}`;

describeJobs('projects', [
  {
    does: 'rename Lab',
    how: () => ({ familyId, thing: 'Lab', job: 'edit', values: { name: 'Workshop' } }),
    sends: (world) => [[`PATCH ${at(world, 'Lab')}`, { name: 'Workshop' }]],
    says: 'Workshop is saved.',
  },
  {
    does: 'make Platform the default',
    how: () => ({ familyId, thing: 'Platform', job: 'make-default' }),
    sends: (world) => [[`PATCH ${at(world, 'Platform')}`, { is_default: true }]],
    says: 'New things land in Platform from now on.',
  },
  {
    does: 'make a project',
    how: () => ({
      familyId,
      job: 'new',
      values: { name: 'Archive', purpose: 'Website or blog', environment: 'Staging' },
    }),
    sends: () => [['POST /v2/projects', { name: 'Archive', purpose: 'Website or blog', environment: 'Staging' }]],
    says: 'Project Archive was made.',
  },
  {
    does: 'delete the empty Lab',
    how: () => ({ familyId, thing: 'Lab', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'Lab')}`, null]],
    says: 'Lab is deleted.',
  },
]);

describe('deleting a project', () => {
  afterEach(endAll);

  it('is refused with its reason while the project holds anything', async () => {
    const world = await connected({ seed: 7 });
    const project = idIn(world, '/v2/projects', 'Lab');
    const move = { familyId: 'volumes_list', thing: 'old-uploads', job: 'move-to-project', values: { project } };
    expect(await doJob(world, move)).toMatchObject({ result: { ok: true } });
    await expect(doJob(world, { familyId, thing: 'Lab', job: 'delete' })).rejects.toThrow('Lab still holds 1 thing.');
  });
});
