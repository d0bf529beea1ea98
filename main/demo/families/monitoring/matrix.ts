import { type Call, ok, type Reply } from '../../wire/call.ts';
import { badRequest } from '../../wire/problem.ts';
import type { Row } from '../../world/table.ts';

/** One line of a chart: its labels, and its value at a moment (Unix seconds). */
export interface Series {
  metric: Row;
  at: (seconds: number) => number;
}

/** Whether a thing sends nothing at a moment (Unix seconds). */
export type Silence = (seconds: number) => boolean;

interface Window {
  startSeconds: number;
  endSeconds: number;
  stepSeconds: number;
}

/** The API's resolution: a sample a minute, fewer over longer times, a few hundred points at most. */
function windowOf({ query, world }: Call): Window {
  const [start, end] = [Number(query.get('start')), Number(query.get('end'))];
  if (!Number.isFinite(start) || !Number.isFinite(end) || end < start)
    throw badRequest('start and end must be Unix seconds, the earlier one first.');
  const stepSeconds = Math.max(60, Math.ceil((end - start) / 360 / 60) * 60);
  const nowSeconds = Math.floor(world.now() / 1000);
  return { startSeconds: Math.ceil(start / stepSeconds) * stepSeconds, endSeconds: Math.min(end, nowSeconds), stepSeconds };
}

/** A matrix in Prometheus's form: times are numbers and values are texts. A thing without samples has no line. */
export function matrix(call: Call, series: readonly Series[], isSilent: Silence = () => false): Reply {
  const { startSeconds, endSeconds, stepSeconds } = windowOf(call);
  const moments: number[] = [];
  for (let seconds = startSeconds; seconds <= endSeconds; seconds += stepSeconds) if (!isSilent(seconds)) moments.push(seconds);
  const result = series.flatMap(({ metric, at }) =>
    moments.length === 0 ? [] : [{ metric, values: moments.map((seconds): [number, string] => [seconds, trimmed(at(seconds))]) }],
  );
  return ok({ status: 'success', data: { resultType: 'matrix', result } });
}

const trimmed = (value: number): string => String(Math.round(value * 1000) / 1000);
