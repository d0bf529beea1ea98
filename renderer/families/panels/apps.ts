import { computeWords } from '../../words/facts/compute.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { type Item, textOf } from '../value.ts';
import { fact, type Line, type Newest, type Panel, readFact } from './panel.ts';
import { copied, itemIn, itemsIn, line, linksAt, moment, numberIn, onlyOf, quiet, said, state, textIn, words } from './says.ts';

/** Lists of components in a spec. https://docs.digitalocean.com/products/app-platform/reference/app-spec/ */
const componentKinds = ['services', 'static_sites', 'workers', 'jobs', 'functions', 'databases'] as const;

const deploymentOf = (app: Item): Item =>
  [itemIn(app, 'in_progress_deployment'), itemIn(app, 'pending_deployment'), itemIn(app, 'active_deployment')].find(
    (one) => textIn(one, 'phase') !== '',
  ) ?? {};

function deployment(app: Item): Line[] {
  const now = deploymentOf(app);
  const [done, all] = [numberIn(now, 'progress.success_steps'), numberIn(now, 'progress.total_steps')];
  const phase = textIn(now, 'phase');
  const isRunning = !['', 'ACTIVE', 'ERROR', 'CANCELED', 'SUPERSEDED'].includes(phase) && all !== null && all > 0;
  return phase === '' ? [] : line(state(phase), isRunning ? quiet(computeWords.step(done ?? 0, all)) : null);
}

/** Where it is reached, and the domains that do not lead there yet. */
function addresses(app: Item): Line[] {
  const url = textIn(app, 'live_url');
  const waiting = itemsIn(app, 'domains').filter((one) => textIn(one, 'phase') !== 'ACTIVE' && textIn(one, 'spec.domain') !== '');
  return [
    ...(url === '' ? [] : [[copied(url)]]),
    ...waiting.flatMap((one) => line(words(textIn(one, 'spec.domain')), state(textIn(one, 'phase') || 'UNKNOWN'))),
  ];
}

function component(one: Item): Line {
  const [ready, wanted] = [numberIn(one, 'replicas_ready'), numberIn(one, 'replicas_desired')];
  const [cpu, memory] = [numberIn(one, 'cpu_usage_percent'), numberIn(one, 'memory_usage_percent')];
  return [
    words(textIn(one, 'name')),
    state(textIn(one, 'state') || 'UNKNOWN'),
    ...(ready === null || wanted === null ? [] : [quiet(computeWords.ready(ready, wanted))]),
    ...(cpu === null ? [] : [quiet(computeWords.cpu(factWords.percent(cpu)))]),
    ...(memory === null ? [] : [quiet(computeWords.memory(factWords.percent(memory)))]),
  ];
}

/** Where its first component comes from: a repository with its branch, or an image with its tag. */
function source(app: Item): Line[] {
  const first = componentKinds.flatMap((kind) => itemsIn(app, `spec.${kind}`))[0] ?? {};
  for (const host of ['github', 'gitlab', 'bitbucket', 'git']) {
    const repository = textIn(first, `${host}.repo`) || textIn(first, `${host}.repo_clone_url`);
    const branch = textIn(first, `${host}.branch`);
    if (repository !== '') return line(words(repository), branch === '' ? null : quiet(computeWords.branch(branch)));
  }
  const [image, tag] = [textIn(first, 'image.repository'), textIn(first, 'image.tag')];
  return image === '' ? [] : line(words(tag === '' ? image : `${image}:${tag}`));
}

/** A job that can go back to it, or tells why it failed. */
const jobOfPhase: Readonly<Record<string, { name: string; label: string }>> = {
  SUPERSEDED: { name: 'rollback', label: computeWords.rollBack },
  ERROR: { name: 'build-log', label: computeWords.log },
};

/** Commits are told apart by so much of their names. */
const shortHash = 7;

const newest: Newest = {
  familyId: 'apps_list_deployments',
  detail: (row) =>
    (
      itemsIn(row, 'services')
        .map((one) => textIn(one, 'source_commit_hash'))
        .find(Boolean) ?? ''
    ).slice(0, shortHash),
  job: (row) => jobOfPhase[textIn(row, 'phase')] ?? null,
};

/** Names of the database clusters that its spec names. */
const clustersOf = (app: Item): string[] =>
  itemsIn(app, 'spec.databases')
    .map((one) => textIn(one, 'cluster_name'))
    .filter((name) => name !== '');

const usesRegistry = (app: Item): boolean =>
  componentKinds.some((kind) => itemsIn(app, `spec.${kind}`).some((one) => textIn(one, 'image.registry_type') === 'DOCR'));

export const apps: Panel = {
  strips: ({ item }) =>
    Object.keys(itemIn(item, 'pinned_deployment')).length === 0
      ? []
      : [{ tone: 'warn', lead: `${computeWords.rolledBack}.`, text: computeWords.rolledBackText }],
  facts: [
    fact('Deployment', ({ item }) => deployment(item)),
    fact('Address', ({ item }) => addresses(item)),
    readFact('apps_get_health', 'Components', (about) => itemsIn(onlyOf(about, 'apps_get_health'), 'components').map(component), {
      isWide: true,
      before: ({ item }) =>
        componentKinds.flatMap((kind) => itemsIn(item, `spec.${kind}`)).map((one) => [words(textIn(one, 'name'))]),
    }),
    fact('Last change', ({ item }) =>
      line(
        textIn(item, 'active_deployment.cause') === '' ? null : words(textIn(item, 'active_deployment.cause')),
        moment(itemIn(item, 'active_deployment').created_at),
      ),
    ),
    fact('Source', ({ item }) => source(item)),
    fact(
      'Region',
      said((item) => textIn(item, 'region.label') || textIn(item, 'spec.region')),
    ),
    fact('Project', linksAt('project_id', 'projects_list')),
  ],
  related: [
    {
      familyId: 'databases_list_clusters',
      as: 'database that it uses',
      wants: ({ item }) => clustersOf(item).length > 0,
      to({ item, known }) {
        const names = clustersOf(item);
        if (names.length === 0) return [];
        return (known('databases_list_clusters') ?? [])
          .filter((one) => names.includes(textOf(one.name)))
          .map((one) => textOf(one.id));
      },
    },
    { familyId: 'vpcs_list', to: ({ item }) => [textIn(item, 'vpc.id')] },
    {
      familyId: 'registries_list',
      as: 'registry of its images',
      to: ({ item, known }) => (usesRegistry(item) ? (known('registries_list') ?? []).map((one) => textOf(one.name)) : []),
    },
    {
      familyId: 'databases_list_clusters',
      as: 'database that lets it in',
      from: (row, { id }) => itemsIn(row, 'rules').some((rule) => rule.type === 'app' && rule.value === id),
    },
  ],
  newest,
  hides: [
    {
      operations: ['apps_get_exec', 'apps_get_exec_active_deployment'],
      because: 'answers the address of a console, to copy',
    },
    { operations: ['apps_get_instances'], because: 'told by the components above' },
    { operations: ['apps_get_metrics_bandwidth_daily'], because: 'told for many apps at once' },
    {
      operations: [
        'apps_list_job_invocations',
        'apps_get_job_invocation',
        'apps_get_job_invocation_logs',
        'apps_cancel_job_invocation',
      ],
      because: 'for apps with jobs only',
      unless: (item) => itemsIn(item, 'spec.jobs').length > 0,
    },
  ],
  webPage: (id) => `https://cloud.digitalocean.com/apps/${id}`,
};
