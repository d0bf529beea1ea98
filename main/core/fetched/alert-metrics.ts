import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Answer } from '../digitalocean/api.ts';
import { readMatrix, type Series } from '../metrics/matrix.ts';
import type { Need } from '../watching/plan.ts';
import { idParameters, type MetricRead } from '../watching/policy-metrics.ts';
import { monitoringWords } from '../words/monitoring.ts';
import type { ReadContext } from './definition.ts';

/** What the reads of one need answered. */
export interface Readings {
  /** In the order of the need's reads. */
  answers: readonly (readonly Series[])[];
  /** The time by DigitalOcean's clock when it answered, Unix milliseconds; by this machine's where it does not say. */
  answeredAtMs: number;
  /** How far this machine's clock is ahead of DigitalOcean's, in milliseconds. */
  aheadMs: number;
}

/**
 * Reads the samples of one thing as far back as its policies look. `aheadMs` is what is known of this machine's clock: the API takes
 * the span as Unix seconds in text, by its own.
 */
export async function readNeed(
  { api, clock, options }: Pick<ReadContext<unknown>, 'api' | 'clock' | 'options'>,
  { thing, reads, lookBackMs }: Pick<Need, 'thing' | 'reads' | 'lookBackMs'>,
  aheadMs: number,
): Promise<Outcome<Readings>> {
  const end = Math.floor((clock.now() - aheadMs) / 1000);
  const span = { start: String(end - Math.round(lookBackMs / 1000)), end: String(end) };
  const ask = ({ operationId, query }: MetricRead) =>
    api.call(operationId, { query: { [idParameters[thing.kind]]: thing.id, ...span, ...query } }, options);
  const asked = await Promise.all(reads.map(ask));
  const answers: Series[][] = [];
  for (const [index, answer] of asked.entries()) {
    if (!answer.ok) return answer;
    const matrix = readMatrix(answer.value.body);
    if (!matrix) return failed({ kind: 'bad-answer', message: monitoringWords.badMetric(reads[index]?.operationId ?? '') });
    answers.push(matrix);
  }
  const nowMs = clock.now();
  const saidMs = asked[0]?.ok ? dateOf(asked[0].value) : null;
  // The header has whole seconds, and an answer takes some: that much is no difference.
  const isAhead = saidMs !== null && Math.abs(nowMs - saidMs) > sameClockMs;
  return success({ answers, answeredAtMs: isAhead ? saidMs : nowMs, aheadMs: isAhead ? nowMs - saidMs : 0 });
}

const sameClockMs = 10_000;

/** The `date` header of an answer, to the second. */
function dateOf({ headers }: Pick<Answer, 'headers'>): number | null {
  const atMs = Date.parse(headers.date ?? '');
  return Number.isNaN(atMs) ? null : atMs;
}
