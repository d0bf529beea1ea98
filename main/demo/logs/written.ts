import { listOf, rowOf, textOf } from '../world/table.ts';
import { minuteMs, type World } from '../world/world.ts';
import type { AskedLog } from './kept-logs.ts';
import { buildTexts, crashTexts, deployTexts, failedBuildTexts, reportTexts, requestLines } from './texts.ts';

/** Something that was written, and when, in Unix milliseconds. */
export interface Written {
  atMs: number;
  component: string;
  text: string;
}

/** In each of these a component may write; all of it follows from the seed, so that any part can be told at any time. */
const slotMs = 1_300;
const share = 0.7;
const reportEveryMs = 2_000;
const longestRunMs = 15 * minuteMs;

const path = '/v2/apps';

/** What was written in a log after `fromMs`, up to `toMs`, in order. */
export function writtenBetween(world: World, log: AskedLog, fromMs: number, toMs: number): Written[] {
  const all = log.components.flatMap((component) => writtenBy(world, log, component, fromMs, toMs));
  return all.filter(({ atMs }) => atMs > fromMs && atMs <= toMs).sort((one, other) => one.atMs - other.atMs);
}

function writtenBy(world: World, log: AskedLog, component: string, fromMs: number, toMs: number): Written[] {
  switch (log.type) {
    case 'RUN':
      return requests(log, component, fromMs, toMs);
    case 'BUILD':
    case 'DEPLOY':
      return ofDeployment(world, log, component);
    case 'RUN_RESTARTED':
      return crashTexts.map((text, index) => ({ component, text, atMs: world.startMs - 40 * minuteMs + index * 900 }));
    case 'JOB_INVOCATION':
      return ofRun(log, component, toMs);
    case 'UNSPECIFIED':
    case 'AUTOSCALE_EVENT':
      return [];
  }
}

function requests({ team, appId }: AskedLog, component: string, fromMs: number, toMs: number): Written[] {
  const written: Written[] = [];
  for (let slot = Math.floor(fromMs / slotMs); slot * slotMs <= toMs; slot += 1) {
    const random = team.random('log', appId, component, slot);
    if (!random.chance(share)) continue;
    const atMs = slot * slotMs + random.whole(0, slotMs - 10);
    for (const [index, text] of requestLines(random).entries()) written.push({ component, text, atMs: atMs + index });
  }
  return written;
}

/** A build takes 10 s and a deployment 8 s, as the phases of a deployment do. */
const spans = { BUILD: [2_000, 10_000, buildTexts], DEPLOY: [14_000, 7_500, deployTexts] } as const;

function ofDeployment(world: World, { team, appId, type, deploymentId }: AskedLog, component: string): Written[] {
  if (type !== 'BUILD' && type !== 'DEPLOY') return [];
  const row = team.table(`${path}/${appId}/deployments`).find(deploymentId);
  const bornMs = Date.parse(textOf(row, 'created_at'));
  const isFailed = row?.phase === 'ERROR';
  if (isFailed && type === 'DEPLOY') return [];
  const [startMs, lastsMs, usual] = spans[type];
  const texts = isFailed ? [...usual.slice(0, -4), ...failedBuildTexts] : usual;
  return texts.map((text, index) => ({
    component,
    text,
    atMs: bornMs + (startMs + (lastsMs * index) / texts.length) / world.speed,
  }));
}

function ofRun({ team, appId, runId }: AskedLog, component: string, toMs: number): Written[] {
  const row = team.table(`${path}/${appId}/job-invocations`).find(runId);
  const startedMs = Date.parse(textOf(row, 'started_at'));
  const completedMs = Date.parse(textOf(row, 'completed_at')) || Number.POSITIVE_INFINITY;
  const endMs = Math.min(toMs, completedMs, startedMs + longestRunMs);
  const count = Math.max(0, Math.floor((endMs - startedMs) / reportEveryMs));
  return Array.from({ length: Math.min(count, 48) + 1 }, (_, index) => ({
    component,
    text: reportTexts(index),
    atMs: startedMs + index * reportEveryMs,
  }));
}

/** Whether more may still be written. */
export function isGoingOn({ team, appId, type, deploymentId, runId }: AskedLog): boolean {
  const deployment = team.table(`${path}/${appId}/deployments`).find(deploymentId);
  switch (type) {
    case 'RUN':
      return rowOf(team.table(path).find(appId), 'active_deployment').id === deploymentId;
    case 'BUILD':
      return ['PENDING_BUILD', 'BUILDING'].includes(textOf(deployment, 'phase'));
    case 'DEPLOY':
      return ['PENDING_BUILD', 'BUILDING', 'PENDING_DEPLOY', 'DEPLOYING'].includes(textOf(deployment, 'phase'));
    case 'RUN_RESTARTED':
    case 'UNSPECIFIED':
    case 'AUTOSCALE_EVENT':
      return false;
    case 'JOB_INVOCATION':
      return textOf(team.table(`${path}/${appId}/job-invocations`).find(runId), 'phase') === 'RUNNING';
  }
}

/** The components of a spec that may write something. */
export const writersIn = (spec: Parameters<typeof listOf>[0], kinds: readonly string[]): string[] =>
  kinds.flatMap((kind) =>
    listOf(spec, kind).flatMap((one) => (typeof one === 'object' && one && 'name' in one ? [String(one.name)] : [])),
  );
