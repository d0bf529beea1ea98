import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll, type World } from '../doubles/core/core-on-demo.ts';
import { type Doing, doJob } from '../doubles/core/run-job.ts';

afterEach(endAll);

const idOf = async (world: World, name: string): Promise<number> => (await world.droplet(name)).id;
const rowIn = (world: World, path: string, name: string) => {
  const row = world.demo.rows(path, 'Harbour Works').find((one) => one.name === name);
  if (!row) throw new Error(`The demo has no ${name} at ${path}`);
  return row;
};
const volume = (world: World, name: string) => String(rowIn(world, '/v2/volumes', name).id);

/** What a person does, and what is sent for it besides reads, in order. */
const acceptance: [
  does: string,
  how: (world: World) => Promise<Doing>,
  sends: (world: World) => Promise<unknown[]>,
  says: string,
][] = [
  [
    'attach old-uploads to api-01',
    async (world) => ({
      familyId: 'volumes_list',
      thing: 'old-uploads',
      job: 'attach',
      values: { droplet: String(await idOf(world, 'api-01')) },
    }),
    async (world) => [
      [
        `POST /v2/volumes/${volume(world, 'old-uploads')}/actions`,
        { type: 'attach', droplet_id: await idOf(world, 'api-01'), region: 'fra1' },
      ],
    ],
    'old-uploads is being attached to api-01.',
  ],
  [
    'grow web-assets to 150 GiB',
    async () => ({ familyId: 'volumes_list', thing: 'web-assets', job: 'grow', values: { size: 150 } }),
    async (world) => [
      [`POST /v2/volumes/${volume(world, 'web-assets')}/actions`, { type: 'resize', size_gigabytes: 150, region: 'fra1' }],
    ],
    'web-assets grows from 100 to 150 GiB.',
  ],
];

describe('a job', () => {
  it.each(acceptance)('sends exactly what it is for: %s', async (_does, how, sends, says) => {
    const world = await connected({ seed: 7 });
    const expected = await sends(world);
    const { result, sent } = await doJob(world, await how(world));
    expect(sent.map(({ method, path, body }) => [`${method} ${path}`, body])).toEqual(expected);
    expect(result).toMatchObject({ ok: true, value: { message: says } });
  });

  it('whose steps wait for each other goes on by itself, and is told when it is over', async () => {
    const world = await connected({ seed: 7 });
    const id = volume(world, 'mail-spool');
    const { result, sent, form } = await doJob(world, { familyId: 'volumes_list', thing: 'mail-spool', job: 'delete' });
    expect(form).toMatchObject({ level: 'destructive', typeToConfirm: 'mail-spool' });
    expect(result).toMatchObject({ ok: true, value: { message: 'Deleting mail-spool' } });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST /v2/volumes/${id}/actions`]);
    await world.pass(60_000);
    expect(world.writes.at(-1)).toMatchObject({ method: 'DELETE', path: `/v2/volumes/${id}` });
    const [row] = (await world.view()).tables.actions.filter((action) => action.type === 'job');
    expect(row).toMatchObject({ status: 'completed', title: 'Deleted mail-spool' });
  });
});
