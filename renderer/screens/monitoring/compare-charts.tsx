import '../../styles/compare.css';
import '../../styles/forms.css';
import { useCallback, useMemo, useState } from 'react';
import type { ChartName, MetricRange } from '../../../preload/contract/metric-charts.ts';
import { ChartCursor } from '../../charts/cursor.ts';
import { MetricChart } from '../../charts/metric-chart.tsx';
import { useRange } from '../../charts/use-range.ts';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { useRoute } from '../../hooks/use-route.ts';
import { useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { chartTitle, chartWords } from '../../words/charts.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { resourceWords } from '../../words/resources.ts';
import { type Comparison, comparable, comparisonHref, parseComparison } from './compare-place.ts';
import { type ComparedThing, chosenOf, panelHref, useThings } from './compare-things.ts';
import { CompareTools } from './compare-tools.tsx';

/** Charts of several things that are drawn at once. Each costs one to four requests. */
const drawnAtMost = 8;

/** A chart in the grid: which thing, and which of its charts. */
interface Drawn {
  thing: ComparedThing;
  chart: ChartName;
  title: string;
}

/** One chart of several things, or every chart of one. Several that draw the same chart have the same scale. */
function drawnOf({ kind, chart }: Comparison, chosen: readonly ComparedThing[]): Drawn[] {
  if (chart !== 'every') return chosen.map((thing) => ({ thing, chart, title: thing.name }));
  const [only, ...others] = chosen;
  return only === undefined || others.length > 0
    ? chosen.flatMap((thing) =>
        comparable(kind).map((one) => ({ thing, chart: one, title: `${thing.name}: ${chartTitle(kind, one)}` })),
      )
    : comparable(kind).map((one) => ({ thing: only, chart: one, title: chartTitle(kind, one) }));
}

const Grid = ({ drawn, range }: { drawn: readonly Drawn[]; range: MetricRange }) => {
  const [cursor] = useState(() => new ChartCursor());
  const [tops, setTops] = useState<Readonly<Record<string, number>>>({});
  const tellTop = useCallback(
    (name: string, top: number) => setTops((before) => (before[name] === top ? before : { ...before, [name]: top })),
    [],
  );
  const isOneChart = new Set(drawn.map(({ chart }) => chart)).size === 1;
  const keys = drawn.map(keyOf);
  const top = isOneChart ? Math.max(0, ...keys.map((key) => tops[key] ?? 0)) : 0;
  return (
    <div className="compare-grid">
      {drawn.map(({ thing, chart, title }, index) => (
        <div className="card" key={keys[index]}>
          <Cell
            thing={thing}
            chart={chart}
            title={title}
            range={range}
            cursor={cursor}
            name={keys[index] ?? ''}
            onTop={tellTop}
            {...(top > 0 ? { top } : {})}
          />
        </div>
      ))}
    </div>
  );
};

const keyOf = ({ thing, chart }: Drawn): string => `${thing.key} ${chart}`;

const Cell = ({
  thing: { connectionId, kind, thingId, name: thingName },
  chart,
  title,
  range,
  cursor,
  top,
  name,
  onTop,
}: Drawn & {
  range: MetricRange;
  cursor: ChartCursor;
  top?: number;
  name: string;
  onTop: (name: string, top: number) => void;
}) => {
  const tell = useCallback((own: number) => onTop(name, own), [onTop, name]);
  return (
    <MetricChart
      address={{ connectionId, kind, thingId, chart }}
      range={range}
      title={title}
      of={[chartTitle(kind, chart), thingName]}
      level={3}
      cursor={cursor}
      onTop={tell}
      last={
        <a
          className="btn ghost small icon"
          href={panelHref({ connectionId, kind, thingId })}
          aria-label={chartWords.openThing(thingName)}
          title={chartWords.openThing(thingName)}
        >
          <Icon name="right" size="sm" />
        </a>
      }
      {...(top === undefined ? {} : { top })}
    />
  );
};

/** One metric of several things side by side, or every metric of one: what is compared is in the address. */
export const CompareCharts = () => {
  const { router } = usePage();
  const route = useRoute();
  const { connections: shown, all: everyTeam } = useTeam();
  const path = route.view === 'monitoring' ? route.path.slice(1) : [];
  const text = path.join('\n');
  const comparison = useMemo(() => parseComparison(text === '' ? [] : text.split('\n')), [text]);
  // A notice leads here too, whichever team is shown.
  const connections = comparison.which.by === 'things' ? everyTeam : shown;
  const { things, isFirstRead, failures } = useThings(comparison.kind, connections);
  const asked = chosenOf(things, comparison.which);
  // Without a pin there is something to see all the same.
  const isEmptyPinned = comparison.which.by === 'pinned' && asked.length === 0 && things.length > 0;
  const chosen = isEmptyPinned ? things.slice(0, 4) : asked;
  const [range, setRange] = useRange();
  const all = drawnOf(comparison, chosen);
  const drawn = chosen.length === 1 ? all : all.slice(0, drawnAtMost);
  const change = (next: Comparison) => router.go(comparisonHref(next), { isReplacing: true });
  const [failed] = failures;
  return (
    <section className="compare" aria-labelledby="compare-title">
      <h2 id="compare-title" className="unseen">
        {chartWords.compare}
      </h2>
      <CompareTools
        comparison={comparison}
        things={things}
        chosen={chosen}
        connections={connections}
        range={range}
        onRange={setRange}
        onChange={change}
      />
      {all.length > drawn.length && <p className="small-text faint">{chartWords.leftOut(drawn.length, all.length)}</p>}
      {drawn.length > 0 ? (
        <Grid drawn={drawn} range={range} />
      ) : isFirstRead ? (
        <SkeletonRows text={resourceWords.asking(chartWords.kinds[comparison.kind], connections.length)} />
      ) : failed ? (
        <FailureState failure={failed.failure} what={inSentence(chartWords.kinds[comparison.kind])} />
      ) : (
        <EmptyState
          icon="chart"
          title={things.length === 0 ? chartWords.noneThere(chartWords.kinds[comparison.kind]) : chartWords.noneChosen}
        >
          {things.length === 0 ? null : chartWords.noneChosenDetail}
        </EmptyState>
      )}
    </section>
  );
};
