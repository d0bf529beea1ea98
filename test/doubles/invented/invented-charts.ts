import { metricRanges } from '../../../preload/contract/metric-charts.ts';
import type { MetricChart, MetricLine, MetricRequest, Spark } from '../../../preload/contract/metrics.ts';
import { inventedNow } from './invented-time.ts';

/** How many samples each line has. */
const count = 181;

/** A line that swings between two values, with a gap of five samples in its middle and a single missing one later. */
const swinging = (low: number, high: number, periods: number): (number | null)[] =>
  Array.from({ length: count }, (_, index) => {
    if ((index >= 90 && index < 95) || index === 120) return null;
    const share = (1 + Math.sin((index / (count - 1)) * periods * 2 * Math.PI)) / 2;
    return Math.round((low + (high - low) * share) * 100) / 100;
  });

const line = (name: string, detail: string | null, values: MetricLine['values']): MetricLine => ({ line: name, detail, values });

/** Ten thousand samples of each of eight modes, restless and with an hour's gap. */
const busy = (level: number): (number | null)[] =>
  Array.from({ length: 10_000 }, (_, index) =>
    index > 6000 && index < 6240
      ? null
      : Math.round(100 * (level + Math.sin(index / (300 + 90 * level)) + ((index * 7919) % 101) / 200)) / 100,
  );

const shapes: Record<string, Pick<MetricChart, 'unit' | 'lines'>> = {
  cpu: { unit: 'percent', lines: [line('used', null, swinging(20, 95, 3))] },
  memory: { unit: 'percent', lines: [line('used', null, swinging(58, 64, 5))] },
  disk: { unit: 'percent', lines: [line('used', '/', swinging(47, 48, 1)), line('used', '/mnt/data', swinging(71, 73, 1))] },
  'cpu-modes': {
    unit: 'percent',
    lines: ['user', 'system', 'iowait', 'irq', 'softirq', 'nice', 'steal', 'guest'].map((mode, index) =>
      line('mode', mode, busy(16 - 2 * index)),
    ),
  },
  'public-traffic': {
    unit: 'megabits-per-second',
    lines: [line('out', null, swinging(12, 42, 4)), line('in', null, swinging(4, 18, 4))],
  },
};

/** What the core could answer for that chart: the same for the same request. */
export function inventedChart({ chart, range, kind }: MetricRequest): MetricChart {
  const { unit, lines } = shapes[chart] ?? { unit: 'count', lines: [line('load-1', null, swinging(0.2, 3.4, 4))] };
  const stepMs = metricRanges[range] / ((lines[0]?.values.length ?? count) - 1);
  const endMs = inventedNow;
  const isWatched = kind === 'droplet' && chart === 'cpu';
  return {
    unit,
    startMs: endMs - metricRanges[range],
    endMs,
    fromMs: endMs - metricRanges[range],
    stepMs,
    lines,
    limits: isWatched
      ? [
          {
            policyUuid: 'p1',
            description: 'Workers hot',
            comparison: 'GreaterThan',
            value: 80,
            windowMinutes: 5,
            line: 'used',
            firingSinceMs: endMs - 7 * 60_000,
            fired: [],
          },
        ]
      : [],
    sampledAtMs: endMs,
    freshUntilMs: endMs + 60_000,
  };
}

/** A spark of every droplet. */
export const inventedSpark = (key: string): Spark => ({
  key,
  state: 'read',
  values: Array.from({ length: 96 }, (_, index) => (index > 40 && index < 46 ? null : 34 + 20 * Math.sin(index / 7))),
  endMs: inventedNow,
  latest: 41.2,
  sampledAtMs: inventedNow - 120_000,
});
