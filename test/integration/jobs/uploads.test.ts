import { afterEach, describe, expect, it } from 'vitest';
import type { JobFile } from '../../../preload/contract/job-files.ts';
import { rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, token, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const bases = '/v2/gen-ai/knowledge_bases';
const addresses = `${bases}/data_sources/file_upload_presigned_urls`;
const addressesId = 'genai_create_data_source_file_upload_presigned_urls';
const adding = { familyId: 'genai_list_knowledge_bases', idAt: 'uuid', thing: 'handbook', job: 'add-source' };

const aFile = (name: string, text: string): JobFile => ({
  name,
  bytes: Buffer.from(text).length,
  base64: Buffer.from(text).toString('base64'),
});
const tides = aFile('tides.md', '# Tides\n');
const pricing = aFile('Preise für 2026.txt', 'Kai: 12 €\n');
const ours = (world: World) => String(rowIn(world, bases, 'handbook').uuid);
const sources = (world: World) => world.demo.rows(`${bases}/${ours(world)}/data_sources`, 'Harbour Works');
/** `METHOD path` of what was sent; of an upload only that it is one. */
const lines = (sent: World['writes']) => sent.map(({ method, path }) => `${method} ${path.replace(/^\/files\/.*/, 'a file')}`);

describe('files of a knowledge base', () => {
  afterEach(endAll);

  it('are sent to an address each, and are sources of it then', async () => {
    const world = await connected({ seed: 7 });
    const { result, sent, weight } = await doJob(world, { ...adding, values: { kind: 'files', files: [tides, pricing] } });
    expect(result).toMatchObject({
      ok: true,
      value: { message: 'tides.md and Preise für 2026.txt are sources of handbook. Index it now to read them.' },
    });
    expect(weight?.steps).toEqual(['Upload tides.md', 'Upload Preise für 2026.txt', 'Add tides.md', 'Add Preise für 2026.txt']);
    const add = `POST ${bases}/${ours(world)}/data_sources`;
    expect(lines(sent)).toEqual([`POST ${addresses}`, 'PUT a file', `POST ${addresses}`, 'PUT a file', add, add]);
    const [asked, first, , second, added] = sent.map(({ body }) => body);
    expect(asked).toEqual({ files: [{ file_name: 'tides.md', file_size: '8' }] });
    expect([first, second]).toEqual(['# Tides\n', 'Kai: 12 €\n']);
    expect(added).toEqual({
      knowledge_base_uuid: ours(world),
      file_upload_data_source: {
        original_file_name: 'tides.md',
        size_in_bytes: '8',
        stored_object_key: expect.stringMatching(/^files\/.+\/tides\.md$/),
      },
    });
    expect(JSON.stringify(sources(world))).toContain('Preise für 2026.txt');
  });

  it('are what a new one begins with', async () => {
    const world = await connected({ seed: 7 });
    const values = { name: 'quay', kind: 'files', files: [tides] };
    const { result, sent } = await doJob(world, { familyId: adding.familyId, job: 'new', values });
    expect(result).toMatchObject({ ok: true });
    expect(lines(sent)).toEqual([`POST ${addresses}`, 'PUT a file', `POST ${bases}`]);
    expect(sent.at(-1)?.body).toMatchObject({ datasources: [{ file_upload_data_source: { original_file_name: 'tides.md' } }] });
  });

  it('go to their address without the token, and stay out of the log and of what the page gets', async () => {
    const world = await connected({ seed: 7 });
    // The demo account refuses a file that comes with a token, as the real host does.
    const { form, result } = await doJob(world, { ...adding, values: { kind: 'files', files: [tides] } });
    expect(result.ok).toBe(true);
    const told = JSON.stringify([form, result, world.ports.logged, await world.view()]);
    for (const secret of [tides.base64, '# Tides', '/files/', token(world.demo)]) expect(told).not.toContain(secret);
  });

  it('are not sent to somebody else, who is named', async () => {
    const world = await connected({ seed: 7 });
    const uploads = [{ presigned_url: 'https://files.example.net/a?key=s3cret', object_key: 'a' }];
    world.demo.faults.add({ operation: addressesId }, { kind: 'other-json', json: { uploads } });
    const { result, sent } = await doJob(world, { ...adding, values: { kind: 'files', files: [tides] } });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(result.ok ? '' : result.failure.message).toMatch(
      /^Upload tides\.md failed: .*files\.example\.net.* It was not sent\.$/,
    );
    expect(JSON.stringify(result)).not.toContain('s3cret');
    expect(lines(sent)).toEqual([`POST ${addresses}`]);
  });

  it('go on with a new address where the one of the second is not taken', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await openOn(world, adding);
    const before = world.writes.length;
    world.demo.faults.add({ path: '/tides.md' }, { kind: 'status', status: 403 });
    const values = { kind: 'files', files: [pricing, tides] };
    const ran = await world.buoy.calls.runJob({ id, values });
    if (ran.ok) throw new Error('It was taken');
    expect(ran.failure.message).toMatch(
      /^Upload Preise für 2026\.txt: done\. Upload tides\.md failed: .+ does not take the file: it answered with 403\.$/,
    );
    expect(ran.failure.nextStep).toContain('new address');
    const [way] = ran.failure.goOn ?? [];
    expect(way?.label).toBe('Upload tides.md, then 2 more steps');
    expect(sources(world).some((row) => JSON.stringify(row).includes('tides.md'))).toBe(false);
    expect(await world.buoy.calls.runJob({ id: way?.id ?? '', values: {} })).toMatchObject({ ok: true });
    const add = `POST ${bases}/${ours(world)}/data_sources`;
    const twice = [`POST ${addresses}`, 'PUT a file', `POST ${addresses}`, 'PUT a file'];
    expect(lines(world.writes.slice(before))).toEqual([...twice, ...twice.slice(2), add, add]);
  });

  it.each([
    ['no file is chosen', [], 'Files is missing.'],
    ['one is empty', [aFile('empty.md', '')], 'empty.md is empty.'],
    ['they are too large', [{ ...tides, bytes: 30_000_001 }], 'The files have more than 30 MB together.'],
    ['one did not arrive whole', [{ ...tides, bytes: 9 }], 'did not arrive whole'],
  ])('are not sent where %s', async (_what, files, says) => {
    const world = await connected({ seed: 7 });
    const { result, sent } = await doJob(world, { ...adding, values: { kind: 'files', files } });
    expect(result.ok ? '' : result.failure.message).toContain(says);
    expect(lines(sent)).not.toContain('PUT a file');
  });
});

describe('the file of a dataset', () => {
  afterEach(endAll);

  it.each([
    ['EVALUATION_DATASET_TYPE_MODEL', '/v2/gen-ai/model_evaluation/datasets/file_upload_presigned_urls'],
    ['EVALUATION_DATASET_TYPE_NON_ADK', '/v2/gen-ai/evaluation_datasets/file_upload_presigned_urls'],
  ])('is sent before it is made: %s', async (kind, asked) => {
    const world = await connected({ seed: 7 });
    const file = aFile('sizes.csv', 'query,expected\nWhich?,That\n');
    const values = { name: 'sizes', kind, files: [file] };
    const { result, sent } = await doJob(world, { familyId: 'genai_list_evaluation_datasets', job: 'new', values });
    expect(result).toMatchObject({ ok: true, value: { message: 'Dataset sizes was made.' } });
    expect(lines(sent)).toEqual([`POST ${asked}`, 'PUT a file', 'POST /v2/gen-ai/evaluation_datasets']);
    expect(sent.at(-1)?.body).toMatchObject({
      name: 'sizes',
      dataset_type: kind,
      file_upload_dataset: { original_file_name: 'sizes.csv', size_in_bytes: String(file.bytes) },
    });
    expect(rowIn(world, '/v2/gen-ai/evaluation_datasets', 'sizes')).toMatchObject({ row_count: 1 });
  });
});
