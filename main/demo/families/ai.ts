import { bodyOf, type Call, type Handler, ok, rowIn } from '../wire/call.ts';
import { listReply } from '../wire/paging.ts';
import type { Family } from '../world/family.ts';
import { isRow, listOf, type Row, rowOf, textOf } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import { dayMs, isoOf, later, type World } from '../world/world.ts';

const base = '/v2/gen-ai';
const agents = `${base}/agents`;
const bases = `${base}/knowledge_bases`;
const jobs = `${base}/indexing_jobs`;
const models = `${base}/models`;
const workspaces = `${base}/workspaces`;

const modelLines: readonly (readonly [name: string, id: string, provider: string])[] = [
  ['Llama 3.3 Instruct (70B)', 'llama3.3-70b-instruct', 'MODEL_PROVIDER_DIGITALOCEAN'],
  ['GPT-oss (120B)', 'openai-gpt-oss-120b', 'MODEL_PROVIDER_DIGITALOCEAN'],
  ['Mistral NeMo Instruct', 'mistral-nemo-instruct-2407', 'MODEL_PROVIDER_DIGITALOCEAN'],
  ['GTE Large EN', 'gte-large-en-v1.5', 'MODEL_PROVIDER_DIGITALOCEAN'],
];

const idOf = (team: Team, kind: string, name: string) => team.random(kind, name).uuid();
const agoIso = (world: World, days: number) => isoOf(world.startMs - days * dayMs);

const modelRow = (team: Team, world: World, index: number): Row => {
  const [name, id] = modelLines[index % modelLines.length] ?? ['', ''];
  return {
    uuid: idOf(team, 'model', id),
    id,
    name,
    is_foundational: true,
    upload_complete: true,
    version: { major: 1, minor: 0, patch: 0 },
    created_at: agoIso(world, 300),
    updated_at: agoIso(world, 60),
    url: `https://models.example.com/${id}`,
    description: '',
    context_window: 128_000,
  };
};

const agentLines: Record<string, readonly (readonly [name: string, instruction: string, workspace: string])[]> = {
  'Harbour Works': [
    ['support-desk', 'Answer questions about orders, politely and briefly.', 'support'],
    ['release-notes', 'Turn merged changes into release notes.', 'research'],
    ['on-call-brief', 'Summarise what happened in the last shift.', 'research'],
  ],
  Tidepool: [['docs-helper', 'Find the right page of the documentation.', 'docs']],
};

const workspaceNames: Record<string, readonly string[]> = { 'Harbour Works': ['support', 'research'], Tidepool: ['docs'] };
const baseNames: Record<string, readonly string[]> = { 'Harbour Works': ['handbook', 'product-docs'], Tidepool: ['docs'] };

function seedAgents(team: Team, world: World): Row[] {
  return (agentLines[team.name] ?? []).map(([name, instruction, workspace], index) => {
    const uuid = idOf(team, 'agent', name);
    const at = agoIso(world, 120 - index * 30);
    return {
      uuid,
      name,
      instruction,
      description: '',
      region: 'tor1',
      created_at: at,
      updated_at: at,
      k: 5,
      max_tokens: 512,
      temperature: 0.7,
      top_p: 0.9,
      model: modelRow(team, world, index),
      project_id: textOf(team.table('/v2/projects').list()[0], 'id'),
      deployment: {
        uuid: idOf(team, 'deployment', name),
        name,
        status: 'STATUS_RUNNING',
        visibility: 'VISIBILITY_PRIVATE',
        url: `${world.baseUrl()}/agents/${uuid}`,
        created_at: at,
        updated_at: at,
      },
      url: `${world.baseUrl()}/agents/${uuid}`,
      workspace: { uuid: idOf(team, 'workspace', workspace), name: workspace },
      tags: [],
      api_keys: [],
      api_key_infos: [],
      child_agents: [],
      parent_agents: [],
      functions: [],
      guardrails: [],
      knowledge_bases: [],
      chatbot: { name, starting_message: 'How can I help?' },
      chatbot_identifiers: [],
    };
  });
}

function seedBases(team: Team, world: World): Row[] {
  return (baseNames[team.name] ?? []).map((name, index) => ({
    uuid: idOf(team, 'base', name),
    name,
    region: 'tor1',
    database_id: textOf(team.table('/v2/databases').list().at(-1), 'id'),
    embedding_model_uuid: modelRow(team, world, 3).uuid,
    is_public: false,
    project_id: textOf(team.table('/v2/projects').list()[0], 'id'),
    tags: [],
    created_at: agoIso(world, 140 - index * 40),
    updated_at: agoIso(world, 6),
    last_indexing_job: finishedJob(team, world, name),
  }));
}

function finishedJob(team: Team, world: World, name: string): Row {
  return {
    uuid: idOf(team, 'job', name),
    knowledge_base_uuid: idOf(team, 'base', name),
    phase: 'BATCH_JOB_PHASE_SUCCEEDED',
    status: 'INDEX_JOB_STATUS_COMPLETED',
    created_at: agoIso(world, 6),
    started_at: agoIso(world, 6),
    finished_at: agoIso(world, 6),
    updated_at: agoIso(world, 6),
    total_datasources: 1,
    completed_datasources: 1,
    tokens: 48_200,
    total_tokens: '48200',
    data_source_uuids: [],
    data_source_jobs: [],
    is_report_available: true,
  };
}

/** What a job is like after so many milliseconds. */
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
    finished_at: null,
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

/** A listing that shows a part of another one. */
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

/** Attaches knowledge bases to an agent or takes one off it; the agent shows them from then on. */
const setBases =
  (change: (call: Call, attached: readonly Row[]) => readonly Row[]): Handler =>
  (call) => {
    const agent = rowIn(call, agents, call.path.agent_uuid);
    const attached = listOf(agent, 'knowledge_bases').filter(isRow);
    return ok({ agent: call.team.table(agents).change(agent.uuid, { knowledge_bases: change(call, attached) }) });
  };

const withBase = (attached: readonly Row[], base: Row): Row[] => [...attached.filter(({ uuid }) => uuid !== base.uuid), base];

function bornAgent({ team, world }: Call, row: Row): Row {
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
  return {
    ...row,
    url: '',
    api_keys: [],
    api_key_infos: [],
    child_agents: [],
    parent_agents: [],
    functions: [],
    guardrails: [],
    knowledge_bases: [],
    deployment: { ...deployment, status: 'STATUS_WAITING_FOR_DEPLOYMENT' },
  };
}

export const ai: Family = {
  seeds: {
    [models]: ({ team, world }) => modelLines.map((_, index) => modelRow(team, world, index)),
    [agents]: ({ team, world }) => seedAgents(team, world),
    [bases]: ({ team, world }) => seedBases(team, world),
    [jobs]: ({ team, world }) => (baseNames[team.name] ?? []).map((name) => finishedJob(team, world, name)),
    [workspaces]: ({ team, world }) =>
      (workspaceNames[team.name] ?? []).map((name) => ({
        uuid: idOf(team, 'workspace', name),
        name,
        description: '',
        created_at: agoIso(world, 200),
        updated_at: agoIso(world, 20),
        created_by_email: team.email,
        agents: [],
        evaluation_test_cases: [],
      })),
    '/v1/models': () => modelLines.map(([, id]) => ({ id, created: 1_761_000_000, object: 'model', owned_by: 'digitalocean' })),
  },
  effects: {
    [jobs]: { born: bornJob },
    [agents]: { born: bornAgent },
  },
  handlers: {
    genai_cancel_indexing_job: cancelJob,
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
