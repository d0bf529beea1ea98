import type { MetricKind } from '../../../preload/contract/metric-charts.ts';
import type { MetricLimit } from '../../../preload/contract/metrics.ts';
import type { AlertPolicy } from '../digitalocean/resources/alert-policies.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { firingsIn } from '../watching/firings.ts';
import { pairKey } from '../watching/pairs.ts';
import { ruleOf } from '../watching/rule.ts';
import type { Chart, ChartLine } from './charts/chart.ts';
import type { Span } from './ranges.ts';

/** The thing of a chart. */
export interface Charted {
  connectionId: string;
  kind: MetricKind;
  thingId: string;
}

/**
 * The limits that alert policies set for what a chart shows, and since when they fire: as the watcher read and judged them, so that a
 * chart asks nothing for them and says the same as the notice; and when they fired before, by the
 * chart's own samples and by what the watcher kept, which is closer where the chart is coarse. `null`: the policies have not been read, or could not be.
 */
export function limitsOf(
  state: Pick<State, 'connections'>,
  charted: Charted,
  { chart, lines, startMs, endMs }: Span & { chart: Chart; lines: readonly ChartLine[] },
): MetricLimit[] | null {
  if (Object.keys(chart.policies).length === 0) return [];
  const connection = state.connections.get(charted.connectionId);
  if (!connection || connection.fetches.policies.fetchedAtMs === null) return null;
  const tags = tagsOf(connection, charted);
  return connection.policies.all.flatMap((policy): MetricLimit[] => {
    const line = Object.hasOwn(chart.policies, policy.type) ? chart.policies[policy.type] : undefined;
    if (line === undefined || policy.compare === 'unknown' || !concerns(policy, charted.thingId, tags)) return [];
    const { uuid, description, compare, value, windowMinutes } = policy;
    const { firingSinceMs = null, past = [] } = connection.alerts.get(pairKey(uuid, charted.thingId)) ?? {};
    const rule = ruleOf(policy);
    const judged = lines.filter((one) => line === null || one.line === line);
    // What still fires is told by the watcher, from where it saw it begin.
    const byChart = rule ? judged.flatMap(({ samples }) => firingsIn(rule, samples)) : [];
    const kept = past.filter(({ fromMs, toMs }) => toMs > startMs && fromMs < endMs);
    const fired = [...byChart, ...kept]
      .filter(({ toMs }) => firingSinceMs === null || toMs < firingSinceMs)
      .toSorted((one, other) => one.fromMs - other.fromMs);
    return [{ policyUuid: uuid, description, comparison: compare, value, windowMinutes, line, firingSinceMs, fired }];
  });
}

const concerns = ({ isEnabled, isAboutAll, entities, tags }: AlertPolicy, thingId: string, own: readonly string[]): boolean =>
  isEnabled && (isAboutAll || entities.includes(thingId) || own.some((tag) => tags.includes(tag)));

/** Policies name things by their tags too. No policy is about an app. */
function tagsOf({ droplets, policies }: ConnectionState, { kind, thingId }: Charted): readonly string[] {
  if (kind === 'app') return [];
  if (kind === 'droplet') return droplets.get(Number(thingId))?.tags ?? [];
  return policies.others[kind]?.find(({ id }) => id === thingId)?.tags ?? [];
}
