import type { Outcome } from '../../../preload/contract/failure.ts';
import type { MetricKind } from '../../../preload/contract/metric-charts.ts';
import type { MetricLimit } from '../../../preload/contract/metrics.ts';
import { type AlertPolicy, listAlertPolicies } from '../digitalocean/resources/alert-policies.ts';
import type { CoreServices } from '../services.ts';
import type { Chart } from './charts/chart.ts';

/** Policies hardly change. */
const keptForMs = 600_000;

/** The thing of a chart. */
export interface Charted {
  connectionId: string;
  kind: MetricKind;
  thingId: string;
}

/** The limits that alert policies set for what a chart shows. */
export interface Limits {
  /** `null`: the policies could not be read. Never fails, because a chart is worth showing without them. */
  of(charted: Charted, chart: Chart, signal: AbortSignal): Promise<MetricLimit[] | null>;
  clear(): void;
}

/** Reads the policies of a team when a chart that can have limits is first opened, and then every ten minutes at most. */
export function createLimits({ clock, state, api }: Pick<CoreServices, 'clock' | 'state' | 'api'>): Limits {
  const kept = new Map<string, { read: Promise<Outcome<AlertPolicy[]>>; atMs: number }>();

  function policiesOf(connectionId: string): Promise<Outcome<AlertPolicy[]>> {
    const known = kept.get(connectionId);
    if (known && Math.abs(clock.now() - known.atMs) < keptForMs) return known.read;
    const opened = api(connectionId);
    if (!opened.ok) return Promise.resolve(opened);
    // Without the chart's signal: the answer serves every chart of the team.
    const read = listAlertPolicies(opened.value, { lane: 'command', deadlineMs: 30_000 });
    kept.set(connectionId, { read, atMs: clock.now() });
    void read.then((outcome) => {
      if (!outcome.ok && kept.get(connectionId)?.read === read) kept.delete(connectionId);
    });
    return read;
  }

  function firingSince({ connectionId, kind, thingId }: Charted, policyUuid: string): number | null {
    if (kind !== 'droplet') return null;
    const alert = state().connections.get(connectionId)?.alerts.get(`${policyUuid}/${thingId}`);
    return alert?.isFiring ? alert.changedAtMs : null;
  }

  return {
    async of(charted, chart, signal) {
      if (Object.keys(chart.policies).length === 0) return [];
      const read = await policiesOf(charted.connectionId);
      if (!read.ok || signal.aborted) return null;
      const tags = tagsOf(state(), charted);
      return read.value.flatMap((policy): MetricLimit[] => {
        const line = Object.hasOwn(chart.policies, policy.type) ? chart.policies[policy.type] : undefined;
        if (line === undefined || policy.compare === 'unknown' || !concerns(policy, charted.thingId, tags)) return [];
        const { uuid, description, compare, value, windowMinutes } = policy;
        const firingSinceMs = firingSince(charted, uuid);
        return [{ policyUuid: uuid, description, comparison: compare, value, windowMinutes, line, firingSinceMs }];
      });
    },
    clear: () => kept.clear(),
  };
}

const concerns = ({ isEnabled, isAboutAll, entities, tags }: AlertPolicy, thingId: string, own: readonly string[]): boolean =>
  isEnabled && (isAboutAll || entities.includes(thingId) || own.some((tag) => tags.includes(tag)));

/** Policies name droplets by their tags too. */
const tagsOf = (state: ReturnType<CoreServices['state']>, { connectionId, kind, thingId }: Charted): readonly string[] =>
  kind === 'droplet' ? (state.connections.get(connectionId)?.droplets.get(Number(thingId))?.tags ?? []) : [];
