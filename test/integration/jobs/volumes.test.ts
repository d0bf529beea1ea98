import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'volumes_list';
const actions = (world: World, name: string) => `POST /v2/volumes/${idIn(world, '/v2/volumes', name)}/actions`;

describeJobs('volumes', [
  {
    does: 'attach old-uploads to api-01',
    async how(world) {
      const { id } = await world.droplet('api-01');
      return { familyId, thing: 'old-uploads', job: 'attach', values: { droplet: String(id) } };
    },
    async sends(world) {
      const { id } = await world.droplet('api-01');
      return [[actions(world, 'old-uploads'), { type: 'attach', droplet_id: id, region: 'fra1' }]];
    },
    says: 'old-uploads is being attached to api-01.',
  },
  {
    does: 'grow web-assets to 150 GiB',
    how: () => ({ familyId, thing: 'web-assets', job: 'grow', values: { size: 150 } }),
    sends: (world) => [[actions(world, 'web-assets'), { type: 'resize', size_gigabytes: 150, region: 'fra1' }]],
    says: 'web-assets grows from 100 to 150 GiB.',
  },
]);

describe('a job whose steps wait for each other', () => {
  afterEach(endAll);

  it('goes on by itself, and is told when it is over', async () => {
    const world = await connected({ seed: 7 });
    const id = idIn(world, '/v2/volumes', 'mail-spool');
    const { result, sent, form } = await doJob(world, { familyId, thing: 'mail-spool', job: 'delete' });
    expect(form).toMatchObject({ level: 'destructive', typeToConfirm: 'mail-spool' });
    expect(result).toMatchObject({ ok: true, value: { message: 'Deleting mail-spool' } });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST /v2/volumes/${id}/actions`]);
    await world.pass(60_000);
    expect(world.writes.at(-1)).toMatchObject({ method: 'DELETE', path: `/v2/volumes/${id}` });
    const [row] = (await world.view()).tables.actions.filter((action) => action.type === 'job');
    expect(row).toMatchObject({ status: 'completed', title: 'Deleted mail-spool' });
  });
});
