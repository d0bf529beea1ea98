import type { MetricUnit } from '../../preload/contract/metric-charts.ts';
import type { MetricChart, MetricLimit, MetricLine } from '../../preload/contract/metrics.ts';
import { type ChartUnit, chartWords, lineName, metricValue } from '../words/charts.ts';
import { type Thinned, thinned } from './thin.ts';

export interface ModelLine {
  /** Unique in its chart. */
  key: string;
  name: string;
  /** `null`: nothing was measured at that moment. */
  values: MetricLine['values'];
}

export interface ModelLimit {
  key: string;
  /** "alert above 80 %". */
  text: string;
  value: number;
  /** Unix seconds; `null`: it does not fire. */
  firingSince: number | null;
  /** When it fired before, in Unix seconds. */
  fired: readonly { from: number; to: number }[];
  /** It lies on the drawing, and not far above all lines. */
  isInReach: boolean;
}

/** A chart as it is drawn: times in Unix seconds, as the library takes them. */
export interface ChartModel {
  unit: ChartUnit;
  times: number[];
  lines: ModelLine[];
  limits: ModelLimit[];
  /** The stretch that is shown, also where nothing was measured. */
  start: number;
  end: number;
  /** All of it, with as much as can be seen on a chart of usual width. */
  outline: Thinned;
  /** Lowest and highest of all values; `null`: nothing was measured at all. */
  extent: { lowest: number; highest: number } | null;
  /** Upper end of the scale, whose lower end is 0. */
  top: number;
  /** What the axis of times says, where that is not the person's own clock: Unix seconds and words. */
  ticks?: readonly { at: number; text: string }[];
  /** How the first line may go on after its newest value: towards what, and between what. Unix seconds. */
  outlook?: { from: number; value: number; to: number; aim: number; low: number; high: number };
}

/** Pixels for which an outline is enough. */
export const outlinePixels = 1000;

/** A limit further above all lines than this would press them flat. */
const reach = 2.5;

/** What the core told, ready to be drawn. `nameOf` knows the names of droplets. */
export function modelOf(chart: MetricChart, nameOf: (dropletId: number) => string | undefined): ChartModel {
  const { unit, fromMs, stepMs } = chart;
  const count = chart.lines[0]?.values.length ?? 0;
  const names = chart.lines.map((line) => lineName(line, nameOf));
  const times = Array.from({ length: count }, (_, index) => (fromMs + index * stepMs) / 1000);
  // Whatever is left out lies between what is kept, so the extremes are found in few samples.
  const outline = thinned({ times, lines: chart.lines }, times[0] ?? 0, times.at(-1) ?? 0, outlinePixels);
  const extent = extentOf(outline);
  const highest = Math.max(0, extent?.highest ?? 0);
  const limits = (chart.limits ?? []).map((limit) => limitOf(limit, unit, highest));
  const inReach = limits.filter(({ isInReach }) => isInReach).map(({ value }) => value);
  return {
    unit,
    times,
    lines: chart.lines.map((line, index) => ({
      key: `${line.line} ${line.detail ?? ''}`,
      name: names[index] ?? line.line,
      values: line.values,
    })),
    limits,
    start: chart.startMs / 1000,
    end: chart.endMs / 1000,
    outline,
    extent,
    // Modes are parts of what is used, which may be little.
    top: topOf(unit, Math.max(highest, ...inReach), !chart.lines.every(({ line }) => line === 'mode')),
  };
}

const limitOf = (limit: MetricLimit, unit: MetricUnit, highest: number): ModelLimit => ({
  key: limit.policyUuid,
  text: chartWords.limit(limit, metricValue(unit, limit.value)),
  value: limit.value,
  firingSince: limit.firingSinceMs === null ? null : limit.firingSinceMs / 1000,
  fired: limit.fired.map(({ fromMs, toMs }) => ({ from: fromMs / 1000, to: toMs / 1000 })),
  isInReach: (unit === 'percent' && limit.value <= 100) || limit.value <= highest * reach,
});

function extentOf({ lines }: Thinned): ChartModel['extent'] {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines)
    for (const value of line) {
      if (typeof value !== 'number') continue;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  return lowest > highest ? null : { lowest, highest };
}

const steps = [1, 2, 4, 5, 6, 8, 10];

/** The next number above that has a plain half. Bytes are counted by 1,024; shares of a whole end at the whole. */
export function topOf(unit: ChartUnit, highest: number, isOfWhole: boolean): number {
  if (unit === 'percent' && highest <= 100 && isOfWhole) return 100;
  if (highest <= 0) return 1;
  const base = unit === 'bytes' ? 1024 ** Math.floor(Math.log(highest) / Math.log(1024)) : 1;
  const size = 10 ** Math.floor(Math.log10(highest / base));
  return (steps.find((step) => step * size * base >= highest) ?? 10) * size * base;
}

/** Whether anything was measured at the moment of that place. */
export const isMeasured = ({ lines }: ChartModel, index: number): boolean =>
  lines.some(({ values }) => typeof values[index] === 'number');

/** The place of the measured moment nearest to a time in Unix seconds; `null`: nothing was measured at all. */
export function nearestMoment(model: ChartModel, seconds: number): number | null {
  const { times } = model;
  const [first = 0, second = first + 1] = times;
  const guess = Math.min(Math.max(Math.round((seconds - first) / (second - first)), 0), times.length - 1);
  for (let distance = 0; distance < times.length; distance += 1) {
    if (isMeasured(model, guess - distance)) return guess - distance;
    if (isMeasured(model, guess + distance)) return guess + distance;
  }
  return null;
}

/** The newest value of a line, and when it was measured (Unix seconds). */
export function newest({ times }: ChartModel, { values }: ModelLine): { value: number; at: number } | null {
  const index = values.findLastIndex((value) => typeof value === 'number');
  const [value, at] = [values[index], times[index]];
  return typeof value === 'number' && at !== undefined ? { value, at } : null;
}
