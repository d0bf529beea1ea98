import { type MetricRange, metricRanges } from '../../../preload/contract/metric-charts.ts';

const minuteMs = 60_000;

/**
 * For how long an answer over each range serves: what one more sample would add cannot be seen before. DigitalOcean chooses the
 * distance of the samples by the range (two minutes over six hours, read 2026-11), and takes no wish for it.
 */
export const keptForMs: Readonly<Record<MetricRange, number>> = {
  '1h': minuteMs,
  '6h': 2 * minuteMs,
  '24h': 5 * minuteMs,
  '7d': 30 * minuteMs,
  '14d': 60 * minuteMs,
};

/** A stretch of time, Unix milliseconds. */
export interface Span {
  startMs: number;
  endMs: number;
}

/** The range that ends now. On whole minutes, so that samples of one answer stand beside those of the next. */
export function spanOf(range: MetricRange, nowMs: number): Span {
  const endMs = Math.floor(nowMs / minuteMs) * minuteMs;
  return { startMs: endMs - metricRanges[range], endMs };
}

/** A span as the API takes it: Unix seconds in text. */
export const asQuery = ({ startMs, endMs }: Span): { start: string; end: string } => ({
  start: String(Math.floor(startMs / 1000)),
  end: String(Math.floor(endMs / 1000)),
});
