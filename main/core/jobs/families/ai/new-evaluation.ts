import { success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { counted } from '../../../words/numbers.ts';
import { choice, choices, chosen, number, option, several, text } from '../../fields.ts';
import type { Ask, Job } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { modelChoices } from './ai-choices.ts';

const datasetChoices = (datasets: readonly JsonObject[]) =>
  datasets.map((row) =>
    option(textAt(row, 'dataset_uuid'), textAt(row, 'dataset_name'), counted(Number(row.row_count) || 0, 'row')),
  );
const metricChoices = (metrics: readonly JsonObject[]) =>
  metrics.map((row) => option(textAt(row, 'metric_uuid'), textAt(row, 'metric_name'), textAt(row, 'description') || null));

const serverless = 'CANDIDATE_MODEL_SOURCE_SERVERLESS';
const router = 'CANDIDATE_MODEL_SOURCE_ROUTER';

async function readCandidates(ask: Ask) {
  const [models, routers] = await Promise.all([ask.list('genai_list_models'), ask.list('genai_list_model_routers')]);
  // Whoever may not read routers evaluates models.
  return { models, routers: routers.ok ? routers.value : [] };
}

export const newEvaluationRun: Job = {
  name: 'new',
  label: 'Evaluate a model…',
  level: 'normal',
  isNew: true,
  keywords: 'new create run test measure judge',
  submitLabel: 'Evaluate',
  async open({ ask, nowMs }) {
    const [{ models, routers }, datasets, metrics] = await Promise.all([
      readCandidates(ask),
      ask.list('genai_list_evaluation_datasets'),
      ask.list('genai_list_model_evaluation_metrics'),
    ]);
    if (!models.ok) return models;
    if (!datasets.ok) return datasets;
    if (!metrics.ok) return metrics;
    const kinds = [option(serverless, 'A model'), ...(routers.length === 0 ? [] : [option(router, 'A router')])];
    const none = datasets.value.length === 0 ? 'There is no dataset yet: make one under “Evaluation datasets”.' : null;
    return success({
      lines: ['What you evaluate answers every row of the dataset, and a second model rates each answer. Both cost tokens.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('evaluation', nowMs) }),
        choice({ name: 'source', label: 'What is evaluated', choices: kinds, value: serverless }),
        choice({
          name: 'model',
          label: 'Model',
          choices: modelChoices(models.value),
          shownIf: { field: 'source', values: [serverless] },
        }),
        choice({
          name: 'router',
          label: 'Router',
          choices: routers.map((row) => option(textAt(row, 'uuid'), textAt(row, 'name'))),
          shownIf: { field: 'source', values: [router] },
        }),
        choice({ name: 'judge', label: 'Judged by', choices: modelChoices(models.value) }),
        choice({ name: 'dataset', label: 'Dataset', choices: datasetChoices(datasets.value), hint: none }),
        choices({ name: 'metrics', label: 'What is measured', choices: metricChoices(metrics.value), isRequired: true }),
      ],
    });
  },
  plan({ name, source, model, router: routed, judge, dataset, metrics }, _context, { fields }) {
    const isModel = source === serverless;
    const candidate = String(isModel ? model : routed);
    const called = chosen(fields, isModel ? 'model' : 'router', candidate);
    return {
      steps: [
        {
          label: 'Evaluate',
          operationId: 'genai_create_model_evaluation_run',
          body: {
            name: String(name),
            candidate_model_source: String(source),
            candidate_model_uuid: candidate,
            candidate_model_name: called,
            judge_model_uuid: String(judge),
            dataset_uuid: String(dataset),
            metric_uuids: several(metrics),
          },
        },
      ],
      done: () => `${called} is being evaluated as ${name}.`,
    };
  },
};

export const newTestCase: Job = {
  name: 'new',
  label: 'New test case…',
  level: 'normal',
  isNew: true,
  keywords: 'create evaluation agent measure',
  submitLabel: 'Make test case',
  async open({ ask, nowMs }) {
    const [datasets, metrics, workspaces] = await Promise.all([
      ask.list('genai_list_evaluation_datasets'),
      ask.list('genai_list_evaluation_metrics'),
      ask.list('genai_list_workspaces'),
    ]);
    if (!datasets.ok) return datasets;
    if (!metrics.ok) return metrics;
    if (!workspaces.ok) return workspaces;
    return success({
      lines: ['It costs nothing until it is run.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('case', nowMs) }),
        choice({
          name: 'workspace',
          label: 'Workspace',
          choices: workspaces.value.map((row) => option(textAt(row, 'uuid'), textAt(row, 'name'))),
        }),
        choice({ name: 'dataset', label: 'Dataset', choices: datasetChoices(datasets.value) }),
        choices({ name: 'metrics', label: 'What is measured', choices: metricChoices(metrics.value), isRequired: true }),
        choice({ name: 'star', label: 'What decides', choices: metricChoices(metrics.value) }),
        number({ name: 'threshold', label: 'Passed from', value: 80, minimum: 0, maximum: 100, unit: '%' }),
      ],
    });
  },
  wrong: ({ metrics, star }) =>
    several(metrics).includes(String(star)) ? null : { field: 'star', message: 'What decides must be measured too.' },
  plan: ({ name, workspace, dataset, metrics, star, threshold }, _context, { fields }) => ({
    steps: [
      {
        label: 'Make test case',
        operationId: 'genai_create_evaluation_test_case',
        body: {
          name: String(name),
          workspace_uuid: String(workspace),
          dataset_uuid: String(dataset),
          metrics: several(metrics),
          star_metric: {
            metric_uuid: String(star),
            name: chosen(fields, 'star', star),
            success_threshold_pct: Number(threshold),
          },
        },
      },
    ],
    done: () => `Test case ${name} was made. Run it on an agent next.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/GradientAI-Platform */
export const testCaseJobs: readonly Job[] = [
  newTestCase,
  {
    name: 'run',
    label: 'Run on agents…',
    level: 'normal',
    isMain: true,
    keywords: 'evaluate start test',
    submitLabel: 'Run',
    async open({ thing, ask, nowMs }) {
      const agents = await ask.list('genai_list_agents');
      if (!agents.ok) return agents;
      return success({
        lines: ['Each agent answers every row of the dataset, and a model rates each answer. Both cost tokens.'],
        fields: [
          text({ name: 'name', label: 'Name of the run', value: datedName(thing.ownName, nowMs) }),
          choices({
            name: 'agents',
            label: 'Agents',
            choices: agents.value.map((row) => option(textAt(row, 'uuid'), textAt(row, 'name'))),
            isRequired: true,
          }),
        ],
      });
    },
    plan: ({ name, agents }, { thing }) => ({
      steps: [
        {
          label: 'Run',
          operationId: 'genai_run_evaluation_test_case',
          body: { test_case_uuid: thing.id, run_name: String(name), agent_uuids: several(agents) },
        },
      ],
      done: () => `${thing.name} runs on ${counted(several(agents).length, 'agent')}.`,
    }),
  },
];
