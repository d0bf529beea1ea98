import { duration } from '../../../preload/contract/time-words.ts';
import type { AttentionRow } from '../../../preload/contract/view.ts';
import { standingAlerts } from '../fetched/alerts.ts';
import { standingChecks } from '../fetched/uptime.ts';
import { alertRoute } from '../metrics/chart-route.ts';
import { titleOf } from '../names/action-title.ts';
import { labelOf } from '../names/connection-label.ts';
import { dropletKey } from '../names/droplet-key.ts';
import { erroredFact } from '../names/facts.ts';
import { matters } from '../names/matters.ts';
import { routeOf, routes } from '../names/routes.ts';
import { checkRoute, watchedName } from '../names/watched.ts';
import { keepSame } from '../same.ts';
import { usualFor } from '../state/fold-actions.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { attentionWords } from '../words/attention.ts';
import { alertWords } from '../words/monitoring.ts';
import type { Rows } from './droplet-rows.ts';
import { overallMonth } from './months.ts';

const dayMs = 86_400_000;
/** Spending is listed from this share of the limit on where the person chose none for notices. */
const nearlySpentPercent = 80;

/**
 * What needs a person now, the most urgent first. Unlike notices, which tell each fact once, rows stay as long as they are
 * true. Rows that are equal stay the same objects.
 */
export function createAttentionRows(): (state: State, nowMs: number) => Rows<AttentionRow> {
  let table: Rows<AttentionRow> = new Map();
  return (state, nowMs) => {
    const next = new Map<string, AttentionRow>();
    for (const row of collect(state, nowMs)) next.set(row.key, keepSame(table.get(row.key), row));
    const before = table.values();
    const isSame = next.size === table.size && [...next.values()].every((row) => before.next().value === row);
    if (!isSame) table = next;
    return table;
  };
}

/** Keys of what needs a person at that time. */
export const standingMatters = (state: State, nowMs: number): ReadonlySet<string> =>
  new Set(collect(state, nowMs).map((row) => row.key));

function collect(state: State, nowMs: number): AttentionRow[] {
  const rows = [...state.connections.values()].flatMap((connection) => [
    ...downRows(connection),
    ...uptimeRows(connection),
    ...tokenRows(connection, nowMs),
    ...alertRows(connection),
    ...actionRows(state, connection, nowMs),
  ]);
  const all = [...rows, ...vaultRows(state), ...spendRows(state), ...ownRows(state)];
  const rank = (row: AttentionRow) => (row.severity === 'danger' ? 0 : 1);
  return all.sort((one, other) => rank(one) - rank(other));
}

/** Droplets that are down, except those on which something runs already: that may be the remedy. */
function downRows(connection: ConnectionState): AttentionRow[] {
  return [...connection.downs].flatMap(([id, sinceMs]) => {
    const droplet = connection.droplets.get(id);
    if (!droplet || connection.runningOn.has(id) || connection.pending.has(id)) return [];
    const key = dropletKey(connection.id, id);
    return {
      key: matters.down(key),
      severity: 'danger' as const,
      kind: 'droplet-down' as const,
      title: attentionWords.dropletDown(droplet.name),
      detail: attentionWords.dropletDownDetail(labelOf(connection), droplet.regionSlug),
      sinceMs,
      connectionId: connection.id,
      route: routes.droplet(key),
      command: {
        label: attentionWords.powerOn,
        command: { kind: 'droplet-action' as const, dropletKeys: [key], type: 'power_on' as const },
      },
    };
  });
}

/**
 * Failed actions are listed for a day, or until their notice is read or a later action on the same resource completed. Slow
 * actions are listed while they run.
 */
function actionRows(state: State, connection: ConnectionState, nowMs: number): AttentionRow[] {
  const rows: AttentionRow[] = [];
  // Actions come newest first, so each resource is settled by its newest action that ended.
  const settled = new Set<string>();
  for (const action of connection.actions.values()) {
    const resource = `${action.resourceType}/${action.resourceId}`;
    if (action.status === 'completed') settled.add(resource);
    const endedMs = action.completedAtMs ?? action.startedAtMs;
    const isErrored = action.status === 'errored' && nowMs - endedMs < dayMs && !settled.has(resource);
    if (isErrored) settled.add(resource);
    const isSlow = action.status === 'in-progress' && action.isSlow;
    if (!isSlow && !(isErrored && !isNoticeRead(state, action.key, endedMs))) continue;
    const team = labelOf(connection);
    const estimate = usualFor(state.durations, action);
    rows.push({
      key: isSlow ? matters.slow(action.key) : erroredFact(action.key),
      severity: isSlow ? 'warn' : 'danger',
      kind: isSlow ? 'action-slow' : 'action-errored',
      title: isSlow ? attentionWords.slow(titleOf(action)) : titleOf(action),
      detail:
        isSlow && estimate
          ? attentionWords.slowDetail(team, duration(estimate.usualMs))
          : attentionWords.actionDetail(team, action.actionId),
      sinceMs: isSlow ? action.startedAtMs : endedMs,
      connectionId: connection.id,
      route: routeOf(action) ?? routes.activity,
      command: null,
    });
  }
  return rows;
}

/**
 * Whether the person has seen the notice about a failed action. A notice about several actions names none of their keys, so
 * its time is compared. Without a notice the action failed before Buoy first looked, and counts as seen.
 */
function isNoticeRead(state: State, actionKey: string, endedMs: number): boolean {
  const notice = state.notices.find((one) => {
    const isMeant = one.key === erroredFact(actionKey) || (one.count > 1 && one.atMs >= endedMs);
    return one.kind === 'action-errored' && isMeant;
  });
  return notice === undefined || notice.isRead;
}

/** Tokens that no longer work until the person pastes a new one. */
function tokenRows(connection: ConnectionState, nowMs: number): AttentionRow[] {
  const { status } = connection.access;
  if (status !== 'refused' && status !== 'secret-lost') return [];
  const label = labelOf(connection);
  const isRefused = status === 'refused';
  return [
    {
      key: matters.token(connection.id),
      severity: 'danger',
      kind: isRefused ? 'token' : 'vault',
      title: isRefused ? attentionWords.refused(label) : attentionWords.secretLost(label),
      detail: isRefused ? attentionWords.refusedDetail(connection.lastWorkedAtMs, nowMs) : attentionWords.secretLostDetail,
      sinceMs: connection.lastWorkedAtMs,
      connectionId: connection.id,
      route: routes.connections,
      command: null,
    },
  ];
}

/** One row for all connections that wait for the keyring, once the keyring has reported a problem. */
function vaultRows(state: State): AttentionRow[] {
  const waiting = [...state.connections.values()].filter((connection) => connection.access.status === 'waiting-for-vault');
  if (waiting.length === 0 || !state.vaultProblem) return [];
  return [
    {
      key: 'vault',
      severity: 'danger',
      kind: 'vault',
      title: attentionWords.vault(waiting.map(labelOf)),
      detail: [state.vaultProblem.message, state.vaultProblem.nextStep].filter(Boolean).join(' '),
      sinceMs: null,
      connectionId: null,
      route: routes.connections,
      command: { label: attentionWords.vaultRetry, command: { kind: 'refresh' } },
    },
  ];
}

function uptimeRows(connection: ConnectionState): AttentionRow[] {
  const down = standingChecks(connection).filter((check) => check.status === 'down');
  return down.map((check) => ({
    key: matters.uptime(connection.id, check.checkId),
    severity: 'danger',
    kind: 'uptime',
    title: attentionWords.uptimeDown(check.name),
    detail: attentionWords.uptimeDownDetail(labelOf(connection), check.target, check.downIn),
    sinceMs: check.changedAtMs,
    connectionId: connection.id,
    route: checkRoute(connection.id, check.checkId),
    command: null,
  }));
}

/** Policies that fire. What is unknown is not listed: neither that it fires nor that it does not. */
function alertRows(connection: ConnectionState): AttentionRow[] {
  const firing = standingAlerts(connection).filter(({ judgement }) => judgement === 'firing');
  return firing.map((alert) => ({
    key: matters.alert(connection.id, alert.key),
    severity: 'warn',
    kind: 'alert',
    title: alertWords.title(alert, watchedName(connection.droplets, alert.thing)),
    detail: attentionWords.alertDetail(
      labelOf(connection),
      alert.description,
      alertWords.value(alert.type, alert.latest?.value ?? null),
    ),
    sinceMs: alert.firingSinceMs,
    connectionId: connection.id,
    route: alertRoute(connection.id, alert.type, alert.thing),
    command: null,
  }));
}

function spendRows(state: State): AttentionRow[] {
  const spend = overallMonth(state);
  const from = (state.settings.costs.warnAtPercent ?? nearlySpentPercent) / 100;
  if (!spend?.limit || (spend.limit.usedShare < from && !spend.limit.isForecastOver)) return [];
  const { usedShare, usd: limitUsd, isForecastOver } = spend.limit;
  const forecastUsd = isForecastOver ? (spend.forecast?.usd ?? null) : null;
  return [
    {
      key: matters.spend(spend.generatedAtMs),
      severity: 'warn',
      kind: 'spend',
      title: attentionWords.spend(usedShare, limitUsd),
      detail: attentionWords.spendDetail(spend.connectionIds.length, spend.usedUsd, forecastUsd),
      sinceMs: null,
      connectionId: null,
      route: routes.billing,
      command: null,
    },
  ];
}

/** Problems with Buoy's own files. One failure stands for all: they usually share a cause, such as a full disk. */
function ownRows(state: State): AttentionRow[] {
  const [failure] = state.storageFailures.values();
  const own = (key: string, title: string, detail: string): AttentionRow => ({
    key,
    severity: 'warn',
    kind: 'other',
    title,
    detail,
    sinceMs: null,
    connectionId: null,
    route: routes.settings,
    command: null,
  });
  return [
    ...(failure ? [own('storage', attentionWords.storage, attentionWords.storageDetail(failure.message))] : []),
    ...(state.setAside.length === 0
      ? []
      : [own('set-aside', attentionWords.setAside(state.setAside.length), attentionWords.setAsideDetail)]),
    ...(state.notUnderstood.length === 0
      ? []
      : [own('not-understood', attentionWords.notUnderstood, attentionWords.notUnderstoodDetail(state.notUnderstood))]),
  ];
}
