import '../styles/charts.css';
import { useState } from 'react';
import {
  type ChartName,
  isAboutSchema,
  type MetricKind,
  type MetricRange,
  metricCharts,
} from '../../preload/contract/metric-charts.ts';
import { Button, IconButton } from '../components/controls/button.tsx';
import { Segments } from '../components/controls/choices.tsx';
import { Menu, type MenuEntry } from '../components/controls/menu.tsx';
import { useNow } from '../hooks/use-now.ts';
import { chartTitle, chartWords } from '../words/charts.ts';
import { ago } from '../words/times.ts';
import { ChartState, NoMetrics } from './chart-state.tsx';
import { MetricChart } from './metric-chart.tsx';
import { MiniChart, ReadMini } from './mini-chart.tsx';
import { type ChartAddress, type ChartedThing, useMetric } from './use-metric.ts';
import { rangeOptions, useRange } from './use-range.ts';

/** So many charts are drawn small at the top of a panel. The others are in a menu. */
const smallOnes = 4;

/** Panels of a list are walked through with the arrows; nothing is asked for those that are closed again at once. */
const settleMs = 120;

/** A thing with charts on its panel. */
export interface ThingWithCharts extends ChartedThing {
  name: string;
  /** The charts that make sense for it, the most telling first. Default: all of its kind. */
  charts?: readonly ChartName[];
  /** Schemas of a database, of which some charts are about one. */
  schemas?: readonly string[];
}

/** A chart, and the schema that it is about. */
interface Opened {
  chart: ChartName;
  schema?: string;
}

const isSame = (one: Opened | null, chart: ChartName, schema?: string): boolean => one?.chart === chart && one.schema === schema;

const Sampled = ({ atMs }: { atMs: number }) => (
  <span className="small-text faint">{chartWords.sampled(ago(atMs, useNow()))}</span>
);

export const chartsOf = (kind: MetricKind): readonly ChartName[] => metricCharts[kind];

/** The charts of one thing: the first few small, one of them large when it is opened. */
export const ThingCharts = ({ thing }: { thing: ThingWithCharts }) => {
  const { connectionId, kind, thingId, name, charts = chartsOf(kind), schemas = [] } = thing;
  const [range, setRange] = useRange();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [first = 'cpu', ...others] = charts;
  const address = (chart: ChartName): ChartAddress => ({ connectionId, kind, thingId, chart });
  const firstRead = useMetric(address(first), range, settleMs);
  const toggle = (chart: ChartName) => () => setOpened(isSame(opened, chart) ? null : { chart });
  // Without the agent a droplet sends nothing of anything, so nothing else is asked for.
  const isSilent = kind === 'droplet' && firstRead.chart !== null && firstRead.chart.sampledAtMs === null;
  const isRead = firstRead.chart !== null;
  const title = chartTitle(kind, first);
  return (
    <section className="thing-charts" aria-label={chartWords.section}>
      <div className="section-head">
        <h3>{chartWords.section}</h3>
        {firstRead.chart?.sampledAtMs ? <Sampled atMs={firstRead.chart.sampledAtMs} /> : null}
        <span className="grow" />
        <Segments label={chartWords.range} options={rangeOptions} value={range} onChange={setRange} className="small" />
      </div>
      {isSilent ? (
        <NoMetrics thing={thing} range={range} />
      ) : !isRead && firstRead.failure ? (
        // What keeps one from being read keeps the others too.
        <ChartState read={firstRead} thing={thing} title={chartWords.of(title, name)} range={range} />
      ) : (
        <>
          <div className="minis">
            <MiniChart
              read={firstRead}
              connectionId={connectionId}
              title={title}
              isOpen={isSame(opened, first)}
              onToggle={toggle(first)}
            />
            {others
              .slice(0, smallOnes - 1)
              .map((chart) =>
                isRead ? (
                  <ReadMini
                    key={chart}
                    address={address(chart)}
                    range={range}
                    title={chartTitle(kind, chart)}
                    isOpen={isSame(opened, chart)}
                    onToggle={toggle(chart)}
                  />
                ) : (
                  <div key={chart} className="mini" />
                ),
              )}
          </div>
          {opened && (
            <OpenedChart
              key={`${opened.chart} ${opened.schema ?? ''}`}
              opened={opened}
              thing={thing}
              name={name}
              range={range}
              onClose={() => setOpened(null)}
            />
          )}
          {others.length >= smallOnes && (
            <div className="chart-more">
              <Menu
                entries={moreEntries(kind, others.slice(smallOnes - 1), schemas, opened, setOpened)}
                trigger={
                  <Button size="small" icon="chart">
                    {chartWords.more}
                  </Button>
                }
              />
            </div>
          )}
        </>
      )}
    </section>
  );
};

const OpenedChart = ({
  opened: { chart, schema },
  thing: { connectionId, kind, thingId },
  name,
  range,
  onClose,
}: {
  opened: Opened;
  thing: ChartedThing;
  name: string;
  range: MetricRange;
  onClose: () => void;
}) => {
  const title = schema === undefined ? chartTitle(kind, chart) : `${chartTitle(kind, chart)}: ${schema}`;
  return (
    <MetricChart
      address={{ connectionId, kind, thingId, chart, ...(schema === undefined ? {} : { schema }) }}
      range={range}
      title={title}
      of={[title, name]}
      level={4}
      last={<IconButton icon="close" size="small" label={chartWords.close} onClick={onClose} />}
    />
  );
};

/** The charts that are not drawn small. Those about a schema ask which. */
function moreEntries(
  kind: MetricKind,
  charts: readonly ChartName[],
  schemas: readonly string[],
  opened: Opened | null,
  open: (chart: Opened) => void,
): MenuEntry[] {
  return charts.map((chart): MenuEntry => {
    const label = chartTitle(kind, chart);
    if (!isAboutSchema(chart)) return { kind: 'item', label, isChecked: isSame(opened, chart), onSelect: () => open({ chart }) };
    if (schemas.length === 0) return { kind: 'item', label, offReason: chartWords.noSchemas, onSelect: () => {} };
    const entries = schemas.map(
      (schema): MenuEntry => ({
        kind: 'item',
        label: schema,
        isChecked: isSame(opened, chart, schema),
        onSelect: () => open({ chart, schema }),
      }),
    );
    return { kind: 'sub', label, entries };
  });
}
