import { isolated, sentences } from '../../../preload/contract/isolates.ts';
import { metricWords } from '../../../preload/contract/metric-words.ts';

/** The facts of an alert that its sentences need. */
interface AlertFacts {
  /** The API's type, such as `v1/insights/droplet/cpu`. */
  type: string;
  comparison: 'GreaterThan' | 'LessThan';
  threshold: number;
  /** `null`: no data. */
  value: number | null;
}

/** "91 %", to one decimal; "no data" when the droplet sent none. */
export function alertValue(alert: Pick<AlertFacts, 'type' | 'value'>): string {
  return alert.value === null ? 'no data' : `${Math.round(alert.value * 10) / 10}${metricWords(alert.type).unit}`;
}

/** "CPU above 80 % on worker-02". */
export function alertTitle(alert: Pick<AlertFacts, 'type' | 'comparison' | 'threshold'>, name: string): string {
  const { name: metric, unit } = metricWords(alert.type);
  return `${metric} ${alert.comparison === 'GreaterThan' ? 'above' : 'below'} ${alert.threshold}${unit} on ${isolated(name)}`;
}

/** What to say when monitoring cannot be read. */
export const monitoringWords = sentences({
  badMetric: (name: string) => `Buoy could not read DigitalOcean's answer about the metric ${name}.`,
} as const);
