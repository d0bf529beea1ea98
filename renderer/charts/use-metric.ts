import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, FailureKind } from '../../preload/contract/failure.ts';
import type { ChartName, MetricKind, MetricRange } from '../../preload/contract/metric-charts.ts';
import type { MetricChart } from '../../preload/contract/metrics.ts';
import { usePage } from '../page/page.ts';
import { useJudged } from './use-judged.ts';

/** A thing that has charts. */
export interface ChartedThing {
  connectionId: string;
  kind: MetricKind;
  thingId: string;
}

/** Which chart of a thing. */
export interface ChartAddress extends ChartedThing {
  chart: ChartName;
  /** For charts about one schema of a database. */
  schema?: string;
}

export interface MetricRead {
  /** What was read last. It stays while another range is read, and when that fails. */
  chart: MetricChart | null;
  /** The range that `chart` is of. */
  range: MetricRange;
  failure: Failure | null;
  isReading: boolean;
  readAgain: () => void;
}

/** A chart that is in sight is read again when its newest end is old, but not more often than this. */
const leastWaitMs = 30_000;
/** A read that failed is tried again after this long, as a poll would be. */
const retryMs = 60_000;
/** Failures that asking again does not mend. */
const lasting: ReadonlySet<FailureKind> = new Set(['forbidden', 'unauthorized', 'not-found', 'invalid-arguments']);

type Held = Pick<MetricRead, 'chart' | 'range' | 'failure'> & { address: string };

/**
 * What a chart shows, read while the component is mounted and the page is in sight. The request is abandoned when the component
 * goes away. With `settleMs` a chart that is gone at once, as when somebody walks through a list, is never asked for.
 */
export function useMetric(address: ChartAddress, range: MetricRange, settleMs = 0): MetricRead {
  const { bridge, view } = usePage();
  // As text, since an address is made anew by each render.
  const key = JSON.stringify(address);
  const [held, setHeld] = useState<Held>({ address: key, chart: null, range, failure: null });
  const [isReading, setReading] = useState(false);
  const [turn, setTurn] = useState(0);
  const isFirst = useRef(true);
  const judged = useJudged(address);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a wish to read again, and so is what was judged anew.
  useEffect(() => {
    const requestId = crypto.randomUUID();
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (waitMs: number) => {
      timer = setTimeout(() => (document.hidden ? again(waitMs) : setTurn((before) => before + 1)), waitMs);
    };
    const read = async () => {
      setReading(true);
      const outcome = await bridge.readMetric({ requestId, ...JSON.parse(key), range });
      if (!isCurrent) return;
      setReading(false);
      if (outcome.ok) setHeld({ address: key, chart: outcome.value, range, failure: null });
      else
        setHeld((before) => ({
          ...(before.address === key ? before : { chart: null, range }),
          address: key,
          failure: outcome.failure,
        }));
      if (outcome.ok) again(Math.max(leastWaitMs, outcome.value.freshUntilMs - view.now()));
      else if (!lasting.has(outcome.failure.kind)) again(Math.max(retryMs, (outcome.failure.retryAtMs ?? 0) - view.now()));
    };
    timer = setTimeout(() => void read(), isFirst.current ? settleMs : 0);
    isFirst.current = false;
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      void bridge.cancelMetric({ requestId });
    };
  }, [bridge, view, key, range, turn, settleMs, judged]);

  const readAgain = useCallback(() => setTurn((before) => before + 1), []);
  const own = held.address === key ? held : { chart: null, range, failure: null };
  return { chart: own.chart, range: own.range, failure: own.failure, isReading, readAgain };
}
