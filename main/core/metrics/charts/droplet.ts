import type { ChartOf } from '../../../../preload/contract/metric-charts.ts';
import { busyPercent, difference, modePercents, usedPercents } from '../derive.ts';
import { memoryPercent } from '../joined.ts';
import { type Chart, type ChartRead, drawn, linesOf, plainChart, single } from './chart.ts';

/** Seconds that the processors spent in each mode. */
export const cpu = { operationId: 'monitoring_get_DropletCpuMetrics' } as const;
export const memory = (what: 'Total' | 'Available' | 'Free' | 'Cached') => ({
  operationId: `monitoring_get_dropletMemory${what}Metrics`,
});
export const fileSystem = (what: 'Size' | 'Free') => ({ operationId: `monitoring_get_dropletFilesystem${what}Metrics` });
export const load = (minutes: 1 | 5 | 15) => ({ operationId: `monitoring_get_dropletLoad${minutes}Metrics` });

/** Megabits per second, by DigitalOcean's own word, so nothing is computed. */
export const bandwidth = (network: 'public' | 'private', direction: 'outbound' | 'inbound'): ChartRead => ({
  operationId: 'monitoring_get_dropletBandwidthMetrics',
  query: { interface: network, direction },
});
const traffic = (network: 'public' | 'private'): Chart =>
  plainChart(
    'megabits-per-second',
    [
      { ...bandwidth(network, 'outbound'), line: 'out' },
      { ...bandwidth(network, 'inbound'), line: 'in' },
    ],
    {
      [`v1/insights/droplet/${network}_outbound_bandwidth`]: 'out',
      [`v1/insights/droplet/${network}_inbound_bandwidth`]: 'in',
    },
  );

/**
 * Droplets. Without DigitalOcean's agent on it a droplet answers no series for most of these.
 * https://docs.digitalocean.com/reference/api/digitalocean/#tag/Monitoring
 */
export const dropletCharts: Readonly<Record<ChartOf<'droplet'>, Chart>> = {
  cpu: {
    reads: [cpu],
    unit: 'percent',
    lines: ([modes = []]) => single('used', busyPercent(modes)),
    policies: { 'v1/insights/droplet/cpu': 'used' },
  },
  'cpu-modes': {
    reads: [cpu],
    unit: 'percent',
    // The idle mode is the rest to 100, and would hide the others.
    lines: ([modes = []]) =>
      linesOf(
        'mode',
        modePercents(modes).filter(({ labels }) => labels.mode !== 'idle'),
        'mode',
      ),
    policies: {},
  },
  memory: {
    reads: [memory('Total'), memory('Available')],
    unit: 'percent',
    lines: ([total = [], available = []]) => drawn('used', memoryPercent(total, available)),
    policies: { 'v1/insights/droplet/memory_utilization_percent': 'used' },
  },
  'memory-parts': {
    reads: [memory('Total'), memory('Available'), memory('Cached'), memory('Free')],
    unit: 'bytes',
    lines: ([totals = [], availables = [], cached = [], free = []]) => {
      const [total] = totals;
      const [available] = availables;
      return [
        ...single('used', total && available && difference(total, available)),
        ...single('cached', cached[0]),
        ...single('free', free[0]),
        ...single('total', total),
      ];
    },
    policies: {},
  },
  disk: {
    reads: [fileSystem('Size'), fileSystem('Free')],
    unit: 'percent',
    lines: ([sizes = [], frees = []]) => linesOf('used', usedPercents(sizes, frees, 'mountpoint'), 'mountpoint'),
    policies: { 'v1/insights/droplet/disk_utilization_percent': 'used' },
  },
  'disk-free': plainChart('bytes', [{ ...fileSystem('Free'), line: 'free', label: 'mountpoint' }]),
  load: plainChart(
    'count',
    [
      { ...load(1), line: 'load-1' },
      { ...load(5), line: 'load-5' },
      { ...load(15), line: 'load-15' },
    ],
    {
      'v1/insights/droplet/load_1': 'load-1',
      'v1/insights/droplet/load_5': 'load-5',
      'v1/insights/droplet/load_15': 'load-15',
    },
  ),
  'public-traffic': traffic('public'),
  'private-traffic': traffic('private'),
};
