import { z } from 'zod';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../preload/contract/json.ts';
import type { LogApp } from '../../../preload/contract/log.ts';
import type { LogSource, LogType } from '../../../preload/contract/log-route.ts';
import type { Api, CallArguments, CallOptions } from '../digitalocean/api.ts';
import { componentsOf, specOf } from '../jobs/families/apps/spec.ts';
import { objectAt, textAt } from '../jobs/thing.ts';
import { logWords } from '../words/logs.ts';
import { addressesIn, type LogAddresses } from './addresses.ts';

/** The type in the API's words. */
const apiTypes: Readonly<Record<LogType, string>> = {
  build: 'BUILD',
  deploy: 'DEPLOY',
  run: 'RUN',
  crashed: 'RUN_RESTARTED',
  job: 'JOB_INVOCATION',
};

const newestSchema = z.object({ deployments: z.array(z.object({ id: z.string() })) });

/** Asks the API where a log is. An address works for a while only, so this is asked anew for each connection. */
export async function findLog(api: Api, source: LogSource, signal: AbortSignal): Promise<Outcome<LogAddresses>> {
  const options: CallOptions = { lane: 'command', signal };
  const { appId, component, runId, type } = source;
  let { deploymentId } = source;
  // What is being built is not live, so the operations for the live deployment do not know it.
  if (deploymentId === null && (type === 'build' || type === 'deploy')) {
    const newest = await newestDeployment(api, appId, options);
    if (!newest.ok) return newest;
    deploymentId = newest.value;
  }
  const ofRun = type === 'job' && component !== null && runId !== null ? { component, runId } : null;
  const { operationId, path } = operationFor({ appId, deploymentId, component, ofRun });
  const args: CallArguments = { path, query: { type: apiTypes[type], follow: true } };
  const answer = await api.call<Json>(operationId, args, options);
  if (!answer.ok) {
    const isOfLive = deploymentId === null && ofRun === null && answer.failure.kind === 'not-found';
    return isOfLive ? failed({ ...answer.failure, ...logWords.notRunning() }) : answer;
  }
  const addresses = addressesIn(answer.value.body);
  return addresses ? success(addresses) : failed({ kind: 'bad-answer', ...logWords.unreadableAnswer() });
}

async function newestDeployment(api: Api, appId: string, options: CallOptions): Promise<Outcome<string>> {
  const answer = await api.call('apps_list_deployments', { path: { app_id: appId }, query: { per_page: 1 } }, options);
  if (!answer.ok) return answer;
  const read = newestSchema.safeParse(answer.value.body);
  const newest = read.success ? read.data.deployments[0]?.id : undefined;
  return newest === undefined ? failed({ kind: 'not-found', ...logWords.noDeployment() }) : success(newest);
}

function operationFor({
  appId,
  deploymentId,
  component,
  ofRun,
}: {
  appId: string;
  deploymentId: string | null;
  component: string | null;
  ofRun: { component: string; runId: string } | null;
}): { operationId: string; path: Record<string, string> } {
  const path = { app_id: appId };
  if (ofRun) {
    const ofJob = { ...path, job_name: ofRun.component, job_invocation_id: ofRun.runId };
    return { operationId: 'apps_get_job_invocation_logs', path: ofJob };
  }
  const ofPart = component === null ? path : { ...path, component_name: component };
  if (deploymentId === null) {
    const one = component === null ? 'apps_get_logs_active_deployment_aggregate' : 'apps_get_logs_active_deployment';
    return { operationId: one, path: ofPart };
  }
  const operationId = component === null ? 'apps_get_logs_aggregate' : 'apps_get_logs';
  return { operationId, path: { ...ofPart, deployment_id: deploymentId } };
}

/** The app's name, and its components as they were in that deployment. */
export async function readLogApp(api: Api, { appId, deploymentId }: LogSource): Promise<Outcome<LogApp>> {
  const answer =
    deploymentId === null
      ? await api.call<Json>('apps_get', { path: { id: appId } })
      : await api.call<Json>('apps_get_deployment', { path: { app_id: appId, deployment_id: deploymentId } });
  if (!answer.ok) return answer;
  const { body } = answer.value;
  const spec = specOf(isObject(body) ? objectAt(body, deploymentId === null ? 'app' : 'deployment') : {});
  const components = componentsOf(spec).map(({ name }) => name);
  return success({ name: textAt(spec, 'name') || appId, components: components.filter((name) => name !== '') });
}
