/** The facts of an alert that its sentences need. */
interface AlertFacts {
  /** The API's type, such as `v1/insights/droplet/cpu`. */
  type: string;
  comparison: 'GreaterThan' | 'LessThan';
  threshold: number;
  /** `null`: no data. */
  value: number | null;
}

/** The name and unit of each alert policy's metric, by the policy's type. Load has no unit. */
const metrics: Readonly<Record<string, { name: string; unit: string }>> = {
  'v1/insights/droplet/cpu': { name: 'CPU', unit: ' %' },
  'v1/insights/droplet/memory_utilization_percent': { name: 'Memory', unit: ' %' },
  'v1/insights/droplet/disk_utilization_percent': { name: 'Disk', unit: ' %' },
  'v1/insights/droplet/load_1': { name: 'Load (1 min)', unit: '' },
  'v1/insights/droplet/load_5': { name: 'Load (5 min)', unit: '' },
  'v1/insights/droplet/load_15': { name: 'Load (15 min)', unit: '' },
  'v1/insights/droplet/public_outbound_bandwidth': { name: 'Public traffic out', unit: ' Mbit/s' },
  'v1/insights/droplet/public_inbound_bandwidth': { name: 'Public traffic in', unit: ' Mbit/s' },
  'v1/insights/droplet/private_outbound_bandwidth': { name: 'Private traffic out', unit: ' Mbit/s' },
  'v1/insights/droplet/private_inbound_bandwidth': { name: 'Private traffic in', unit: ' Mbit/s' },
};

const metricOf = (type: string) => (Object.hasOwn(metrics, type) ? metrics[type] : undefined) ?? { name: type, unit: '' };

/** "91 %", to one decimal; "no data" when the droplet sent none. */
export function alertValue(alert: Pick<AlertFacts, 'type' | 'value'>): string {
  return alert.value === null ? 'no data' : `${Math.round(alert.value * 10) / 10}${metricOf(alert.type).unit}`;
}

/** "CPU above 80 % on worker-02". */
export function alertTitle(alert: Pick<AlertFacts, 'type' | 'comparison' | 'threshold'>, name: string): string {
  const { name: metric, unit } = metricOf(alert.type);
  return `${metric} ${alert.comparison === 'GreaterThan' ? 'above' : 'below'} ${alert.threshold}${unit} on ${name}`;
}

/** What to say when monitoring cannot be read. */
export const monitoringWords = {
  badMetric: (name: string) => `Buoy could not read DigitalOcean's answer about the metric ${name}.`,
} as const;
