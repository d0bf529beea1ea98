import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'tags_list';
const idAt = 'name';
const idOf = async (world: World, name: string) => String((await world.droplet(name)).id);
const droplets = (...ids: string[]) => ({ resources: ids.map((id) => ({ resource_id: id, resource_type: 'droplet' })) });

describeJobs('tags', [
  {
    does: 'put ops on web-01',
    how: async (world) => ({
      familyId,
      idAt,
      thing: 'ops',
      job: 'put-on',
      values: { droplets: [await idOf(world, 'web-01')] },
    }),
    sends: async (world) => [['POST /v2/tags/ops/resources', droplets(await idOf(world, 'web-01'))]],
    says: 'web-01: now tagged ops.',
  },
  {
    does: 'take ops off metrics-01',
    how: async (world) => ({
      familyId,
      idAt,
      thing: 'ops',
      job: 'take-off',
      values: { droplets: [await idOf(world, 'metrics-01')] },
    }),
    sends: async (world) => [['DELETE /v2/tags/ops/resources', droplets(await idOf(world, 'metrics-01'))]],
    says: 'metrics-01: no longer tagged ops.',
  },
  {
    does: 'make a tag',
    how: () => ({ familyId, job: 'new', values: { tag: 'blue' } }),
    sends: () => [['POST /v2/tags', { name: 'blue' }]],
    says: 'Tag blue was made.',
  },
  {
    does: 'delete the tag ci',
    how: () => ({ familyId, idAt, thing: 'ci', job: 'delete' }),
    sends: () => [['DELETE /v2/tags/ci', null]],
    says: 'Tag ci is deleted. What had it stays.',
  },
  {
    does: 'destroy the droplets with the tag jobs',
    how: () => ({ familyId, idAt, thing: 'jobs', job: 'destroy-droplets' }),
    sends: () => [['DELETE /v2/droplets?tag_name=jobs', null]],
    says: 'Destroying 2 droplets with the tag jobs.',
  },
]);

describe('putting a tag on droplets', () => {
  afterEach(endAll);

  it('asks first and names what goes by the tag', async () => {
    const world = await connected({ seed: 7 });
    const values = { droplets: [await idOf(world, 'bastion-01')] };
    const { form } = await doJob(world, { familyId, idAt, thing: 'prod', job: 'put-on', values });
    expect(form.level).toBe('disruptive');
    expect(form.lines[0]).toMatch(/^By prod go: .*alert policy Memory nearly full/);
  });
});
