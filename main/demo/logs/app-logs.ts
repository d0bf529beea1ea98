import type { Family } from '../families/family.ts';
import { type Call, type Handler, ok, type Reply, rowIn } from '../wire/call.ts';
import { badRequest, notFound } from '../wire/problem.ts';
import { type Row, rowOf, textOf } from '../world/table.ts';
import { type AskedLog, addressFor, type LogType } from './kept-logs.ts';
import { isGoingOn, writersIn, writtenBetween } from './written.ts';

const path = '/v2/apps';
/** Of the last two nothing is ever written here. */
const types = ['BUILD', 'DEPLOY', 'RUN', 'RUN_RESTARTED', 'UNSPECIFIED', 'AUTOSCALE_EVENT'] as const;

/** An app whose log is kept by a host that is none of DigitalOcean's. Nothing answers there, and its name never resolves. */
const keptElsewhere = 'status-page';
export const elsewhere = 'https://logs.example.invalid/live?token=0123456789abcdef';

function typeOf(call: Call): (typeof types)[number] {
  const found = types.find((type) => type === call.query.get('type'));
  if (!found) throw badRequest('type is invalid');
  return found;
}

function addresses({ world }: Call, log: AskedLog): Reply {
  if (log.type === 'RUN' && log.appName === keptElsewhere) return ok({ live_url: elsewhere, historic_urls: [] });
  if (isGoingOn(log)) return ok({ live_url: addressFor(world, log, 'live'), historic_urls: [] });
  // A run that is over left no more than its last ten minutes.
  const isEmpty = log.type === 'RUN' || writtenBetween(world, log, 0, world.now()).length === 0;
  return ok(isEmpty ? {} : { historic_urls: [addressFor(world, log, 'kept')] });
}

function logOf(call: Call, app: Row, deployment: Row): AskedLog {
  const type = typeOf(call);
  const spec = rowOf(deployment, 'spec');
  const all = writersIn(spec, type === 'BUILD' || type === 'DEPLOY' ? ['services', 'workers', 'jobs'] : ['services', 'workers']);
  const { component_name: one } = call.path;
  if (one !== undefined && !writersIn(spec, ['services', 'workers', 'jobs', 'static_sites', 'functions']).includes(one)) {
    throw notFound();
  }
  const components = one === undefined ? all : [one];
  return {
    team: call.team,
    appId: textOf(app, 'id'),
    appName: textOf(rowOf(app, 'spec'), 'name'),
    type,
    // Only one instance of the first component ever crashed, and only in one app.
    components: type === 'RUN_RESTARTED' ? crashedAmong(components, textOf(rowOf(app, 'spec'), 'name')) : components,
    deploymentId: textOf(deployment, 'id'),
    runId: null,
  };
}

const crashedAmong = (components: readonly string[], appName: string): string[] =>
  appName === 'storefront' ? components.filter((name) => name === 'web') : [];

const ofLive: Handler = (call) => {
  const app = rowIn(call, path, call.path.app_id);
  const deployment = rowOf(app, 'active_deployment');
  if (deployment.id === undefined) throw notFound();
  return addresses(call, logOf(call, app, deployment));
};

const ofDeployment: Handler = (call) => {
  const app = rowIn(call, path, call.path.app_id);
  return addresses(call, logOf(call, app, rowIn(call, `${path}/${call.path.app_id}/deployments`, call.path.deployment_id)));
};

const ofRun: Handler = (call) => {
  const app = rowIn(call, path, call.path.app_id);
  const run = rowIn(call, `${path}/${call.path.app_id}/job-invocations`, call.path.job_invocation_id);
  const type: LogType = 'JOB_INVOCATION';
  if (call.query.get('type') !== type) throw badRequest('type is invalid');
  return addresses(call, {
    team: call.team,
    appId: textOf(app, 'id'),
    appName: textOf(rowOf(app, 'spec'), 'name'),
    type,
    components: [textOf(run, 'job_name')],
    deploymentId: null,
    runId: textOf(run, 'id'),
  });
};

/** Where the logs of apps are. What they hold is served beside the API, at `/logs`. */
export const appLogs: Family = {
  handlers: {
    apps_get_logs_active_deployment: ofLive,
    apps_get_logs_active_deployment_aggregate: ofLive,
    apps_get_logs: ofDeployment,
    apps_get_logs_aggregate: ofDeployment,
    apps_get_job_invocation_logs: ofRun,
  },
};
