import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Answer } from '../digitalocean/api.ts';
import { thingParameters } from '../metrics/charts/all.ts';
import { readMatrix, type Series } from '../metrics/matrix.ts';
import type { Need } from '../watching/plan.ts';
import type { MetricRead } from '../watching/policy-metrics.ts';
import { monitoringWords } from '../words/monitoring.ts';
import type { ReadContext } from './definition.ts';

/** What a steady metric last said, line by line, and when. It holds for that size of the thing. */
export interface SteadyValues {
  operationId: string;
  size: string | null;
  atMs: number;
  lines: readonly { labels: Readonly<Record<string, string>>; value: number }[];
}

/** What the reads of one need answered. */
export interface Readings {
  /** In the order of the need's reads. */
  answers: readonly (readonly Series[])[];
  steady: readonly SteadyValues[];
  /** The time by DigitalOcean's clock when it answered, Unix milliseconds; by this machine's where it does not say. */
  answeredAtMs: number;
  /** How far this machine's clock is ahead of DigitalOcean's, in milliseconds. */
  aheadMs: number;
  /** Requests that it cost. */
  cost: number;
}

/** How long what is steady holds without being asked. */
const steadyMs = 21_600_000;

/**
 * Reads the samples of one thing as far back as its policies look. What is steady is taken from `known` where that is not too old.
 * `aheadMs` is what is known of this machine's clock: the API takes the span as Unix seconds in text, by its own.
 */
export async function readNeed(
  { api, clock, options }: Pick<ReadContext<unknown>, 'api' | 'clock' | 'options'>,
  { thing, reads, lookBackMs }: Pick<Need, 'thing' | 'reads' | 'lookBackMs'>,
  { aheadMs, known }: { aheadMs: number; known: readonly SteadyValues[] },
): Promise<Outcome<Readings>> {
  const startedAtMs = clock.now();
  const end = Math.floor((startedAtMs - aheadMs) / 1000);
  const span = { start: String(end - Math.round(lookBackMs / 1000)), end: String(end) };
  const heldOf = ({ operationId, isSteady }: MetricRead) =>
    isSteady
      ? known.find(
          (one) => one.operationId === operationId && one.size === thing.size && Math.abs(startedAtMs - one.atMs) < steadyMs,
        )
      : undefined;
  const asked = await Promise.all(
    reads.map(async (read) => {
      const held = heldOf(read);
      const { operationId, query } = read;
      return held ?? api.call(operationId, { query: { [thingParameters[thing.kind]]: thing.id, ...span, ...query } }, options);
    }),
  );
  const nowMs = clock.now();
  const answers: (Series[] | SteadyValues)[] = [];
  let saidMs: number | null = null;
  for (const [index, answer] of asked.entries()) {
    if ('lines' in answer) {
      answers.push(answer);
      continue;
    }
    if (!answer.ok) return answer;
    const matrix = readMatrix(answer.value.body);
    if (!matrix) return failed({ kind: 'bad-answer', message: monitoringWords.badMetric(reads[index]?.operationId ?? '') });
    saidMs ??= dateOf(answer.value);
    answers.push(matrix);
  }
  // The header has whole seconds, and an answer takes some: that much is no difference.
  const isAhead = saidMs !== null && Math.abs(nowMs - saidMs) > sameClockMs;
  return success({
    answers: answers.map((one) => (Array.isArray(one) ? one : spread(one, answers))),
    steady: answers.flatMap((one, index) => steadyOf(one, reads[index], { size: thing.size, atMs: startedAtMs })),
    answeredAtMs: isAhead && saidMs !== null ? saidMs : nowMs,
    aheadMs: isAhead && saidMs !== null ? nowMs - saidMs : 0,
    cost: asked.filter((answer) => !('lines' in answer)).length,
  });
}

/** Steady values as lines, at every moment of the metrics that were read beside them. */
function spread({ lines }: SteadyValues, answers: readonly (Series[] | SteadyValues)[]): Series[] {
  const moments = answers.flatMap((one) =>
    Array.isArray(one) ? one.flatMap(({ samples }) => samples.map(({ atMs }) => atMs)) : [],
  );
  const times = [...new Set(moments)].sort((one, other) => one - other);
  return lines.map(({ labels, value }) => ({ labels, samples: times.map((atMs) => ({ atMs, value })) }));
}

/** What is kept of a steady metric: its newest values. */
function steadyOf(
  answer: Series[] | SteadyValues,
  read: MetricRead | undefined,
  { size, atMs }: Pick<SteadyValues, 'size' | 'atMs'>,
): SteadyValues[] {
  if (!read?.isSteady) return [];
  if (!Array.isArray(answer)) return [answer];
  const lines = answer.flatMap(({ labels, samples }) => {
    const newest = samples.at(-1);
    return newest === undefined ? [] : { labels, value: newest.value };
  });
  return lines.length === 0 ? [] : [{ operationId: read.operationId, size, atMs, lines }];
}

const sameClockMs = 10_000;

/** The `date` header of an answer, to the second. */
function dateOf({ headers }: Pick<Answer, 'headers'>): number | null {
  const atMs = Date.parse(headers.date ?? '');
  return Number.isNaN(atMs) ? null : atMs;
}
