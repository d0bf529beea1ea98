import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { monitoringWords } from '../words/monitoring.ts';
import type { ReadContext } from './definition.ts';
import { average, cpuPercent, readMatrix, type Series, usedPercent } from './metric-matrix.ts';

/** How Buoy computes the value that a type of alert policy compares: the metrics to read, and the formula. */
interface Metric {
  reads: readonly { operationId: string; query?: Record<string, string> }[];
  value(series: readonly Series[][]): number | null;
}

const first = (series: readonly Series[][]): readonly Series[] => series[0] ?? [];
const averageOf = (operationId: string, query?: Record<string, string>): Metric => ({
  reads: [query ? { operationId, query } : { operationId }],
  value: (series) => average(first(series)),
});
const used = (whole: string, free: string): Metric => ({
  reads: [{ operationId: whole }, { operationId: free }],
  value: (series) => usedPercent(first(series), series[1] ?? []),
});
const bandwidth = (face: 'public' | 'private', direction: 'inbound' | 'outbound'): Metric =>
  averageOf('monitoring_get_dropletBandwidthMetrics', { interface: face, direction });

/**
 * By the policy's type. Disk reads and writes have no metric in the API, so Buoy cannot evaluate policies about them.
 * https://docs.digitalocean.com/reference/api/digitalocean/#tag/Monitoring
 */
const metrics: Readonly<Record<string, Metric>> = {
  'v1/insights/droplet/cpu': {
    reads: [{ operationId: 'monitoring_get_DropletCpuMetrics' }],
    value: (series) => cpuPercent(first(series)),
  },
  'v1/insights/droplet/memory_utilization_percent': used(
    'monitoring_get_dropletMemoryTotalMetrics',
    'monitoring_get_dropletMemoryAvailableMetrics',
  ),
  'v1/insights/droplet/disk_utilization_percent': used(
    'monitoring_get_dropletFilesystemSizeMetrics',
    'monitoring_get_dropletFilesystemFreeMetrics',
  ),
  'v1/insights/droplet/load_1': averageOf('monitoring_get_dropletLoad1Metrics'),
  'v1/insights/droplet/load_5': averageOf('monitoring_get_dropletLoad5Metrics'),
  'v1/insights/droplet/load_15': averageOf('monitoring_get_dropletLoad15Metrics'),
  'v1/insights/droplet/public_outbound_bandwidth': bandwidth('public', 'outbound'),
  'v1/insights/droplet/public_inbound_bandwidth': bandwidth('public', 'inbound'),
  'v1/insights/droplet/private_outbound_bandwidth': bandwidth('private', 'outbound'),
  'v1/insights/droplet/private_inbound_bandwidth': bandwidth('private', 'inbound'),
};

const metricOf = (type: string): Metric | undefined => (Object.hasOwn(metrics, type) ? metrics[type] : undefined);

/** Requests that evaluating a policy of that type costs; 0: the API has no metric for it. */
export const metricCost = (type: string): number => metricOf(type)?.reads.length ?? 0;

/**
 * The value over the last `windowMs` that a policy of that type compares; `null`: the droplet sent no data. The API takes the
 * span as Unix seconds in text.
 */
export async function readMetric(
  { api, clock, options }: Pick<ReadContext<unknown>, 'api' | 'clock' | 'options'>,
  type: string,
  dropletId: number,
  windowMs: number,
): Promise<Outcome<number | null>> {
  const metric = metricOf(type);
  if (!metric) return success(null);
  const endSeconds = Math.floor(clock.now() / 1000);
  const span = { start: String(endSeconds - Math.round(windowMs / 1000)), end: String(endSeconds) };
  const answers = await Promise.all(
    metric.reads.map(({ operationId, query }) =>
      api.call(operationId, { query: { host_id: String(dropletId), ...span, ...query } }, options),
    ),
  );
  const series: Series[][] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    const matrix = readMatrix(answer.value.body);
    if (!matrix) return failed({ kind: 'bad-answer', message: monitoringWords.badMetric(type) });
    series.push(matrix);
  }
  return success(metric.value(series));
}
