import { vpcId } from '../../seeds/attachments.ts';
import { bodyOf, type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { badRequest } from '../../wire/problem.ts';
import { isRow, listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, later, type World } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';
import { domainsFor } from './app-domains.ts';
import { withEncryptedSecrets } from './app-secrets.ts';
import { appRegion } from './app-tiers.ts';

const path = '/v2/apps';
const deploymentsOf = (appId: unknown) => `${path}/${appId}/deployments`;

/** The phases of a deployment, and how many milliseconds after its start it reaches each. */
const phases: readonly [phase: string, afterMs: number][] = [
  ['BUILDING', 2_000],
  ['PENDING_DEPLOY', 12_000],
  ['DEPLOYING', 14_000],
  ['ACTIVE', 22_000],
];

/** Those of one whose build fails. */
const failedPhases: typeof phases = [
  ['BUILDING', 2_000],
  ['ERROR', 12_000],
];

/** An app with troubles, so that these can be seen too: what is built without the cache fails. */
const troubled = 'newsletter';

type Line = readonly [name: string, components: readonly string[], ageDays: number];

const lines: Record<string, readonly Line[]> = {
  'Harbour Works': [
    ['storefront', ['web', 'api'], 310],
    ['status-page', ['web'], 150],
    ['newsletter', ['web', 'sender'], 45],
  ],
  Tidepool: [['storefront', ['web'], 88]],
};

/** Those of the first component. What is secret was encrypted when it was saved. */
const variables: readonly Row[] = [
  { key: 'LOG_LEVEL', value: 'info', scope: 'RUN_TIME', type: 'GENERAL' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: App Platform puts the address in its place.
  { key: 'PUBLIC_URL', value: '${APP_URL}', scope: 'RUN_AND_BUILD_TIME' },
  { key: 'SESSION_SECRET', value: 'EV[1:3n3kq0d1:b2xkIHNlc3Npb24=]', scope: 'RUN_TIME', type: 'SECRET' },
];

const specOf = (name: string, components: readonly string[]): Row => ({
  name,
  region: 'fra',
  services: components.map((component, index) => ({
    name: component,
    git: { repo_clone_url: `https://git.example.com/${name}.git`, branch: 'main' },
    instance_count: 1,
    instance_size_slug: 'apps-s-1vcpu-1gb',
    http_port: 8080,
    routes: [{ path: index === 0 ? '/' : `/${component}` }],
    ...(index === 0 ? { envs: variables.map((one) => ({ ...one })) } : {}),
  })),
  jobs: [{ name: 'nightly-report', kind: 'POST_DEPLOY', instance_count: 1, instance_size_slug: 'apps-s-1vcpu-0.5gb' }],
});

function componentNames(spec: Row): string[] {
  return ['services', 'workers', 'jobs', 'static_sites', 'functions'].flatMap((kind) =>
    listOf(spec, kind)
      .filter(isRow)
      .map((one) => textOf(one, 'name')),
  );
}

function deploymentRow(team: Team, spec: Row, purpose: string, atMs: number, facts: Row): Row {
  const at = isoOf(atMs);
  const names = componentNames(spec);
  const commit = team.random('commit', purpose).hex(40);
  return {
    id: team.random('deployment', purpose).uuid(),
    spec,
    services: listOf(spec, 'services')
      .filter(isRow)
      .map(({ name }) => ({ name, source_commit_hash: commit })),
    phase: 'ACTIVE',
    phase_last_updated_at: at,
    created_at: at,
    updated_at: at,
    cause: 'commit pushed to main',
    tier_slug: 'basic',
    progress: progressAt('ACTIVE', names),
    ...facts,
  };
}

/** For each component one step that builds it and one that deploys it. */
function progressAt(phase: string, components: readonly string[]): Row {
  const total = Math.max(1, components.length) * 2;
  const share = { PENDING_BUILD: 0, BUILDING: 0.25, PENDING_DEPLOY: 0.5, DEPLOYING: 0.75, ACTIVE: 1 }[phase] ?? 0;
  const success = Math.floor(total * share);
  const isMoving = phase === 'BUILDING' || phase === 'DEPLOYING';
  return {
    success_steps: success,
    running_steps: isMoving ? 1 : 0,
    pending_steps: total - success - (isMoving ? 1 : 0),
    error_steps: phase === 'ERROR' ? 1 : 0,
    total_steps: total,
    steps: phase === 'ERROR' ? failedSteps(components) : [],
  };
}

/** The build of the first component fails. */
function failedSteps(components: readonly string[]): Row[] {
  const [first = '', ...others] = components;
  const build = (component_name: string, facts: Row): Row => ({
    name: component_name,
    component_name,
    message_base: 'Building service',
    ...facts,
  });
  const reason = { code: 'BuildJobExitNonZero', message: 'the build ended with exit code 1' };
  const parts = [build(first, { status: 'ERROR', reason }), ...others.map((name) => build(name, { status: 'SUCCESS' }))];
  return [
    { name: 'build', status: 'ERROR', steps: [{ name: 'components', status: 'ERROR', steps: parts }] },
    { name: 'deploy', status: 'PENDING' },
  ];
}

function seedApps({ team, world }: Ground): Row[] {
  return (lines[team.name] ?? []).map(([name, components, ageDays]) => {
    const spec = specOf(name, components);
    const bornMs = world.startMs - ageDays * dayMs;
    const active = deploymentRow(team, spec, `${name} 0`, world.startMs - 2 * dayMs, {});
    const host = `${name}-${team.random('app host', name).hex(5)}.apps.example.com`;
    return {
      id: team.random('app', name).uuid(),
      owner_uuid: team.ownerUuid,
      spec,
      tier_slug: 'basic',
      default_ingress: `https://${host}`,
      live_url: `https://${host}`,
      live_url_base: `https://${host}`,
      live_domain: host,
      created_at: isoOf(bornMs),
      updated_at: isoOf(world.startMs - 2 * dayMs),
      active_deployment: active,
      in_progress_deployment: undefined,
      pending_deployment: undefined,
      pinned_deployment: undefined,
      last_deployment_created_at: active.created_at,
      region: appRegion('fra'),
      project_id: textOf(team.table('/v2/projects').list()[0], 'id'),
      domains: [],
      vpc: { id: vpcId(team, 'fra1'), egress_ips: [] },
    };
  });
}

function seedDeployments({ team, world, parents: [id] }: Ground): Row[] {
  const app = team.table(path).find(id);
  const active = rowOf(app, 'active_deployment');
  if (!app || active.id === undefined) return [];
  const earlier = [40, 21, 9].map((days) => {
    const phase = days === 21 ? 'ERROR' : 'SUPERSEDED';
    return deploymentRow(team, rowOf(app, 'spec'), `${id} ${days}`, world.startMs - days * dayMs, { phase });
  });
  return [...earlier, active];
}

/** Whether the next deployment was ordered to fail, with which the order is done. */
function isOrderedToFail({ orderedOutcomes }: World): boolean {
  const index = orderedOutcomes.findIndex(({ type, outcome }) => type === 'deploy' && outcome === 'errored');
  if (index >= 0) orderedOutcomes.splice(index, 1);
  return index >= 0;
}

/** Starts a deployment and takes it through its phases. A newer deployment or a cancel ends it early. */
export function deploy(world: World, team: Team, appId: unknown, cause: string, newSpec?: Row, isForced = false): Row {
  const apps = team.table(path);
  const table = team.table(deploymentsOf(appId));
  const spec = newSpec ?? rowOf(apps.find(appId), 'spec');
  const row = table.add(
    deploymentRow(team, spec, `new ${world.nextId()}`, world.now(), {
      phase: 'PENDING_BUILD',
      cause,
      progress: progressAt('PENDING_BUILD', componentNames(spec)),
    }),
  );
  apps.change(appId, {
    in_progress_deployment: row,
    pending_deployment: undefined,
    last_deployment_created_at: row.created_at,
    updated_at: isoOf(world.now()),
  });
  const fails = isOrderedToFail(world) || (isForced && spec.name === troubled);
  for (const [phase, afterMs] of fails ? failedPhases : phases)
    later(world, afterMs, () => reach(world, team, appId, row.id, phase));
  return row;
}

function reach(world: World, team: Team, appId: unknown, id: unknown, phase: string): void {
  const apps = team.table(path);
  const table = team.table(deploymentsOf(appId));
  const before = table.find(id);
  if (!before || before.phase === 'CANCELED' || before.phase === 'SUPERSEDED' || !apps.find(appId)) return;
  const at = isoOf(world.now());
  const progress = progressAt(phase, componentNames(rowOf(before, 'spec')));
  const row = table.change(id, { phase, progress, phase_last_updated_at: at, updated_at: at });
  if (phase !== 'ACTIVE') {
    apps.change(appId, { in_progress_deployment: phase === 'ERROR' ? undefined : row, pending_deployment: undefined });
    return;
  }
  const old = rowOf(apps.find(appId), 'active_deployment').id;
  if (old !== undefined && old !== id) table.change(old, { phase: 'SUPERSEDED' });
  apps.change(appId, {
    active_deployment: row,
    in_progress_deployment: undefined,
    live_url: textOf(apps.find(appId), 'default_ingress'),
  });
}

function cancel(call: Call): Reply {
  const { app_id, deployment_id } = call.path;
  rowIn(call, path, app_id);
  const row = rowIn(call, deploymentsOf(app_id), deployment_id);
  if (['ACTIVE', 'ERROR', 'SUPERSEDED', 'CANCELED'].includes(textOf(row, 'phase')))
    throw badRequest('deployment is not in progress');
  const changed = call.team
    .table(deploymentsOf(app_id))
    .change(row.id, { phase: 'CANCELED', updated_at: isoOf(call.world.now()) });
  call.team.table(path).change(app_id, { in_progress_deployment: undefined });
  return ok({ deployment: changed });
}

const start =
  (cause: string) =>
  (call: Call): Reply => {
    const app = rowIn(call, path, call.path.app_id);
    return ok({ deployment: deploy(call.world, call.team, app.id, cause, undefined, bodyOf(call).force_build === true) });
  };

function list(call: Call): Reply {
  rowIn(call, path, call.path.app_id);
  const table = call.team.table(deploymentsOf(call.path.app_id));
  return listReply(call, table, table.list().toReversed());
}

function health(call: Call): Reply {
  const app = rowIn(call, path, call.path.app_id);
  const components = componentNames(rowOf(app, 'spec')).map((name) => ({
    name,
    state: 'HEALTHY',
    cpu_usage_percent: 12,
    memory_usage_percent: 41,
    replicas_desired: 1,
    replicas_ready: 1,
  }));
  return ok({ app_health: { components, functions_components: [] } });
}

const savedSpec = (world: World, team: Team, row: Row): Row =>
  withEncryptedSecrets(rowOf(row, 'spec'), () => team.random('secret', `${world.nextId()}`).hex(24));

export const apps: Family = {
  seeds: {
    [path]: seedApps,
    [`${path}/{app_id}/deployments`]: seedDeployments,
  },
  effects: {
    [path]: {
      born: ({ team, world }, row) => {
        const name = textOf(rowOf(row, 'spec'), 'name');
        const ingress = `https://${name}-${team.random('app host', textOf(row, 'id')).hex(5)}.apps.example.com`;
        const spec = savedSpec(world, team, row);
        const pending = deploy(world, team, row.id, 'initial deployment', spec);
        return {
          ...row,
          spec,
          default_ingress: ingress,
          live_url: '',
          active_deployment: undefined,
          in_progress_deployment: undefined,
          pending_deployment: pending,
          region: appRegion(textOf(rowOf(row, 'spec'), 'region')),
          pinned_deployment: undefined,
          domains: [],
        };
      },
      changed: ({ team, world }, row) => {
        const spec = savedSpec(world, team, row);
        const pending = deploy(world, team, row.id, 'app spec updated', spec);
        return {
          spec,
          in_progress_deployment: undefined,
          pending_deployment: pending,
          domains: domainsFor(world, team, path, row),
        };
      },
    },
  },
  handlers: {
    apps_list_deployments: list,
    apps_create_deployment: start('manual'),
    apps_cancel_deployment: cancel,
    apps_restart: start('restart'),
    apps_get_health: health,
  },
};
