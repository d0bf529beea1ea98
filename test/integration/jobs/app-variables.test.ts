import { afterEach, describe, expect, it } from 'vitest';
import type { JobForm, JobValues } from '../../../preload/contract/job.ts';
import type { JobRow } from '../../../preload/contract/job-table-schema.ts';
import { rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Did, doJob, openOn } from '../../doubles/core/run-job.ts';

type Env = Record<string, unknown>;
const doing = { familyId: 'apps_list', thing: 'storefront', job: 'edit-variables' };
const fresh = (cells: JobRow['cells']): JobRow => ({
  id: `new ${String(cells.key)}`,
  cells: { value: '', scope: null, secret: false, ...cells },
});

const specOf = (world: World) =>
  rowIn(world, '/v2/apps', 'storefront').spec as Record<string, unknown> & { services: [Record<string, unknown>] };
const envsOf = (world: World) => specOf(world).services[0].envs as Env[];

/** The rows of a table as it was opened. */
function rowsOf(form: JobForm, name: string): JobRow[] {
  const field = form.fields.find((one) => one.name === name);
  if (field?.kind !== 'table') throw new Error(`No table ${name}`);
  return structuredClone(field.value);
}
const named = (rows: readonly JobRow[], key: string): JobRow => {
  const row = rows.find(({ cells }) => cells.key === key);
  if (!row) throw new Error(`No row ${key}`);
  return row;
};
/** The rows with cells of one of them changed. */
const withCells = (rows: readonly JobRow[], key: string, cells: JobRow['cells']): JobRow[] =>
  rows.map((row) => (row.cells.key === key ? { ...row, cells: { ...row.cells, ...cells } } : row));

async function edit(world: World, change: (rows: JobRow[]) => JobRow[], others: JobValues = {}): Promise<Did> {
  const rows = rowsOf(await openOn(world, doing), 'web');
  return doJob(world, { ...doing, values: { web: change(rows), ...others } });
}
const saved = ({ sent }: Did) => sent.at(-1)?.body as { spec: { services: [Record<string, unknown>] } };

describe('the variables of an app', () => {
  afterEach(endAll);

  it('stand in a table for each component and one for all, and no secret crosses to the page', async () => {
    const world = await connected({ seed: 7 });
    const form = await openOn(world, doing);
    expect(form.fields.map(({ kind, label }) => [kind, label])).toEqual([
      ['table', 'web'],
      ['table', 'api'],
      ['table', 'nightly-report'],
      ['table', 'all of storefront'],
    ]);
    expect(rowsOf(form, 'web').map(({ cells }) => cells)).toEqual([
      { key: 'LOG_LEVEL', value: 'info', scope: 'RUN_TIME', secret: false },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the API puts the address in its place.
      { key: 'PUBLIC_URL', value: '${APP_URL}', scope: 'RUN_AND_BUILD_TIME', secret: false },
      { key: 'SESSION_SECRET', value: null, scope: 'RUN_TIME', secret: true },
    ]);
    expect(JSON.stringify(form)).not.toContain('EV[');
  });

  it('are changed, added and taken away in one go; what was not touched is sent as it was read', async () => {
    const world = await connected({ seed: 7 });
    Object.assign(envsOf(world)[2] ?? {}, { brand_new: { kept: true } });
    const before = structuredClone(envsOf(world));
    const did = await edit(
      world,
      (rows) =>
        withCells(
          rows.filter(({ cells }) => cells.key !== 'PUBLIC_URL'),
          'LOG_LEVEL',
          { value: 'debug' },
        ),
      { api: [fresh({ key: 'API_KEY', value: 's3-hidden', secret: true })] },
    );
    expect(did.weight?.differences).toEqual([
      'web: LOG_LEVEL info → debug',
      'web: PUBLIC_URL goes',
      'api: API_KEY, a secret that is new',
    ]);
    expect(saved(did).spec.services[0].envs).toEqual([{ ...before[0], value: 'debug' }, before[2]]);
    expect(did.result).toMatchObject({
      ok: true,
      value: { message: expect.stringMatching(/^3 variables of storefront are changed, and a new deployment/) as string },
    });
  });

  it('keep keys of theirs and of the app that Buoy does not know, with a scope and a type that were not read', async () => {
    const world = await connected({ seed: 7 });
    Object.assign(specOf(world), { features: ['one'], envs: [{ key: 'A', value: '1', other: [2] }] });
    const web = specOf(world).services[0];
    const rows = rowsOf(await openOn(world, doing), '*');
    const did = await doJob(world, { ...doing, values: { '*': withCells(rows, 'A', { value: '2' }) } });
    const sent = saved(did).spec as unknown as Record<string, unknown> & { services: unknown[] };
    expect(sent).toMatchObject({ features: ['one'] });
    expect(sent.envs).toEqual([{ key: 'A', value: '2', other: [2] }]);
    expect(sent.services[0]).toEqual(web);
  });

  it('a secret gets another value, which nobody is told but DigitalOcean', async () => {
    const world = await connected({ seed: 7 });
    const did = await edit(world, (rows) => withCells(rows, 'SESSION_SECRET', { value: 'typed-anew-7' }));
    expect(did.weight?.differences).toEqual(['web: SESSION_SECRET gets another value']);
    expect(saved(did).spec.services[0].envs).toContainEqual({
      key: 'SESSION_SECRET',
      value: 'typed-anew-7',
      scope: 'RUN_TIME',
      type: 'SECRET',
    });
    const view = await world.view();
    expect(JSON.stringify([did.form, did.weight, did.result, view])).not.toContain('typed-anew-7');
    expect(world.ports.logged.join('\n')).not.toContain('typed-anew-7');
  });

  it.each<[string, (rows: JobRow[]) => JobRow[], string]>([
    ['a name that is there already', (rows) => [...rows, fresh({ key: 'LOG_LEVEL' })], 'web, row 4: name is there twice.'],
    [
      'a renamed one that meets another',
      (rows) => withCells(rows, 'LOG_LEVEL', { key: 'PUBLIC_URL' }),
      'web, row 1: name is there twice.',
    ],
    [
      'a bad name',
      (rows) => [...rows, fresh({ key: '2FAST' })],
      'web, row 4: name: letters, digits and _ only, and no digit first.',
    ],
    ['a value without a name', (rows) => [...rows, fresh({ key: '', value: 'x' })], 'web, row 4: name is missing.'],
    ['a secret without a value', (rows) => [...rows, fresh({ key: 'B', secret: true })], 'web, row 4: value is missing.'],
    [
      'a secret that becomes plain and was not typed anew',
      (rows) => withCells(rows, 'SESSION_SECRET', { secret: false }),
      'web, row 3: value was a secret that nobody can read.',
    ],
  ])('%s is refused at its table, and nothing is sent', async (_what, change, message) => {
    const world = await connected({ seed: 7 });
    const { result, sent } = await edit(world, change);
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments', field: 'web', message } });
  });

  it('a plain one that is a password by its name or its value is not told either', async () => {
    const world = await connected({ seed: 7 });
    const did = await edit(world, (rows) => [
      ...withCells(withCells(rows, 'LOG_LEVEL', { key: 'DB_PASSWORD', value: 'hunter-2' }), 'PUBLIC_URL', {
        value: 'postgres://shop:hunter-2@db.example.com/shop',
        scope: 'BUILD_TIME',
      }),
    ]);
    expect(did.weight?.differences).toEqual([
      'web: LOG_LEVEL → DB_PASSWORD gets another value',
      'web: PUBLIC_URL gets another value, build and run → build only',
    ]);
  });

  it('a plain one becomes a secret, and a secret a plain one whose value was typed', async () => {
    const world = await connected({ seed: 7 });
    const did = await edit(world, (rows) =>
      withCells(withCells(rows, 'SESSION_SECRET', { secret: false, value: 'open' }), 'LOG_LEVEL', { secret: true }),
    );
    expect(did.weight?.differences).toEqual([
      'web: LOG_LEVEL becomes a secret',
      'web: SESSION_SECRET gets another value, is no longer a secret',
    ]);
    const [level, , secret] = saved(did).spec.services[0].envs as Env[];
    expect(level).toMatchObject({ value: 'info', type: 'SECRET', scope: 'RUN_TIME' });
    expect(secret).toEqual({ key: 'SESSION_SECRET', value: 'open', scope: 'RUN_TIME', type: 'GENERAL' });
    // As on DigitalOcean, where it is encrypted once it is saved.
    expect(envsOf(world)[0]?.value).toMatch(/^EV\[/);
  });

  it('of somebody else are not overwritten: what they changed is read again first', async () => {
    const world = await connected({ seed: 7 });
    const form = await openOn(world, doing);
    const rows = withCells(rowsOf(form, 'web'), 'LOG_LEVEL', { value: 'debug' });
    Object.assign(envsOf(world)[2] ?? {}, { value: 'EV[1:another]' });
    const result = await world.buoy.calls.runJob({ id: form.id, values: { web: rows } });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'conflict', changes: [{ way: ['spec'] }] } });
    expect(JSON.stringify(result)).not.toContain('EV[');
    expect(world.writes.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('send nothing when nothing would change', async () => {
    const world = await connected({ seed: 7 });
    const { result, sent, weight } = await edit(world, (rows) => [...rows, fresh({ key: '' })]);
    expect(weight?.differences).toEqual([]);
    expect([sent, result.ok]).toEqual([[], false]);
  });

  it('are folded where they are many', async () => {
    const world = await connected({ seed: 7 });
    specOf(world).services[0].envs = Array.from({ length: 20 }, (_none, at) => ({ key: `K${at}`, value: `${at}` }));
    const { fields } = await openOn(world, doing);
    expect(fields.every((field) => field.kind === 'table' && field.isFolded)).toBe(true);
    expect(named(rowsOf({ fields } as JobForm, 'web'), 'K7').cells.value).toBe('7');
  });
});
