import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

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
    does: 'put ops on a volume and a database',
    how: (world) => ({
      familyId,
      idAt,
      thing: 'ops',
      job: 'put-on-others',
      values: { volume: [idIn(world, '/v2/volumes', 'old-uploads')], database: [idIn(world, '/v2/databases', 'db-main')] },
    }),
    sends: (world) => [
      [
        'POST /v2/tags/ops/resources',
        {
          resources: [
            { resource_id: idIn(world, '/v2/volumes', 'old-uploads'), resource_type: 'volume' },
            { resource_id: idIn(world, '/v2/databases', 'db-main'), resource_type: 'database' },
          ],
        },
      ],
    ],
    says: '2 things tagged ops.',
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

describe('destroying what has a tag', () => {
  afterEach(endAll);

  it('wants the tag and how many go', async () => {
    const world = await connected({ seed: 7 });
    const form = await openOn(world, { familyId, idAt, thing: 'jobs', job: 'destroy-droplets' });
    expect(form.typeToConfirm).toBe('jobs 2');
    const before = world.writes.length;
    const refused = await world.buoy.calls.runJob({ id: form.id, values: {}, typed: 'jobs' });
    expect(refused.ok).toBe(false);
    expect(world.writes).toHaveLength(before);
  });
});

describe('putting a tag on droplets', () => {
  afterEach(endAll);

  it('asks first and names what goes by the tag', async () => {
    const world = await connected({ seed: 7 });
    const values = { droplets: [await idOf(world, 'bastion-01')] };
    const { form } = await doJob(world, { familyId, idAt, thing: 'prod', job: 'put-on', values });
    expect(form.level).toBe('disruptive');
    expect(form.lines[0]).toMatch(/^By prod go: .*alert policy Memory nearly full/);
    expect(form.lines[1]).toMatch(/^db-main, .* let tag prod in\.$/);
  });
});

describe('taking a tag away', () => {
  afterEach(endAll);

  /** Leaves the rule for what is tagged prod on that cluster alone. */
  async function onlyIn(world: World, name: string) {
    for (const { id, name: other } of world.demo.rows('/v2/databases', 'Harbour Works')) {
      const rule = world.demo.rows(`/v2/databases/${id}/firewall`, 'Harbour Works')[0]?.uuid;
      const doing = { familyId: 'databases_list_clusters', thing: String(other), job: 'take-away' };
      if (other !== name) await doJob(world, { ...doing, values: { rule: String(rule) } });
    }
  }

  it('names the database that lets it in, off droplets, deleted, and from a droplet', async () => {
    const world = await connected({ seed: 7 });
    await onlyIn(world, 'db-main');
    const says = 'db-main lets tag prod in.';
    const off = await openOn(world, { familyId, idAt, thing: 'prod', job: 'take-off' });
    expect(off.lines).toContain(says);
    const gone = await openOn(world, { familyId, idAt, thing: 'prod', job: 'delete' });
    expect(gone.lines).toContain(says);
    const on = [...(await world.view()).tables.droplets].find(({ tags }) => tags.includes('prod'));
    const { id } = await openOn(world, { familyId: 'droplets_list', thing: on?.name ?? '', job: 'tags' });
    const weighed = await world.buoy.calls.weighJob({ id, values: { tags: ['-prod'] } });
    expect(weighed).toMatchObject({ ok: true, value: { level: 'disruptive', lines: [expect.stringContaining(says)] } });
  });

  it('reads what goes by several tags once for all of them', async () => {
    const world = await connected({ seed: 7 });
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const rows = world.demo.rows('/v2/tags', 'Harbour Works').slice(0, 3);
    const things = rows.map((row) => ({ connectionId, familyId, id: String(row.name), parent: {}, row }));
    const reads = () => world.sent.filter(({ path }) => /firewall$/.test(path)).length;
    const before = reads();
    const opened = await world.buoy.calls.openManyJob({ name: 'delete', things });
    expect(opened.ok).toBe(true);
    expect(reads() - before).toBe(world.demo.rows('/v2/databases', 'Harbour Works').length);
  });
});

describe('a tag on other things than droplets', () => {
  afterEach(endAll);

  it('is taken off those that have it, and put back when asked', async () => {
    const world = await connected({ seed: 7 });
    const volume = idIn(world, '/v2/volumes', 'old-uploads');
    const body = { resources: [{ resource_id: volume, resource_type: 'volume' }] };
    const on = { familyId, idAt, thing: 'ops', values: { volume: [volume] } };
    await doJob(world, { ...on, job: 'put-on-others' });
    const { form, result, sent } = await doJob(world, { ...on, job: 'take-off-others' });
    const offered = form.fields.flatMap((field) => ('choices' in field ? field.choices.map(({ label }) => label) : []));
    expect(offered).toContain('old-uploads');
    expect(sent).toEqual([expect.objectContaining({ method: 'DELETE', path: '/v2/tags/ops/resources', body })]);
    const id = result.ok ? (result.value.again?.id ?? '') : '';
    expect(await world.buoy.calls.runJob({ id, values: {} })).toMatchObject({
      ok: true,
      value: { message: '1 thing tagged ops.' },
    });
    expect(world.writes.at(-1)).toMatchObject({ method: 'POST', path: '/v2/tags/ops/resources', body });
  });

  it('is put on nothing where nothing was chosen', async () => {
    const world = await connected({ seed: 7 });
    const { result, sent } = await doJob(world, { familyId, idAt, thing: 'ops', job: 'put-on-others' });
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ ok: false, failure: { message: 'Choose at least one thing.' } });
  });
});
