import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { MetricRange } from '../../preload/contract/metric-charts.ts';
import type { MetricChart } from '../../preload/contract/metrics.ts';
import { IconButton } from '../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../components/controls/menu.tsx';
import { useNow } from '../hooks/use-now.ts';
import { usePage } from '../page/page.ts';
import { chartWords, metricValue, rangeText } from '../words/charts.ts';
import { clockOrDay } from '../words/times.ts';
import { ChartFigure } from './chart-figure.tsx';
import { ChartHead } from './chart-head.tsx';
import { ChartLegend, valuesAt } from './chart-legend.tsx';
import { ChartTable } from './chart-table.tsx';
import { csvOf } from './csv.ts';
import type { ChartCursor } from './cursor.ts';
import { LimitState } from './limit-state.tsx';
import { type ChartModel, nearestMoment } from './model.ts';
import { pictureOf } from './picture.ts';
import type { Plot, Zoom } from './plot.ts';
import { base64Of, fileName, saveFile } from './save-chart.ts';

/** The sentence that stands for a drawing. */
function summaryOf(model: ChartModel, title: string, range: MetricRange): string {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of model.lines)
    for (const value of values) {
      if (typeof value !== 'number') continue;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  const text = (value: number) => metricValue(model.unit, value);
  return chartWords.summary(title, rangeText(range), valuesAt(model, null), text(lowest), text(highest));
}

/** A chart with something to show: its drawing, the read-out, and what can be done with it. */
export const ShownChart = ({
  chart,
  model,
  range,
  title,
  fullTitle,
  level,
  cursor,
  height,
  note,
  last,
}: {
  chart: MetricChart;
  model: ChartModel;
  range: MetricRange;
  title: string;
  fullTitle: string;
  level: number;
  cursor: ChartCursor;
  height: number;
  /** What is wrong with what is shown, such as that it could not be read again. */
  note: string | null;
  last?: ReactNode;
}) => {
  const page = usePage();
  const [zoom, setZoom] = useState<Zoom | null>(null);
  const [isTable, setTable] = useState(false);
  const plot = useRef<Plot | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const now = useNow();
  const seconds = useSyncExternalStore(cursor.subscribe, cursor.get);
  const index = seconds === null ? null : nearestMoment(model, seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another range has another stretch of time.
  useEffect(() => setZoom(null), [range]);

  const time = index === null ? null : clockOrDay((model.times[index] ?? 0) * 1000, now);
  const save = (ending: 'csv' | 'png', base64: string) =>
    void saveFile(page, {
      name: fileName(fullTitle, ending),
      mediaType: ending === 'csv' ? 'text/csv' : 'image/png',
      base64,
    });
  const savePicture = () => {
    const picture = plot.current && box.current && pictureOf(plot.current, box.current, model, fullTitle);
    if (picture) save('png', picture);
  };
  const entries = (): MenuEntry[] => [
    {
      kind: 'item',
      label: chartWords.copyCsv,
      icon: 'copy',
      onSelect: () => void page.copy(csvOf(model), chartWords.csv(fullTitle)),
    },
    { kind: 'item', label: chartWords.saveCsv, icon: 'code', onSelect: () => save('csv', base64Of(csvOf(model))) },
    { kind: 'item', label: chartWords.savePng, icon: 'image', onSelect: savePicture },
    { kind: 'separator' },
    {
      kind: 'item',
      label: isTable ? chartWords.noTable : chartWords.table,
      icon: 'columns',
      onSelect: () => setTable(!isTable),
    },
  ];
  const beyond = model.limits.filter(({ isInReach }) => !isInReach);
  return (
    <>
      <ChartHead title={title} level={level}>
        {time === null ? (
          <LimitState limits={chart.limits ?? []} model={model} />
        ) : (
          <span className="small-text faint tabular nowrap">{time}</span>
        )}
        {model.lines.length === 1 && <b className="tabular nowrap chart-value">{valuesAt(model, index)}</b>}
        {zoom && (
          <IconButton
            icon="resize"
            size="small"
            label={chartWords.resetZoom}
            aria-keyshortcuts="0"
            onClick={() => setZoom(null)}
          />
        )}
        <Menu
          align="end"
          entries={entries}
          trigger={<IconButton icon="more" size="small" label={chartWords.menu(fullTitle)} />}
        />
        {last}
      </ChartHead>
      <div ref={box}>
        <ChartFigure
          model={model}
          label={summaryOf(model, fullTitle, range)}
          valueText={time === null ? valuesAt(model, null) : chartWords.at(time, valuesAt(model, index))}
          cursor={cursor}
          zoom={zoom}
          onZoom={setZoom}
          height={height}
          onPlot={(made) => {
            plot.current = made;
          }}
        />
      </div>
      {model.lines.length > 1 && <ChartLegend model={model} index={index} />}
      {beyond.length > 0 && <p className="small-text faint">{beyond.map(({ text }) => chartWords.beyond(text)).join(' · ')}</p>}
      {note !== null && <p className="small-text danger">{note}</p>}
      {isTable && <ChartTable model={model} title={fullTitle} />}
    </>
  );
};
