import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const familyId = 'databases_list_clusters';
const copy = { familyId, job: 'copy-metrics' };
const change = { familyId, job: 'change-metrics' };
const place = '/v2/databases/metrics/credentials';

async function copied(world: World): Promise<string> {
  const { result, sent } = await doJob(world, copy);
  if (!result.ok) throw new Error(result.failure.message);
  expect(sent).toEqual([]);
  return result.value.copy?.text ?? '';
}

/** Everything that is kept, written or shown somewhere else than in the clipboard. */
async function elsewhere(world: World): Promise<string> {
  const { tables } = await world.view();
  return [...world.ports.files.values(), ...world.ports.logged, ...world.ports.shown, JSON.stringify(tables)]
    .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
    .join('\n');
}

describe('the metrics credentials of all database clusters', () => {
  afterEach(endAll);

  it('are copied at once, and told nowhere else', async () => {
    const world = await connected({ seed: 7 });
    const form = await openOn(world, copy);
    const text = await copied(world);
    expect(text).toMatch(/^metrics:demo-[\da-f]{16,}$/);
    const password = text.split(':')[1] as string;
    expect(form).toMatchObject({ title: 'Copy metrics credentials', level: 'safe', fields: [] });
    expect(JSON.stringify(form)).not.toContain(password);
    expect(await elsewhere(world)).not.toContain(password);
  });

  it('begin with the user that is there, and get a password that Buoy makes and shows once', async () => {
    const world = await connected({ seed: 7 });
    const { form, result, sent } = await doJob(world, change);
    if (!result.ok) throw new Error(result.failure.message);
    expect(form.level).toBe('disruptive');
    expect(form.lines[0]).toMatch(/refused/);
    expect(form.fields).toMatchObject([{ value: 'metrics' }, { value: '', isSecret: true }]);
    const made = result.value.secret?.value ?? '';
    expect(made).toMatch(/^[\w-]{32}$/);
    expect(sent).toMatchObject([
      { method: 'PUT', path: place, body: { credentials: { basic_auth_username: 'metrics', basic_auth_password: made } } },
    ]);
    expect(result.value.message).not.toContain(made);
    expect(await copied(world)).toBe(`metrics:${made}`);
    expect(await elsewhere(world)).not.toContain(made);
  });

  it('take another user and a password that was typed, which is not shown again', async () => {
    const world = await connected({ seed: 7 });
    const { result, weight } = await doJob(world, { ...change, values: { user: 'scraper', password: 's3cret-words' } });
    expect(result).toMatchObject({ ok: true, value: { secret: null } });
    expect(JSON.stringify([result, weight])).not.toContain('s3cret-words');
    expect(await copied(world)).toBe('scraper:s3cret-words');
    expect(await elsewhere(world)).not.toContain('s3cret-words');
  });

  it('are not overwritten where somebody else changed them meanwhile, and neither password is told', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await openOn(world, change);
    await doJob(world, { ...change, values: { password: 'theirs-0001' } });
    const before = world.writes.length;
    const ended = await world.buoy.calls.runJob({ id, values: { user: 'metrics', password: 'ours-0002' } });
    expect(ended).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    expect(JSON.stringify(ended)).not.toMatch(/theirs-0001|ours-0002|demo-/);
    expect(world.writes).toHaveLength(before);
  });

  it('stand with the list of clusters, and on no cluster', async () => {
    const world = await connected({ seed: 7 });
    const { connections } = (await world.view()).tables;
    const thing = { connectionId: connections[0]?.id ?? '', familyId, parent: {}, row: {} };
    const offered = async (id: string) => {
      const offers = await world.buoy.calls.offerJobs({ thing: { ...thing, id } });
      return offers.ok ? offers.value.flatMap(({ name, isOfList }) => (isOfList ? [name] : [])) : [];
    };
    expect(await offered('')).toEqual(['copy-metrics', 'change-metrics']);
    expect(await offered('some-cluster')).toEqual([]);
  });
});
