/**
 * The charts that Buoy has, by the kind of thing that they are about. In a file of its own, so that the page can use it without
 * loading the schema library. What is read for a chart and how it is computed is `main/core/metrics/charts`; its words are
 * `renderer/words/charts.ts`.
 */
export const metricCharts = {
  droplet: ['cpu', 'memory', 'disk', 'public-traffic', 'cpu-modes', 'load', 'memory-parts', 'disk-free', 'private-traffic'],
  'load-balancer': [
    'requests',
    'responses',
    'response-time',
    'connections',
    'errors',
    'error-rise',
    'connection-use',
    'cpu',
    'traffic',
    'network-traffic',
    'tls',
    'tls-use',
    'dropped-bytes',
    'dropped-packets',
    'target-responses',
    'target-connections',
    'target-health',
    'target-downtime',
    'queue',
    'session-length',
  ],
  app: ['cpu', 'memory', 'restarts'],
  'autoscale-pool': ['size', 'cpu', 'memory'],
  database: [
    'cpu',
    'memory',
    'disk',
    'threads',
    'load',
    'operations',
    'index-reads',
    'threads-created',
    'schema-rows',
    'schema-latency',
  ],
} as const;

export const metricKinds = Object.keys(metricCharts) as MetricKind[];
export type MetricKind = keyof typeof metricCharts;
/** Name of a chart of that kind of thing. */
export type ChartOf<K extends MetricKind> = (typeof metricCharts)[K][number];
export type ChartName = ChartOf<MetricKind>;

/** How far back a chart goes: its name in addresses and storage, and its length. */
export const metricRanges = {
  '1h': 3_600_000,
  '6h': 21_600_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '14d': 1_209_600_000,
} as const;
export type MetricRange = keyof typeof metricRanges;
export const metricRangeNames = Object.keys(metricRanges) as MetricRange[];

/** Charts about one schema of a database, which has to be named. */
export const isAboutSchema = (chart: string): boolean => chart === 'schema-rows' || chart === 'schema-latency';

/** What the numbers of a chart count. `count` has no unit. */
export const metricUnits = [
  'percent',
  'count',
  'per-second',
  'seconds',
  'bytes',
  'bytes-per-second',
  'megabits-per-second',
] as const;
export type MetricUnit = (typeof metricUnits)[number];
