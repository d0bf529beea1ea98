import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { isAboutSchema } from '../../../preload/contract/metric-charts.ts';
import type { MetricChart, MetricRequest } from '../../../preload/contract/metrics.ts';
import type { CoreServices, MetricsPart } from '../services.ts';
import { metricReadWords } from '../words/metrics.ts';
import { chartOf, thingParameters } from './charts/all.ts';
import type { Chart } from './charts/chart.ts';
import { onGrid } from './grid.ts';
import { createKeptReads, type KeptRead } from './kept-reads.ts';
import { limitsOf } from './limits.ts';
import { keptForMs } from './ranges.ts';
import { createSparkBudget } from './spark-budget.ts';
import { createSparks } from './sparks.ts';

/**
 * Charts and sparks. A chart that a person opened is read in the person's lane and abandoned when it goes away; sparks are polls
 * that give up before any other.
 */
export function createMetrics(services: CoreServices, canAsk: (connectionId: string) => boolean): MetricsPart {
  const keptReads = createKeptReads(services);
  const sparks = createSparks(services, { budget: createSparkBudget(() => services.clock.now()), canAsk });
  const running = new Map<string, AbortController>();

  /** Runs what a page waits for, until it says that nobody does any more. */
  async function whileWanted<T>(requestId: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    running.get(requestId)?.abort();
    running.set(requestId, controller);
    try {
      return await run(controller.signal);
    } finally {
      if (running.get(requestId) === controller) running.delete(requestId);
    }
  }

  async function readChart(request: MetricRequest, chart: Chart, signal: AbortSignal): Promise<Outcome<MetricChart>> {
    const { connectionId, kind, thingId, range, schema } = request;
    const thing = { [thingParameters[kind]]: thingId, ...(schema === undefined ? {} : { schema }) };
    const answers = await Promise.all(
      chart.reads.map(({ operationId, query }) =>
        keptReads.read({ connectionId, operationId, query: { ...query, ...thing }, range }, signal),
      ),
    );
    const reads: KeptRead[] = [];
    for (const answer of answers) {
      if (!answer.ok) return answer;
      reads.push(answer.value);
    }
    const span = { startMs: Math.min(...reads.map((one) => one.startMs)), endMs: Math.max(...reads.map((one) => one.endMs)) };
    const lines = chart.lines(reads.map(({ series }) => series));
    return success({
      unit: chart.unit,
      ...span,
      ...onGrid(lines, span),
      limits: limitsOf(services.state(), { connectionId, kind, thingId }, { chart, lines, ...span }),
      freshUntilMs: Math.min(...reads.map(({ readAtMs }) => readAtMs)) + keptForMs[range],
    });
  }

  return {
    calls: {
      async readMetric(request) {
        const chart = chartOf(request.kind, request.chart);
        const isWhole = chart !== undefined && isAboutSchema(request.chart) === (request.schema !== undefined);
        if (!isWhole) return failed(noSuchChart(request.chart));
        return whileWanted(request.requestId, (signal) => readChart(request, chart, signal));
      },
      readSparks: async ({ requestId, dropletKeys }) =>
        success(await whileWanted(requestId, (signal) => sparks.read(dropletKeys, signal))),
      async cancelMetric({ requestId }) {
        running.get(requestId)?.abort();
        return success(null);
      },
    },
    stop() {
      for (const controller of running.values()) controller.abort();
      keptReads.clear();
      sparks.clear();
    },
  };
}

const noSuchChart = (chart: string): Failure => ({
  kind: 'invalid-arguments',
  message: metricReadWords.noSuchChart(chart),
  field: 'chart',
});
