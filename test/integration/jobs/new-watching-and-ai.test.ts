import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { begunAtMs, connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const today = new Date(begunAtMs).toISOString().slice(0, 10);
const at = (world: World, path: string, place = 0) => world.demo.rows(path, 'Harbour Works')[place] ?? {};
const textAt = (world: World, path: string, field: string) => String(at(world, path)[field]);
const destinations = '/v2/monitoring/sinks/destinations';
const datasets = '/v2/gen-ai/evaluation_datasets';
const cases = '/v2/gen-ai/evaluation_test_cases';
const runs = '/v2/gen-ai/model_evaluation_runs';
const bases = '/v2/gen-ai/knowledge_bases';
const agents = '/v2/gen-ai/agents';
const workspaces = '/v2/gen-ai/workspaces';
const cluster = (world: World) => `do:kubernetes:${idIn(world, '/v2/kubernetes/clusters', 'harbour')}`;

/** What a job offers first in that field. */
async function offered(world: World, familyId: string, field: string): Promise<string> {
  const form = await openOn(world, { familyId, job: 'new' });
  const found = form.fields.find(({ name }) => name === field);
  return found && 'choices' in found ? (found.choices[0]?.value ?? '') : '';
}

describeJobs('watching and the AI platform: new things', [
  {
    does: 'send the logs of a cluster to a destination, from the list of sinks',
    how: (world) => ({
      familyId: 'monitoring_list_sinks',
      job: 'new',
      values: { from: [cluster(world)], to: textAt(world, destinations, 'id') },
    }),
    sends: (world) => [
      [
        'POST /v2/monitoring/sinks',
        { destination_uuid: textAt(world, destinations, 'id'), resources: [{ urn: cluster(world), name: 'harbour' }] },
      ],
    ],
    says: /^The logs of harbour go to \S+\.$/,
  },
  {
    does: 'make a destination on another server',
    how: () => ({
      familyId: 'monitoring_list_destinations',
      job: 'new',
      values: {
        name: 'search',
        kind: 'opensearch_ext',
        endpoint: 'https://logs.example.com:9200',
        user: 'ship',
        password: 'pw',
        days: 7,
      },
    }),
    sends: () => [
      [
        `POST ${destinations}`,
        {
          name: 'search',
          type: 'opensearch_ext',
          config: {
            endpoint: 'https://logs.example.com:9200',
            credentials: { username: 'ship', password: 'pw' },
            index_name: 'logs',
            retention_days: 7,
          },
        },
      ],
    ],
    says: 'Destination search was made. Send the logs of a cluster there next.',
  },
  {
    does: 'index a knowledge base from the list of indexing jobs',
    how: (world) => ({ familyId: 'genai_list_indexing_jobs', job: 'new', values: { base: textAt(world, bases, 'uuid') } }),
    sends: (world) => [['POST /v2/gen-ai/indexing_jobs', { knowledge_base_uuid: textAt(world, bases, 'uuid') }]],
    says: /^.+ is being indexed, which costs tokens\.$/,
  },
  {
    does: 'make a test case',
    how: async (world) => ({
      familyId: 'genai_list_evaluation_test_cases',
      job: 'new',
      values: {
        name: 'prices',
        workspace: textAt(world, workspaces, 'uuid'),
        dataset: textAt(world, datasets, 'dataset_uuid'),
        metrics: [await offered(world, 'genai_list_evaluation_test_cases', 'metrics')],
        star: await offered(world, 'genai_list_evaluation_test_cases', 'metrics'),
      },
    }),
    sends: async (world) => {
      const metric = at(world, '/v2/gen-ai/evaluation_metrics');
      return [
        [
          `POST ${cases}`,
          {
            name: 'prices',
            workspace_uuid: textAt(world, workspaces, 'uuid'),
            dataset_uuid: textAt(world, datasets, 'dataset_uuid'),
            metrics: [metric.metric_uuid],
            star_metric: { metric_uuid: metric.metric_uuid, name: metric.metric_name, success_threshold_pct: 80 },
          },
        ],
      ];
    },
    says: 'Test case prices was made. Run it on an agent next.',
  },
  {
    does: 'run a test case on an agent',
    how: (world) => ({
      familyId: 'genai_list_evaluation_test_cases',
      thing: textAt(world, cases, 'test_case_uuid'),
      idAt: 'test_case_uuid',
      job: 'run',
      values: { name: 'first', agents: [textAt(world, agents, 'uuid')] },
    }),
    sends: (world) => [
      [
        'POST /v2/gen-ai/evaluation_runs',
        {
          test_case_uuid: textAt(world, cases, 'test_case_uuid'),
          run_name: 'first',
          agent_uuids: [textAt(world, agents, 'uuid')],
        },
      ],
    ],
    says: /^.+ runs on 1 agent\.$/,
  },
  {
    does: 'delete the results of an evaluation',
    how: (world) => ({
      familyId: 'genai_list_model_evaluation_runs',
      thing: textAt(world, runs, 'eval_run_uuid'),
      idAt: 'eval_run_uuid',
      job: 'delete',
    }),
    sends: (world) => [[`DELETE ${runs}/${textAt(world, runs, 'eval_run_uuid')}`, null]],
    says: /^.+ is deleted\.$/,
  },
  {
    does: 'delete a dataset',
    how: (world) => ({
      familyId: 'genai_list_evaluation_datasets',
      thing: textAt(world, datasets, 'dataset_uuid'),
      idAt: 'dataset_uuid',
      job: 'delete',
    }),
    sends: (world) => [[`DELETE ${datasets}/${textAt(world, datasets, 'dataset_uuid')}`, null]],
    says: /^.+ is deleted\.$/,
  },
]);

describe('what is chosen from what the AI platform offers', () => {
  afterEach(endAll);

  it('makes a router with the kinds of questions that DigitalOcean has ready', async () => {
    const world = await connected({ seed: 7 });
    const familyId = 'genai_list_model_routers';
    const form = await openOn(world, { familyId, job: 'new' });
    const choicesOf = (name: string) => form.fields.flatMap((one) => (one.name === name && 'choices' in one ? one.choices : []));
    const [task, model] = [choicesOf('tasks')[0], choicesOf('others')[0]];
    const values = { tasks: [task?.value ?? ''], others: [model?.value ?? ''] };
    const { result, sent } = await doJob(world, { familyId, job: 'new', values });
    expect(result).toMatchObject({ ok: true, value: { message: `Router router-${today} was made.` } });
    expect(sent).toMatchObject([
      {
        path: '/v2/gen-ai/models/routers',
        body: { fallback_models: [model?.value], policies: [{ task_slug: task?.value, models: expect.any(Array) }] },
      },
    ]);
  });

  it('evaluates a model by another one', async () => {
    const world = await connected({ seed: 7 });
    const familyId = 'genai_list_model_evaluation_runs';
    const [model, dataset, metric] = [
      await offered(world, familyId, 'model'),
      await offered(world, familyId, 'dataset'),
      await offered(world, familyId, 'metrics'),
    ];
    const values = { name: 'shop', model, judge: model, dataset, metrics: [metric] };
    const { result, sent } = await doJob(world, { familyId, job: 'new', values });
    expect(result.ok ? result.value.message : result.failure.message).toMatch(/^.+ is being evaluated as shop\.$/);
    expect(sent).toMatchObject([
      {
        path: runs,
        body: {
          candidate_model_source: 'CANDIDATE_MODEL_SOURCE_SERVERLESS',
          candidate_model_uuid: model,
          judge_model_uuid: model,
          dataset_uuid: dataset,
          metric_uuids: [metric],
        },
      },
    ]);
  });

  it('makes no test case whose deciding measure is not among what is measured', async () => {
    const world = await connected({ seed: 7 });
    const familyId = 'genai_list_evaluation_test_cases';
    const form = await openOn(world, { familyId, job: 'new' });
    const metrics = form.fields.flatMap((one) => (one.name === 'metrics' && 'choices' in one ? one.choices : []));
    const values = {
      workspace: textAt(world, workspaces, 'uuid'),
      dataset: textAt(world, datasets, 'dataset_uuid'),
      metrics: [metrics[0]?.value ?? ''],
      star: metrics[1]?.value ?? '',
    };
    const { result, sent } = await doJob(world, { familyId, job: 'new', values });
    expect(result).toMatchObject({ ok: false, failure: { field: 'star' } });
    expect(sent).toEqual([]);
  });

  it('keeps what a database of the team tells as the place of its logs', async () => {
    const world = await connected({ seed: 7 });
    const familyId = 'monitoring_list_destinations';
    const row = world.demo.rows('/v2/databases', 'Harbour Works').find(({ engine }) => engine === 'opensearch');
    if (!row) throw new Error('The demo has no OpenSearch cluster');
    const { sent } = await doJob(world, { familyId, job: 'new', values: { kind: 'opensearch_dbaas', cluster: String(row.id) } });
    const { host, port, user, password } = row.connection as Record<string, unknown>;
    expect(sent).toMatchObject([
      {
        body: {
          type: 'opensearch_dbaas',
          config: {
            endpoint: `https://${host}:${port}`,
            cluster_uuid: row.id,
            cluster_name: row.name,
            credentials: { username: user, password },
          },
        },
      },
    ]);
  });
});
