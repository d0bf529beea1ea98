import type { MetricChart, MetricLine } from '../../../preload/contract/metrics.ts';
import type { ChartLine } from './charts/chart.ts';
import { sampleDistanceMs } from './derive.ts';
import type { Sample } from './matrix.ts';
import type { Span } from './ranges.ts';

/** For a chart whose lines have fewer than two samples. */
const usualStepMs = 60_000;

/** The moments of a chart, and the values of its lines at them. */
export type OnGrid = Pick<MetricChart, 'fromMs' | 'stepMs' | 'lines' | 'sampledAtMs'>;

/**
 * Puts all lines on moments of equal distance, because only values have to be told then. Moments without a sample are `null`:
 * what is a gap and what a single missing sample, whoever draws can tell.
 */
export function onGrid(lines: readonly ChartLine[], { startMs, endMs }: Span): OnGrid {
  const stepMs = Math.min(...lines.flatMap(({ samples }) => sampleDistanceMs(samples) ?? []), Number.POSITIVE_INFINITY);
  const step = Number.isFinite(stepMs) ? Math.max(1000, stepMs) : usualStepMs;
  const firsts = lines.flatMap(({ samples }) => samples[0]?.atMs ?? []);
  const lasts = lines.flatMap(({ samples }) => samples.at(-1)?.atMs ?? []);
  const fromMs = firsts.length === 0 ? startMs : Math.min(...firsts);
  const sampledAtMs = lasts.length === 0 ? null : Math.max(...lasts);
  // Bounded, whatever times an answer has: a single sample of long ago would make a grid without end.
  const count =
    sampledAtMs === null ? 0 : Math.min(Math.round((sampledAtMs - fromMs) / step), Math.ceil((endMs - startMs) / step) + 2) + 1;
  return {
    fromMs,
    stepMs: step,
    lines: lines.map(
      ({ line, detail, samples }): MetricLine => ({ line, detail, values: valuesAt(samples, fromMs, step, count) }),
    ),
    sampledAtMs,
  };
}

/** Of several samples at one moment the last counts. */
function valuesAt(samples: readonly Sample[], fromMs: number, stepMs: number, count: number): (number | null)[] {
  const values = new Array<number | null>(count).fill(null);
  for (const { atMs, value } of samples) {
    const index = Math.round((atMs - fromMs) / stepMs);
    if (index >= 0 && index < count) values[index] = rounded(value);
  }
  return values;
}

/** Six digits are more than a chart can show, and half as much to carry. */
const rounded = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(6)));
