import { fileAddress } from '../../kept-files.ts';
import { bodyOf, type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { notFound } from '../../wire/problem.ts';
import { isRow, listOf, type Row, rowOf } from '../../world/table.ts';
import { isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { agents } from './ai-seeds.ts';

const metrics = '/v2/gen-ai/evaluation_metrics';
const cases = '/v2/gen-ai/evaluation_test_cases';
const runs = '/v2/gen-ai/model_evaluation_runs';
const datasets = '/v2/gen-ai/evaluation_datasets';

function setVisibility(call: Call): Reply {
  const agent = rowIn(call, agents, call.path.uuid);
  const deployment = { ...rowOf(agent, 'deployment'), visibility: bodyOf(call).visibility };
  return ok({ agent: call.team.table(agents).change(agent.uuid, { deployment }) });
}

function rollBack(call: Call): Reply {
  const agent = rowIn(call, agents, call.path.uuid);
  const versions = call.team.table(`${agents}/${agent.uuid}/versions`);
  const hash = bodyOf(call).version_hash;
  const wanted = versions.find(hash);
  if (!wanted) throw notFound();
  for (const one of versions.list()) versions.change(one.version_hash, { currently_applied: one === wanted });
  call.team.table(agents).change(agent.uuid, { instruction: wanted.instruction });
  return ok({ version_hash: hash });
}

/** Changes the part of an agent that has this id. */
function changePart(
  call: Call,
  agentUuid: string | undefined,
  list: string,
  uuid: string | undefined,
  patch: Row,
): Row | undefined {
  const agent = rowIn(call, agents, agentUuid);
  const parts = listOf(agent, list).filter(isRow);
  if (!parts.some((one) => one.uuid === uuid)) throw notFound();
  const changed = parts.map((one) => (one.uuid === uuid ? { ...one, ...patch } : one));
  return call.team.table(agents).change(agent.uuid, { [list]: changed });
}

function removePart(call: Call, agentUuid: string | undefined, list: string, uuid: string | undefined): Row | undefined {
  const agent = rowIn(call, agents, agentUuid);
  const left = listOf(agent, list).filter((one) => !isRow(one) || one.uuid !== uuid);
  return call.team.table(agents).change(agent.uuid, { [list]: left });
}

/** An agent's function is named `name` where it is read, and `function_name` where it is written. */
function setFunction(call: Call): Reply {
  const { agent_uuid: _agent, function_uuid: _function, function_name: name, ...rest } = bodyOf(call);
  const patch = { ...rest, ...(name === undefined ? {} : { name }) };
  return ok({ agent: changePart(call, call.path.agent_uuid, 'functions', call.path.function_uuid, patch) });
}

function setRoute(call: Call): Reply {
  const { parent_agent_uuid, child_agent_uuid } = call.path;
  const { if_case, route_name, uuid } = bodyOf(call);
  const given = Object.entries({ if_case, route_name, route_uuid: uuid }).filter(([, value]) => value !== undefined);
  changePart(call, parent_agent_uuid, 'child_agents', child_agent_uuid, Object.fromEntries(given));
  return ok({ parent_agent_uuid, child_agent_uuid, uuid, rollback: false });
}

const children = (call: Call): Reply => ok({ children: listOf(rowIn(call, agents, call.path.uuid), 'child_agents') });

function setMetric(call: Call): Reply {
  const table = call.team.table(metrics);
  const row = table.list().find(({ metric_uuid }) => metric_uuid === call.path.metric_uuid);
  if (!row) throw notFound();
  const { config, metric_uuid: _, ...rest } = bodyOf(call);
  const custom = isRow(config) ? { custom_eval_config: { ...rowOf(row, 'custom_eval_config'), ...config } } : {};
  return ok({ metric: table.change(row[table.idField], { ...rest, ...custom }) });
}

function removeMetric(call: Call): Reply {
  const table = call.team.table(metrics);
  const row = table.list().find(({ metric_uuid }) => metric_uuid === call.path.metric_uuid);
  if (!row) throw notFound();
  table.remove(row[table.idField]);
  return ok({});
}

/** Metrics are written as their ids and read as what they are. */
function setTestCase(call: Call): Reply {
  const row = rowIn(call, cases, call.path.test_case_uuid);
  const { metrics: wanted, ...rest } = bodyOf(call);
  const known = [...listOf(row, 'metrics').filter(isRow), ...call.team.table(metrics).list()];
  const chosen = isRow(wanted)
    ? { metrics: listOf(wanted, 'metric_uuids').flatMap((uuid) => known.find((one) => one.metric_uuid === uuid) ?? []) }
    : {};
  const version = Number(row.version) + 1;
  call.team.table(cases).change(row.test_case_uuid, { ...rest, ...chosen, version, updated_at: isoOf(call.world.now()) });
  return ok({ test_case_uuid: row.test_case_uuid, version });
}

const oneRun = (call: Call): Reply =>
  ok({ run: rowIn(call, runs, call.path.eval_run_uuid), results: [], links: {}, meta: { page: 1, pages: 1, total: 0 } });

/** What every question was answered with, a line each. */
const resultsFile = (call: Call): Reply => {
  const run = rowIn(call, runs, call.path.eval_run_uuid);
  const lines = ['Which size fits?', 'When does it ship?'].map((input) =>
    JSON.stringify({ input, output: 'It depends on the harbour.', candidate_model_name: run.candidate_model_name }),
  );
  return ok(fileAddress(call.world, 'results.jsonl', `${lines.join('\n')}\n`));
};

const datasetFile = (call: Call): Reply => {
  rowIn(call, datasets, call.path.dataset_uuid);
  return ok(fileAddress(call.world, 'dataset.csv', 'query,expected\nWhich size fits?,The middle one\n'));
};

/** Updates whose body looks otherwise than what is read. */
export const aiUpdates: Family = {
  handlers: {
    genai_delete_custom_evaluation_metric: removeMetric,
    genai_detach_agent: (call) => {
      const { parent_agent_uuid, child_agent_uuid } = call.path;
      removePart(call, parent_agent_uuid, 'child_agents', child_agent_uuid);
      return ok({ parent_agent_uuid, child_agent_uuid });
    },
    genai_detach_agent_function: (call) =>
      ok({ agent: removePart(call, call.path.agent_uuid, 'functions', call.path.function_uuid) }),
    genai_get_agent_children: children,
    genai_get_evaluation_dataset_download_url: datasetFile,
    genai_get_model_evaluation_run: oneRun,
    genai_get_model_evaluation_run_results_download_url: resultsFile,
    genai_rollback_to_agent_version: rollBack,
    genai_update_agent_deployment_visibility: setVisibility,
    genai_update_agent_function: setFunction,
    genai_update_attached_agent: setRoute,
    genai_update_custom_evaluation_metric: setMetric,
    genai_update_evaluation_test_case: setTestCase,
  },
};
