import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const path = '/v2/gen-ai/knowledge_bases';
const base = (world: World) => String(rowIn(world, path, 'handbook').uuid);
const doing = { familyId: 'genai_list_knowledge_bases', idAt: 'uuid', thing: 'handbook' };

const project = (world: World) => String(world.demo.rows('/v2/projects', 'Harbour Works').find((one) => one.is_default)?.id);
const embedding = (world: World) => String(rowIn(world, '/v2/gen-ai/models', 'GTE Large EN').uuid);

describeJobs('knowledge bases', [
  {
    does: 'make one that reads a website',
    how: () => ({ familyId: doing.familyId, job: 'new', values: { name: 'quay', url: 'https://docs.example.com' } }),
    sends: (world) => [
      [
        `POST ${path}`,
        {
          name: 'quay',
          embedding_model_uuid: embedding(world),
          region: 'tor1',
          project_id: project(world),
          datasources: [{ web_crawler_data_source: { base_url: 'https://docs.example.com', crawling_option: 'PATH' } }],
        },
      ],
    ],
    says: 'quay is being made in Toronto 1.',
    makes: [path, 'quay'],
  },
  {
    does: 'rename one, and change nothing else of it',
    how: () => ({ ...doing, job: 'rename', values: { name: 'manual' } }),
    sends(world) {
      const { database_id, project_id, tags } = rowIn(world, path, 'handbook');
      return [[`PUT ${path}/${base(world)}`, expect.objectContaining({ name: 'manual', database_id, project_id, tags })]];
    },
    says: 'handbook is now called manual.',
  },
  {
    does: 'make an empty one',
    how: () => ({ familyId: doing.familyId, job: 'new', values: { name: 'quay', kind: 'none', region: 'ams3' } }),
    sends: (world) => [
      [
        `POST ${path}`,
        {
          name: 'quay',
          embedding_model_uuid: embedding(world),
          region: 'ams3',
          project_id: project(world),
          datasources: [],
        },
      ],
    ],
    says: 'quay is being made in Amsterdam 3. Add a source to it next.',
  },
  {
    does: 'index it now',
    how: () => ({ ...doing, job: 'index' }),
    sends: (world) => [['POST /v2/gen-ai/indexing_jobs', { knowledge_base_uuid: base(world) }]],
    says: 'handbook is being indexed, which costs tokens.',
  },
  {
    does: 'add a website',
    how: () => ({ ...doing, job: 'add-source', values: { url: 'https://docs.example.com/guide' } }),
    sends: (world) => [
      [
        `POST ${path}/${base(world)}/data_sources`,
        {
          knowledge_base_uuid: base(world),
          web_crawler_data_source: { base_url: 'https://docs.example.com/guide', crawling_option: 'PATH' },
        },
      ],
    ],
    says: 'https://docs.example.com/guide is a source of handbook. Index it now to read it.',
  },
  {
    does: 'add a bucket',
    how: () => ({ ...doing, job: 'add-source', values: { kind: 'bucket', bucket: 'reports', bucketRegion: 'fra1' } }),
    sends: (world) => [
      [
        `POST ${path}/${base(world)}/data_sources`,
        { knowledge_base_uuid: base(world), spaces_data_source: { bucket_name: 'reports', region: 'fra1' } },
      ],
    ],
    says: 'Bucket reports is a source of handbook. Index it now to read it.',
  },
  {
    does: 'index it every Monday and Thursday',
    how: () => ({ ...doing, job: 'schedule', values: { days: ['1', '4'] } }),
    sends: (world) => [['POST /v2/gen-ai/scheduled-indexing', { knowledge_base_uuid: base(world), days: [1, 4], time: '04:00' }]],
    says: /^handbook is indexed on Monday and Thursday at 04:00 UTC\./,
  },
  {
    does: 'delete it',
    how: () => ({ ...doing, job: 'delete' }),
    sends: (world) => [[`DELETE ${path}/${base(world)}`, null]],
    says: 'handbook is being deleted. Its database stays.',
  },
]);

describe('indexing that runs', () => {
  afterEach(endAll);

  it('can be stopped, and is not started again meanwhile', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { ...doing, job: 'index' });
    await world.pass(4_000);
    await expect(doJob(world, { ...doing, job: 'index' })).rejects.toThrow('There is no job named index here.');
    const { result, sent } = await doJob(world, { ...doing, job: 'stop' });
    expect(sent).toMatchObject([{ method: 'PUT', path: expect.stringMatching(/^\/v2\/gen-ai\/indexing_jobs\/.+\/cancel$/) }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'Indexing of handbook is stopped.' } });
  });
});
