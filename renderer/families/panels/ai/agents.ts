import { codeWords } from '../../../words/codes.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { restWords } from '../../../words/facts/rest.ts';
import type { Item } from '../../value.ts';
import { type About, fact, type Line, type Panel, readFact } from '../panel.ts';
import {
  at,
  copiedAt,
  itemIn,
  itemsIn,
  line,
  linksAt,
  listIn,
  moment,
  numberIn,
  onlyOf,
  quiet,
  said,
  state,
  textIn,
  thing,
  until,
  words,
} from '../says.ts';

const named = (item: Item, field: string): string[] =>
  itemsIn(item, field)
    .map((one) => textIn(one, 'name'))
    .filter((name) => name !== '');

/** What an agent answers from and with. */
function equipment({ item }: About): Line[] {
  const bases = itemsIn(item, 'knowledge_bases').map((one) =>
    thing('genai_list_knowledge_bases', textIn(one, 'uuid'), textIn(one, 'name')),
  );
  const others = [...named(item, 'functions'), ...named(item, 'guardrails')].map((name) => [words(name)]);
  return [...line(bases), ...others];
}

function tokens(about: About): Line[] {
  const measured = itemsIn(onlyOf(about, 'genai_get_agent_usage'), 'usage.measurements');
  if (measured.length === 0) return [];
  return [[words(restWords.tokens(measured.reduce((sum, one) => sum + (numberIn(one, 'tokens') ?? 0), 0)))]];
}

const visibility = (item: Item): string => {
  const raw = textIn(item, 'deployment.visibility');
  const known: Readonly<Record<string, string>> = restWords.visibility;
  return known[raw] ?? codeWords('visibility', raw) ?? raw;
};

const daysAgo = (nowMs: number, days: number): string =>
  new Date(Math.floor(nowMs / 86_400_000 - days) * 86_400_000).toISOString();

export const agents: Panel = {
  isReadWhole: true,
  facts: [
    fact('Status', at('deployment.status')),
    fact('Address', copiedAt(['deployment.url', 'url'])),
    fact('Model', at('model.name')),
    fact('Who may ask', said(visibility)),
    fact('Answers with', equipment, { none: restWords.noSource }),
    readFact(
      'genai_list_agent_api_keys',
      'Keys',
      ({ read }) => read('genai_list_agent_api_keys').map((one) => [words(textIn(one, 'name')), ...moment(one.created_at)]),
      {
        none: restWords.noKeys,
      },
    ),
    readFact('genai_get_agent_usage', 'Used', tokens),
  ],
  queries: { genai_get_agent_usage: ({ nowMs }) => ({ start: daysAgo(nowMs, 30), stop: daysAgo(nowMs, -1) }) },
  related: [
    {
      familyId: 'genai_list_knowledge_bases',
      as: 'answers come from it',
      to: ({ item }) => listIn(item, 'knowledge_bases.uuid'),
    },
    { familyId: 'genai_list_workspaces', to: ({ item }) => [textIn(item, 'workspace.uuid')] },
    { familyId: 'projects_list', to: ({ item }) => [textIn(item, 'project_id')] },
  ],
};

function lastIndexing(item: Item): Line[] {
  const job = itemIn(item, 'last_indexing_job');
  const [phase, count] = [textIn(job, 'phase'), numberIn(job, 'total_tokens')];
  return line(
    phase === '' ? null : state(phase),
    moment(job.finished_at),
    count === null ? null : quiet(restWords.totalTokens(count)),
  );
}

const sourceName = (one: Item): string =>
  [
    'bucket_name',
    'spaces_data_source.bucket_name',
    'web_crawler_data_source.base_url',
    'file_upload_data_source.original_file_name',
  ]
    .map((way) => textIn(one, way))
    .find((name) => name !== '') ?? '';

function schedule(about: About): Line[] {
  const info = itemIn(onlyOf(about, 'genai_get_scheduled_indexing'), 'indexing_info');
  const found = Object.keys(info).length > 0 ? info : onlyOf(about, 'genai_get_scheduled_indexing');
  if (Object.keys(found).length === 0) return [];
  return line(found.is_active === false ? quiet(restWords.onDemand) : until(found.next_run_at));
}

const agentsWith = ({ id, known }: About): Item[] =>
  (known('genai_list_agents') ?? []).filter((one) => itemsIn(one, 'knowledge_bases').some((base) => base.uuid === id));

export const knowledgeBases: Panel = {
  facts: [
    readFact('genai_get_knowledge_base', 'Database', (about) => {
      const raw = textIn(onlyOf(about, 'genai_get_knowledge_base'), 'database_status');
      const id = textIn(about.item, 'database_id');
      return line(raw === '' ? null : state(raw), id === '' ? null : thing('databases_list_clusters', id));
    }),
    fact('Last indexing', ({ item }) => lastIndexing(item)),
    readFact(
      'genai_list_knowledge_base_data_sources',
      'Sources',
      ({ read }) =>
        read('genai_list_knowledge_base_data_sources').flatMap((one) =>
          line(sourceName(one) === '' ? null : words(sourceName(one)), moment(one.created_at)),
        ),
      { none: restWords.noSource },
    ),
    readFact('genai_get_scheduled_indexing', 'Next indexing', schedule, { none: restWords.noSchedule }),
    fact(
      'Used by',
      (about) => line(agentsWith(about).map((one) => thing('genai_list_agents', textIn(one, 'uuid'), textIn(one, 'name')))),
      {
        looksInto: ['genai_list_agents'],
        none: restWords.unusedBase,
      },
    ),
  ],
  related: [
    { familyId: 'databases_list_clusters', as: 'keeps it', to: ({ item }) => [textIn(item, 'database_id')] },
    { familyId: 'projects_list', to: ({ item }) => [textIn(item, 'project_id')] },
  ],
};

export const workspaces: Panel = {
  facts: [
    fact(
      'Agents',
      ({ item }) =>
        line(itemsIn(item, 'agents').map((one) => thing('genai_list_agents', textIn(one, 'uuid'), textIn(one, 'name')))),
      { none: restWords.empty },
    ),
    fact('About', at('description')),
    fact('Made', ({ item }) =>
      line(moment(item.created_at), textIn(item, 'created_by_email') === '' ? null : quiet(textIn(item, 'created_by_email'))),
    ),
    fact('Changed', at('updated_at')),
  ],
  related: [{ familyId: 'genai_list_agents', from: (row, { id }) => textIn(row, 'workspace.uuid') === id }],
};

export const modelRouters: Panel = {
  facts: [
    fact('About', at('description')),
    fact('Falls back to', ({ item }) => listIn(item, 'config.fallback_models').map((one) => [words(one)])),
    fact('Rules', ({ item }) =>
      itemsIn(item, 'config.policies').map((one) => [words(textIn(one, 'task_slug') || textIn(one, 'name'))]),
    ),
    fact('Regions', at('regions')),
    fact('Changed', at('updated_at')),
  ],
};

/** Agents that a key serves, for keys of models and of other providers. */
const keyFacts: Panel['facts'] = [
  fact('Name', at('name')),
  fact('Made', ({ item }) =>
    line(moment(item.created_at), textIn(item, 'created_by') === '' ? null : quiet(textIn(item, 'created_by'))),
  ),
  fact('Models', ({ item }) => line(words(named(item, 'models').join(', ') || factWords.everything))),
];

export const modelKeys: Panel = { facts: [...keyFacts, fact('Changed', at('updated_at'))] };

const providerKeys = (operation: string): Panel => ({
  facts: [
    ...keyFacts,
    readFact(
      operation,
      'Used by',
      ({ read }) => line(read(operation).map((one) => thing('genai_list_agents', textIn(one, 'uuid'), textIn(one, 'name')))),
      {
        none: restWords.unusedBase,
      },
    ),
  ],
});

export const openaiKeys = providerKeys('genai_list_agents_by_openai_key');

export const anthropicKeys = providerKeys('genai_list_agents_by_anthropic_key');

export const indexingJobs: Panel = {
  facts: [
    fact('Phase', at('phase')),
    fact('Knowledge base', linksAt('knowledge_base_uuid', 'genai_list_knowledge_bases')),
    fact(
      'Tokens',
      said((item) =>
        numberIn(item, 'total_tokens') === null ? null : restWords.totalTokens(numberIn(item, 'total_tokens') ?? 0),
      ),
    ),
    fact(
      'Sources',
      said((item) =>
        numberIn(item, 'total_datasources') === null
          ? null
          : factWords.of(numberIn(item, 'completed_datasources') ?? 0, numberIn(item, 'total_datasources') ?? 0),
      ),
    ),
    fact('Began', at('started_at')),
    fact('Ended', at('finished_at')),
  ],
};
