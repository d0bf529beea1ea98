import { sentences } from '../../preload/contract/isolates.ts';
import type { ChartName, ChartOf, MetricKind, MetricRange, MetricUnit } from '../../preload/contract/metric-charts.ts';
import type { MetricLimit, MetricLine } from '../../preload/contract/metrics.ts';
import { inSentence } from './in-sentence.ts';
import { wholeNumber } from './locale.ts';
import { roughMoney, shortMoney } from './money.ts';
import { percent } from './sparks.ts';

/** The title of each chart, by the kind of thing that it is about. */
export const chartTitles: { readonly [K in MetricKind]: Readonly<Record<ChartOf<K>, string>> } = {
  droplet: {
    cpu: 'CPU',
    memory: 'Memory',
    disk: 'Disk',
    'public-traffic': 'Public traffic',
    'cpu-modes': 'CPU by mode',
    load: 'Load',
    'memory-parts': 'Memory by use',
    'disk-free': 'Free disk space',
    'private-traffic': 'Private traffic',
  },
  'load-balancer': {
    requests: 'Requests',
    responses: 'Answers by code',
    errors: 'Errors in 5 min',
    'error-rise': 'Rise of errors in 5 min',
    'response-time': 'Response time',
    connections: 'Connections',
    'connection-use': 'Connections in use',
    cpu: 'CPU',
    traffic: 'Traffic',
    'network-traffic': 'Network traffic',
    tls: 'TLS connections',
    'tls-use': 'TLS connections in use',
    'dropped-bytes': 'Dropped by its firewall',
    'dropped-packets': 'Packets dropped by its firewall',
    'target-responses': 'Droplets’ answers by code',
    'target-connections': 'Connections by droplet',
    'target-health': 'Health of droplets',
    'target-downtime': 'Downtime of droplets',
    queue: 'Requests that wait',
    'session-length': 'Length of sessions',
  },
  app: { cpu: 'CPU', memory: 'Memory', restarts: 'Restarts' },
  'autoscale-pool': { size: 'Droplets', cpu: 'CPU', memory: 'Memory' },
  database: {
    cpu: 'CPU',
    memory: 'Memory',
    disk: 'Disk',
    threads: 'Threads',
    load: 'Load',
    operations: 'Operations',
    'index-reads': 'Reads by an index',
    'threads-created': 'New threads',
    'schema-rows': 'Rows of a schema',
    'schema-latency': 'Waiting for rows of a schema',
  },
};

export const chartTitle = (kind: MetricKind, chart: ChartName): string =>
  (chartTitles[kind] as Readonly<Record<string, string>>)[chart] ?? chart;

/** What a line is. One that is missing here is one of several that its detail names, as by a mode or a mount point. */
const lineNames: Readonly<Record<string, string>> = {
  used: 'used',
  free: 'free',
  cached: 'cached',
  total: 'in all',
  in: 'in',
  out: 'out',
  'load-1': '1 min',
  'load-5': '5 min',
  'load-15': '15 min',
  requests: 'requests',
  average: 'average',
  half: 'half of all',
  most: '95 of 100',
  'nearly-all': '99 of 100',
  open: 'open',
  limit: 'limit',
  http: 'HTTP',
  tcp: 'TCP',
  udp: 'UDP',
  new: 'new',
  closed: 'closed, too many',
  dropped: 'dropped',
  waiting: 'waiting',
  current: 'now',
  target: 'aimed at',
  highest: 'highest',
  lowest: 'lowest',
  connected: 'connected',
  active: 'active',
  select: 'select',
  insert: 'insert',
  update: 'update',
  delete: 'delete',
  fetch: 'fetch',
  'by-index': 'by an index',
  created: 'created',
};

/** Modes of processors, as Linux calls them, in words. */
const modes: Readonly<Record<string, string>> = {
  user: 'programs',
  system: 'system',
  iowait: 'waiting for disks',
  irq: 'interrupts',
  softirq: 'soft interrupts',
  nice: 'low priority',
  steal: 'taken by the host',
};

/** The name of a line in its chart. `nameOf` knows the names of droplets by their ids. */
export function lineName(
  { line, detail }: Pick<MetricLine, 'line' | 'detail'>,
  nameOf: (dropletId: number) => string | undefined,
): string {
  if (detail === null) return lineNames[line] ?? line;
  if (line === 'mode') return modes[detail] ?? detail;
  const droplet = /^node-(\d+)$/.exec(detail)?.[1];
  return droplet === undefined ? detail : (nameOf(Number(droplet)) ?? `droplet ${droplet}`);
}

/** A number with as many digits as its size needs: "0.024", "3.4", "187". */
const digits = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 100 || value === 0) return wholeNumber(value);
  return String(Number(value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3)));
};

/** In steps of a thousand or of 1,024, with the first unit that leaves a number below one step. */
const stepped = (value: number, step: number, units: readonly string[]): string => {
  const place = value < step ? 0 : Math.min(Math.floor(Math.log(value) / Math.log(step)), units.length - 1);
  return `${digits(value / step ** place)} ${units[place]}`;
};

/** What a chart may be of: what DigitalOcean measures, or money. */
export type ChartUnit = MetricUnit | 'dollars';

const says: Readonly<Record<ChartUnit, (value: number) => string>> = {
  dollars: (value) => (value >= 100 ? roughMoney(value) : shortMoney(value)),
  percent,
  count: digits,
  'per-second': (value) => `${digits(value)}/s`,
  seconds: (value) => (value < 1 ? `${digits(value * 1000)} ms` : `${digits(value)} s`),
  bytes: (value) => stepped(value, 1024, ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']),
  'bytes-per-second': (value) => stepped(value, 1000, ['B/s', 'kB/s', 'MB/s', 'GB/s']),
  'megabits-per-second': (value) =>
    value >= 1000
      ? `${digits(value / 1000)} Gbit/s`
      : value < 0.1 && value > 0
        ? `${digits(value * 1000)} kbit/s`
        : `${digits(value)} Mbit/s`,
};

/** "34 %", "4.2 Mbit/s", "1.4 GiB". */
export const metricValue = (unit: ChartUnit, value: number): string => says[unit](value);

const rangeTexts: Readonly<Record<MetricRange, readonly [short: string, long: string]>> = {
  '1h': ['1 h', 'the last hour'],
  '6h': ['6 h', 'the last 6 hours'],
  '24h': ['24 h', 'the last 24 hours'],
  '7d': ['7 d', 'the last 7 days'],
  '14d': ['14 d', 'the last 14 days'],
};
export const rangeName = (range: MetricRange): string => rangeTexts[range][0];
export const rangeText = (range: MetricRange): string => rangeTexts[range][1];

/** Words of charts. */
export const chartWords = sentences({
  section: 'Charts',
  range: 'How far back',
  more: 'More charts',
  open: (chart: string) => `Show the chart of ${chart}`,
  close: 'Close the chart',
  menu: (chart: string) => `Copy or save ${chart}`,
  sampled: (age: string) => `sampled ${age}`,
  of: (chart: string, thing: string) => `${chart} of ${thing}`,
  /** The sentence that stands for the drawing. */
  summary: (title: string, range: string, now: string, lowest: string, highest: string) =>
    `${title}, ${range}: now ${now}, lowest ${lowest}, highest ${highest}`,
  nothing: 'nothing measured',
  at: (time: string, values: string) => `${time}: ${values}`,
  valueOf: (line: string, value: string) => `${line} ${value}`,
  firing: (span: string) => `Firing for ${span}`,
  fired: (times: number) => `Fired ${times === 1 ? 'once' : `${wholeNumber(times)} times`} in this time`,
  under: (limit: string) => `Under ${limit}`,
  over: (limit: string) => `Over ${limit}`,
  limit: ({ comparison }: Pick<MetricLimit, 'comparison'>, value: string) =>
    `alert ${comparison === 'GreaterThan' ? 'above' : 'below'} ${value}`,
  beyond: (limit: string) => `${limit} lies beyond the chart`,
  resetZoom: 'Show all of it again',
  copyCsv: 'Copy as CSV',
  saveCsv: 'Save as CSV…',
  copyPng: 'Copy as PNG',
  savePng: 'Save as PNG…',
  csv: (chart: string) => `${chart} as CSV`,
  png: (chart: string) => `${chart} as PNG`,
  table: 'Show as a table',
  noTable: 'Hide the table',
  tableOf: (chart: string, shown: number, all: number) =>
    shown === all ? `${chart}, every measurement` : `${chart}, ${wholeNumber(shown)} of ${wholeNumber(all)} measurements`,
  time: 'Time',
  keys: 'Arrows move along it, + and − zoom, 0 shows all of it',
  reading: (chart: string) => `Asking DigitalOcean for ${chart}`,
  empty: (range: string) => `Nothing was measured in ${range}.`,
  noAgent: 'Metrics need DigitalOcean’s agent on this droplet',
  noAgentDetail: 'It has sent none. Once the agent runs, the first ones come within minutes.',
  howToInstall: 'How to install the agent',
  isOff: 'This droplet is off, so it sends no metrics',
  isOffDetail: (range: string) => `It sent none in ${range} either.`,
  mysqlOnly: 'DigitalOcean has metrics of MySQL clusters only.',
  nodesAreDroplets: 'DigitalOcean has no metrics of clusters. Their nodes are droplets, which have charts of their own.',
  noneOfVolumes: 'DigitalOcean has no metrics of volumes. How full one is, the chart of its droplet’s disks tells.',
  schema: 'Schema',
  noSchemas: 'This cluster has no schema to look into.',

  compare: 'Charts side by side',
  openThing: (thing: string) => `Open ${thing}`,
  kind: 'Kind',
  chart: 'Chart',
  which: 'Which',
  kinds: {
    droplet: 'Droplets',
    'load-balancer': 'Load balancers',
    app: 'Apps',
    'autoscale-pool': 'Autoscale pools',
    database: 'MySQL clusters',
  },
  pinnedOnes: 'Pinned',
  ofTag: (tag: string) => `Tag ${tag}`,
  ofTeam: (team: string) => `Team ${team}`,
  allOfThem: 'All',
  byName: 'Chosen by name',
  add: 'Add one by name',
  remove: (name: string) => `Take ${name} out`,
  noSuchThing: (text: string) => `Nothing is called “${text}”`,
  leftOut: (shown: number, all: number) =>
    `${wholeNumber(shown)} of ${wholeNumber(all)} are drawn, to spare requests. Choose fewer to see others.`,
  noneChosen: 'Nothing to compare yet',
  noneChosenDetail: 'Choose a tag, a team, or things by their names.',
  noneThere: (kind: string) => `No ${inSentence(kind)} here`,
  allCharts: 'Every chart',
});
