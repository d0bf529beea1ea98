import type { ChartOf } from '../../../../preload/contract/metric-charts.ts';
import { type Chart, plainChart } from './chart.ts';

/** Apps. Without a component in the query each component of the app has a line. */
export const appCharts: Readonly<Record<ChartOf<'app'>, Chart>> = {
  cpu: plainChart('percent', [
    { operationId: 'monitoring_get_appCPUPercentageMetrics', line: 'component', label: 'app_component' },
  ]),
  memory: plainChart('percent', [
    { operationId: 'monitoring_get_appMemoryPercentageMetrics', line: 'component', label: 'app_component' },
  ]),
  restarts: plainChart('count', [
    { operationId: 'monitoring_get_appRestartCountMetrics.yml', line: 'component', label: 'app_component' },
  ]),
};

export const ofAutoscale = (name: string) => ({ operationId: `monitoring_get_droplet_autoscale_${name}` });

/** What a pool has, and what it aims at. Policies about its growing and shrinking tell of events, which no line shows. */
const ofPool = (unit: 'count' | 'percent', what: string, current: string): Chart =>
  plainChart(
    unit,
    [
      { ...ofAutoscale(current), line: 'current' },
      { ...ofAutoscale(`target_${what}`), line: 'target' },
    ],
    {
      [`v1/droplet/autoscale_alerts/current_${what}`]: 'current',
      [`v1/droplet/autoscale_alerts/target_${what}`]: 'target',
    },
  );

export const poolCharts: Readonly<Record<ChartOf<'autoscale-pool'>, Chart>> = {
  size: ofPool('count', 'instances', 'current_instances'),
  cpu: ofPool('percent', 'cpu_utilization', 'current_cpu_utilization.yml'),
  memory: ofPool('percent', 'memory_utilization', 'current_memory_utilization'),
};

export const mysql = (name: string, query: Readonly<Record<string, string>> = {}) => ({
  operationId: `monitoring_get_database_mysql_${name}`,
  query,
});
const averageAndMost = (name: string, policy: string): Chart =>
  plainChart(
    'percent',
    [
      { ...mysql(name, { aggregate: 'avg' }), line: 'average' },
      { ...mysql(name, { aggregate: 'max' }), line: 'highest' },
      { ...mysql(name, { aggregate: 'min' }), line: 'lowest' },
    ],
    { [`v1/dbaas/alerts/${policy}`]: 'average' },
  );
/** What is done to the rows of one schema. Its name joins the query when the chart is read. */
const ofSchema = (name: string): Chart['reads'] =>
  ['fetch', 'insert', 'update', 'delete'].map((metric) => mysql(name, { metric }));
const withMetric = (reads: Chart['reads']) => reads.map((read) => ({ ...read, line: read.query?.metric ?? '' }));

/** Database clusters: MySQL, since DigitalOcean has metrics of no other engine (read 2026-11). */
export const databaseCharts: Readonly<Record<ChartOf<'database'>, Chart>> = {
  cpu: averageAndMost('cpu_usage', 'cpu_alerts'),
  memory: averageAndMost('memory_usage', 'memory_utilization_alerts'),
  disk: averageAndMost('disk_usage', 'disk_utilization_alerts'),
  threads: plainChart('count', [
    { ...mysql('threads_connected'), line: 'connected' },
    { ...mysql('threads_active'), line: 'active' },
  ]),
  load: plainChart(
    'count',
    [
      { ...mysql('load', { metric: 'load1', aggregate: 'avg' }), line: 'load-1' },
      { ...mysql('load', { metric: 'load5', aggregate: 'avg' }), line: 'load-5' },
      { ...mysql('load', { metric: 'load15', aggregate: 'avg' }), line: 'load-15' },
    ],
    { 'v1/dbaas/alerts/load_15_alerts': 'load-15' },
  ),
  operations: plainChart(
    'per-second',
    ['select', 'insert', 'update', 'delete'].map((metric) => ({ ...mysql('op_rates', { metric }), line: metric })),
  ),
  'index-reads': plainChart('percent', [{ ...mysql('index_vs_sequential_reads'), line: 'by-index' }]),
  'threads-created': plainChart('per-second', [{ ...mysql('threads_created_rate'), line: 'created' }]),
  'schema-rows': plainChart('per-second', withMetric(ofSchema('schema_throughput'))),
  'schema-latency': plainChart('seconds', withMetric(ofSchema('schema_latency'))),
};
