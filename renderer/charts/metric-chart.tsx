import '../styles/charts.css';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { MetricRange } from '../../preload/contract/metric-charts.ts';
import { IconButton } from '../components/controls/button.tsx';
import { useNow } from '../hooks/use-now.ts';
import { chartWords, metricValue, rangeText } from '../words/charts.ts';
import { asTitle } from '../words/sentences.ts';
import { clockOrDay } from '../words/times.ts';
import { ChartFigure, type FigureWords } from './chart-figure.tsx';
import { ChartHead } from './chart-head.tsx';
import { ChartLegend, valuesAt } from './chart-legend.tsx';
import { ChartMenu } from './chart-menu.tsx';
import { ChartState } from './chart-state.tsx';
import { ChartTable } from './chart-table.tsx';
import { ChartCursor } from './cursor.ts';
import { useDropletNames } from './droplet-names.ts';
import { LimitState } from './limit-state.tsx';
import { type ChartModel, modelOf, nearestMoment } from './model.ts';
import type { Plot, Zoom } from './plot.ts';
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

/** The sentence that stands for a drawing. */
const summaryOf = (model: ChartModel, title: string, range: MetricRange): string =>
  chartWords.summary(
    title,
    rangeText(range),
    valuesAt(model, null),
    metricValue(model.unit, model.extent?.lowest ?? 0),
    metricValue(model.unit, model.extent?.highest ?? 0),
  );

/** One chart of one thing, read while it is shown: its drawing with a read-out, and what can be done with it. */
export const MetricChart = (props: MetricChartProps) => {
  const { address, range, title, level, top = 0, onTop, height = usualHeight } = props;
  const fullTitle = chartWords.of(...props.of);
  const read = useMetric(address, range);
  const { chart, failure } = read;
  const nameOf = useDropletNames(address.connectionId);
  const own = useMemo(() => chart && modelOf(chart, nameOf), [chart, nameOf]);
  const model = useMemo(() => (own === null || own.extent === null ? null : top > own.top ? { ...own, top } : own), [own, top]);
  const ownTop = model && (own?.top ?? null);
  useEffect(() => {
    if (ownTop !== null) onTop?.(ownTop);
  }, [ownTop, onTop]);

  const [ownCursor] = useState(() => new ChartCursor());
  const cursor = props.cursor ?? ownCursor;
  const seconds = useSyncExternalStore(cursor.subscribe, cursor.get);
  const index = model && seconds !== null ? nearestMoment(model, seconds) : null;
  const [zoom, setZoom] = useState<Zoom | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another range has another stretch of time.
  useEffect(() => setZoom(null), [range]);
  const [isTable, setTable] = useState(false);
  const plotRef = useRef<Plot | null>(null);
  const now = useNow();
  const time = model && index !== null ? clockOrDay((model.times[index] ?? 0) * 1000, now) : null;
  const label = useMemo(() => model && summaryOf(model, fullTitle, read.range), [model, fullTitle, read.range]);
  const value = model ? valuesAt(model, index) : '';
  const words: FigureWords | null = label === null ? null : { label, value: time === null ? value : chartWords.at(time, value) };
  // The lines come first: what stands around them is drawn right after.
  const around = useDeferredValue(model);
  const beyond = around?.limits.filter(({ isInReach }) => !isInReach) ?? [];

  return (
    <section className="chart" aria-label={fullTitle}>
      <ChartHead title={title} level={level}>
        {around && time === null && <LimitState limits={chart?.limits ?? []} model={around} />}
        {time !== null && <span className="small-text faint tabular nowrap">{time}</span>}
        {around?.lines.length === 1 && <b className="tabular nowrap chart-value">{value}</b>}
        {zoom && (
          <IconButton
            icon="resize"
            size="small"
            label={chartWords.resetZoom}
            aria-keyshortcuts="0"
            onClick={() => setZoom(null)}
          />
        )}
        {around && <ChartMenu model={around} title={fullTitle} plotRef={plotRef} isTable={isTable} onTable={setTable} />}
        {props.last}
      </ChartHead>
      <div className="chart-box">
        <ChartFigure model={model} words={words} cursor={cursor} zoom={zoom} onZoom={setZoom} height={height} plotRef={plotRef} />
        {model === null && (
          <div className="chart-place">
            <ChartState read={read} thing={address} title={fullTitle} range={range} />
          </div>
        )}
      </div>
      {around && around.lines.length > 1 && <ChartLegend model={around} index={index} />}
      {beyond.length > 0 && <p className="small-text faint">{beyond.map(({ text }) => chartWords.beyond(text)).join(' · ')}</p>}
      {around && failure && <p className="small-text danger">{asTitle(failure.message)}</p>}
      {around && isTable && <ChartTable model={around} title={fullTitle} />}
    </section>
  );
};
