import '../styles/charts.css';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { MetricRange } from '../../preload/contract/metric-charts.ts';
import { chartWords } from '../words/charts.ts';
import { asTitle } from '../words/sentences.ts';
import { ChartHead } from './chart-head.tsx';
import { ChartState } from './chart-state.tsx';
import { ChartCursor } from './cursor.ts';
import { useDropletNames } from './droplet-names.ts';
import { hasValues, modelOf } from './model.ts';
import { ShownChart } from './shown-chart.tsx';
import { type ChartAddress, useMetric } from './use-metric.ts';

/** Height of the drawing with its axis, in CSS pixels. */
const usualHeight = 178;

export interface MetricChartProps {
  address: ChartAddress;
  range: MetricRange;
  /** "CPU", or the name of the thing where several things stand side by side. */
  title: string;
  /** Chart and thing: "CPU", "web-01". For files, pictures and screen readers. */
  of: readonly [chart: string, thing: string];
  /** Level of its heading. */
  level: number;
  /** Shared by charts that stand side by side. */
  cursor?: ChartCursor;
  /** The end of the scale where several charts have the same one. */
  top?: number;
  /** Told what the scale of this chart would end at. */
  onTop?: (top: number) => void;
  height?: number;
  /** At the right end of the head. */
  last?: ReactNode;
}

/** One chart of one thing, read while it is shown. */
export const MetricChart = (props: MetricChartProps) => {
  const { address, range, title, level, top, onTop, height = usualHeight, last } = props;
  const fullTitle = chartWords.of(...props.of);
  const read = useMetric(address, range);
  const { chart, failure } = read;
  const nameOf = useDropletNames(address.connectionId);
  const [ownCursor] = useState(() => new ChartCursor());
  const own = useMemo(() => chart && modelOf(chart, nameOf), [chart, nameOf]);
  const ownTop = own && hasValues(own) ? own.top : null;
  const model = useMemo(() => own && { ...own, top: Math.max(top ?? 0, own.top) }, [own, top]);
  useEffect(() => {
    if (ownTop !== null) onTop?.(ownTop);
  }, [ownTop, onTop]);
  return (
    <section className="chart" aria-label={fullTitle}>
      {chart && model && ownTop !== null ? (
        <ShownChart
          chart={chart}
          model={model}
          range={read.range}
          title={title}
          fullTitle={fullTitle}
          level={level}
          cursor={props.cursor ?? ownCursor}
          height={height}
          note={failure && asTitle(failure.message)}
          last={last}
        />
      ) : (
        <>
          <ChartHead title={title} level={level}>
            {last}
          </ChartHead>
          <div className="chart-place" style={{ minHeight: height }}>
            <ChartState read={read} thing={address} title={fullTitle} range={range} />
          </div>
        </>
      )}
    </section>
  );
};
