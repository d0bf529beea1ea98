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

describe('what a project holds', () => {
  afterEach(endAll);

  it('moves to another project from its row, and leaves the list of the one that it was in', async () => {
    const world = await connected({ seed: 7 });
    const [lab, shop] = [idIn(world, '/v2/projects', 'Lab'), idIn(world, '/v2/projects', 'Shop')];
    const volume = idIn(world, '/v2/volumes', 'old-uploads');
    const place = { familyId: 'projects_list_resources', parent: { project_id: shop } };
    const doing = { ...place, thing: `do:volume:${volume}`, idAt: 'urn', job: 'move-to-project', values: { project: lab } };
    const { form, result, sent } = await doJob(world, doing);
    const field = form.fields[0];
    expect(field?.kind === 'choice' && field.choices.map(({ label }) => label)).not.toContain('Shop');
    expect(sent).toEqual([
      { method: 'POST', path: `/v2/projects/${lab}/resources`, body: { resources: [`do:volume:${volume}`] } },
    ]);
    expect(result).toMatchObject({ ok: true, value: { message: `volume ${volume.slice(0, 8)}… is now in Lab.` } });
    await world.pass(1000);
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const held = await world.buoy.calls.readResources({ ...place, connectionId });
    expect(held.ok && held.value.items.length > 0).toBe(true);
    expect(JSON.stringify(held)).not.toContain(volume);
  });
});

describe('a question about what a project holds', () => {
  afterEach(endAll);

  it('calls it by the name that the page knows, which its row does not tell', async () => {
    const world = await connected({ seed: 7 });
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const urn = `do:volume:${idIn(world, '/v2/volumes', 'old-uploads')}`;
    const parent = { project_id: idIn(world, '/v2/projects', 'Shop') };
    const thing = { connectionId, familyId: 'projects_list_resources', parent, id: urn, row: { urn, name: 'old-uploads' } };
    const form = await world.buoy.calls.openJob({ name: 'move-to-project', thing });
    expect(form.ok && form.value.title).toContain('old-uploads');
  });
});

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
