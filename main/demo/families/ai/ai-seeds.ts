import { type Row, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, type World } from '../../world/world.ts';
import type { Seed } from '../family.ts';

/** Paths of the AI platform's collections. */
const base = '/v2/gen-ai';
export const agents = `${base}/agents`;
export const bases = `${base}/knowledge_bases`;
export const jobs = `${base}/indexing_jobs`;
export const workspaces = `${base}/workspaces`;
export const models = `${base}/models`;

/** Models that make no text: knowledge bases index with them. */
const embedding = 'embedding';

const modelLines: readonly (readonly [name: string, id: string, provider: string, usdPerMillion: number, type?: string])[] = [
  ['Llama 3.3 Instruct (70B)', 'llama3.3-70b-instruct', 'MODEL_PROVIDER_DIGITALOCEAN', 0.65],
  ['GPT-oss (120B)', 'openai-gpt-oss-120b', 'MODEL_PROVIDER_DIGITALOCEAN', 0.1],
  ['Mistral NeMo Instruct', 'mistral-nemo-instruct-2407', 'MODEL_PROVIDER_DIGITALOCEAN', 0.3],
  ['GTE Large EN', 'gte-large-en-v1.5', 'MODEL_PROVIDER_DIGITALOCEAN', 0.09, embedding],
];

const idOf = (team: Team, kind: string, name: string) => team.random(kind, name).uuid();
const agoIso = (world: World, days: number) => isoOf(world.startMs - days * dayMs);

const modelRow = (team: Team, world: World, index: number): Row => {
  const [name, id, , price, type = 'chat'] = modelLines[index % modelLines.length] ?? ['', '', '', 0];
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
    context_window: '128000',
    type,
    pricing: { input_price_per_million: price, ...(type === embedding ? {} : { output_price_per_million: price }) },
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

/** What can be attached to an agent, while nothing is. */
export const emptyParts = (): Row => ({
  api_keys: [],
  api_key_infos: [],
  child_agents: [],
  parent_agents: [],
  functions: [],
  guardrails: [],
  knowledge_bases: [],
});

/** The brief of those on call looks up who that is, and asks the support desk about customers. */
function partsOf(team: Team, index: number): Row {
  if (team.name !== 'Harbour Works' || index !== 2) return {};
  const lookup = {
    uuid: idOf(team, 'function', 'who-is-on-call'),
    name: 'who-is-on-call',
    description: 'Names who is on call now',
    faas_name: 'oncall/lookup',
    faas_namespace: 'fn-harbour',
    input_schema: { type: 'object', properties: {} },
    output_schema: { type: 'object', properties: {} },
  };
  const child = {
    uuid: idOf(team, 'agent', 'support-desk'),
    name: 'support-desk',
    route_uuid: idOf(team, 'route', 'support-desk'),
    route_name: 'customers',
    if_case: 'The question is about a customer',
  };
  return { functions: [lookup], child_agents: [child] };
}

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
      ...emptyParts(),
      ...partsOf(team, index),
      chatbot: { name, starting_message: 'How can I help?' },
      chatbot_identifiers: [],
    };
  });
}

/** What an agent is now, and what it was before its instructions changed. */
function seedVersions(team: Team, world: World, uuid: string): Row[] {
  const agent = team.table(agents).find(uuid);
  const version = (number: number, daysAgo: number, instruction: string): Row => ({
    id: String(number),
    agent_uuid: uuid,
    version_hash: team.random('agent version', uuid, number).hex(40),
    name: agent?.name,
    instruction,
    model_name: modelLines[0]?.[0],
    created_at: agoIso(world, daysAgo),
    created_by_email: team.email,
    can_rollback: true,
    currently_applied: number === 2,
  });
  return [version(2, 9, textOf(agent, 'instruction')), version(1, 40, 'Answer briefly.')];
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

/** What the AI platform has at the start: agents with their workspaces, models and knowledge bases. */
export const aiSeeds: Record<string, Seed> = {
  [models]: ({ team, world }) => modelLines.map((_, index) => modelRow(team, world, index)),
  [agents]: ({ team, world }) => seedAgents(team, world),
  [`${agents}/{uuid}/versions`]: ({ team, world, parents: [uuid = ''] }) => seedVersions(team, world, uuid),
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
};
