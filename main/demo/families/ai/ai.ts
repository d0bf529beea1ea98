import { bodyOf, type Call, type Handler, ok, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { isRow, listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import { isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { agents, aiSeeds, bases, emptyParts, jobs, models, workspaces } from './ai-seeds.ts';

/** The state of a job after a number of milliseconds. */
const jobSteps: readonly [afterMs: number, patch: Row][] = [
  [2_000, { phase: 'BATCH_JOB_PHASE_RUNNING', status: 'INDEX_JOB_STATUS_IN_PROGRESS' }],
  [
    20_000,
    {
      phase: 'BATCH_JOB_PHASE_SUCCEEDED',
      status: 'INDEX_JOB_STATUS_COMPLETED',
      completed_datasources: 1,
      tokens: 12_400,
      total_tokens: '12400',
    },
  ],
];

function bornJob({ team, world, ...call }: Call, row: Row): Row {
  for (const [afterMs, patch] of jobSteps) {
    later(world, afterMs, () => {
      const table = team.table(jobs);
      if (table.find(row.uuid)?.phase === 'BATCH_JOB_PHASE_CANCELLED') return;
      const at = isoOf(world.now());
      const changed = table.change(row.uuid, {
        ...patch,
        updated_at: at,
        ...(patch.completed_datasources ? { finished_at: at } : {}),
      });
      team.table(bases).change(row.knowledge_base_uuid, { last_indexing_job: changed });
    });
  }
  const body = isRow(call.body) ? call.body : {};
  return {
    ...row,
    phase: 'BATCH_JOB_PHASE_PENDING',
    status: 'INDEX_JOB_STATUS_PENDING',
    finished_at: undefined,
    total_datasources: 1,
    completed_datasources: 0,
    tokens: 0,
    total_tokens: '0',
    data_source_uuids: listOf(body, 'data_source_uuids'),
    data_source_jobs: [],
  };
}

function cancelJob(call: Call) {
  const job = rowIn(call, jobs, call.path.uuid);
  const patch = { phase: 'BATCH_JOB_PHASE_CANCELLED', status: 'INDEX_JOB_STATUS_CANCELLED', updated_at: isoOf(call.world.now()) };
  return ok({ job: call.team.table(jobs).change(job.uuid, patch) });
}

/** A list that shows a part of another list. */
const part =
  (place: string, owner: string, parameter: string, fits: (row: Row, ownerId: unknown) => boolean): Handler =>
  (call) => {
    const found = rowIn(call, owner, call.path[parameter]);
    const table = call.team.table(place);
    return listReply(
      call,
      table,
      table.list().filter((row) => fits(row, found.uuid)),
    );
  };

function moveAgents(call: Call) {
  const workspace = rowIn(call, workspaces, call.path.workspace_uuid);
  for (const uuid of listOf(bodyOf(call), 'agent_uuids')) {
    call.team.table(agents).change(uuid, { workspace: { uuid: workspace.uuid, name: workspace.name } });
  }
  return ok({ workspace });
}

/** Attaches knowledge bases to an agent or detaches one. The agent shows them from then on. */
const setBases =
  (change: (call: Call, attached: readonly Row[]) => readonly Row[]): Handler =>
  (call) => {
    const agent = rowIn(call, agents, call.path.agent_uuid);
    const attached = listOf(agent, 'knowledge_bases').filter(isRow);
    return ok({ agent: call.team.table(agents).change(agent.uuid, { knowledge_bases: change(call, attached) }) });
  };

const withBase = (attached: readonly Row[], base: Row): Row[] => [...attached.filter(({ uuid }) => uuid !== base.uuid), base];

function bornAgent({ team, world, ...call }: Call, row: Row): Row {
  const url = `${world.baseUrl()}/agents/${row.uuid}`;
  const deployment = {
    uuid: team.random('deployment', textOf(row, 'uuid')).uuid(),
    name: row.name,
    visibility: 'VISIBILITY_PRIVATE',
    created_at: row.created_at,
  };
  later(world, 15_000, () =>
    team
      .table(agents)
      .change(row.uuid, { url, deployment: { ...deployment, url, status: 'STATUS_RUNNING', updated_at: isoOf(world.now()) } }),
  );
  const wanted = bodyOf({ team, world, ...call });
  return {
    ...row,
    url: '',
    ...emptyParts(),
    model: team.table(models).find(wanted.model_uuid),
    knowledge_bases: listOf(wanted, 'knowledge_base_uuid').flatMap((uuid) => team.table(bases).find(uuid) ?? []),
    workspace: team.table(workspaces).list()[0],
    deployment: { ...deployment, status: 'STATUS_WAITING_FOR_DEPLOYMENT' },
  };
}

/** Models for what somebody means to do: to index, or to answer. */
function listModels(call: Call) {
  const table = call.team.table(models);
  const forIndex = call.query.get('usecases') === 'MODEL_USECASE_KNOWLEDGEBASE';
  const isWanted = (row: Row) => !call.query.has('usecases') || (row.type === 'embedding') === forIndex;
  return listReply(call, table, table.list().filter(isWanted));
}

/** A knowledge base without a database of one's own gets one, which this demo does not show. */
const bornBase = ({ team, ...call }: Call, row: Row): Row => ({
  ...row,
  database_id: bodyOf({ team, ...call }).database_id ?? team.random('index', textOf(row, 'uuid')).uuid(),
  is_public: false,
  last_indexing_job: undefined,
  tags: [],
});

export const ai: Family = {
  seeds: aiSeeds,
  effects: {
    [jobs]: { born: bornJob },
    [agents]: { born: bornAgent },
    [bases]: { born: bornBase },
  },
  handlers: {
    genai_cancel_indexing_job: cancelJob,
    genai_list_models: listModels,
    genai_list_agents_by_workspace: part(agents, workspaces, 'workspace_uuid', (row, id) => rowOf(row, 'workspace').uuid === id),
    genai_list_indexing_jobs_by_knowledge_base: part(
      jobs,
      bases,
      'knowledge_base_uuid',
      (row, id) => row.knowledge_base_uuid === id,
    ),
    genai_update_agents_workspace: moveAgents,
    genai_attach_knowledge_base: setBases((call, attached) =>
      withBase(attached, rowIn(call, bases, call.path.knowledge_base_uuid)),
    ),
    genai_attach_knowledge_bases: setBases((call, attached) => {
      const wanted = listOf(bodyOf(call), 'knowledge_base_uuids').map((uuid) => rowIn(call, bases, uuid));
      return wanted.reduce<readonly Row[]>(withBase, attached);
    }),
    genai_detach_knowledge_base: setBases((call, attached) =>
      attached.filter(({ uuid }) => uuid !== call.path.knowledge_base_uuid),
    ),
  },
};
