import '../../styles/charts.css';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Days } from '../../../preload/contract/bills.ts';
import { billedDay } from '../../../preload/contract/time-words.ts';
import type { MonthRow } from '../../../preload/contract/view.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { ChartLegend, valuesAt } from '../../charts/chart-legend.tsx';
import { ChartCursor } from '../../charts/cursor.ts';
import { nearestMoment } from '../../charts/model.ts';
import type { Plot } from '../../charts/plot.ts';
import { billingWords } from '../../words/billing.ts';
import { chartWords } from '../../words/charts.ts';
import { money, roughMoney } from '../../words/money.ts';
import { monthModel } from './month-model.ts';

const height = 220;

/** The month against the one before, with where it may go. */
export const MonthChart = ({ month, days }: { month: MonthRow; days: Days }) => {
  const model = useMemo(() => monthModel(month, days), [month, days]);
  const [cursor] = useState(() => new ChartCursor());
  const seconds = useSyncExternalStore(cursor.subscribe, cursor.get);
  const plotRef = useRef<Plot | null>(null);
  if (model === null) return null;
  const index = seconds === null ? null : nearestMoment(model, seconds);
  const { current, last } = days;
  const at = index === null ? null : (model.times[index] ?? 0) * 1000;
  const value = valuesAt(model, index);
  const label = billingWords.chartLabel(
    billingWords.monthName(current.period),
    money(month.usedUsd),
    month.forecast && roughMoney(month.forecast.usd),
    billingWords.monthName(last.period),
  );
  return (
    <section className="chart month-chart" aria-label={billingWords.chart(billingWords.monthName(current.period))}>
      <ChartFigure
        model={model}
        // The end of a day is the first moment of the next.
        words={{ label, value: at === null ? value : chartWords.at(billedDay(at - 1), value) }}
        cursor={cursor}
        zoom={null}
        onZoom={() => {}}
        height={height}
        plotRef={plotRef}
      />
      <div className="row spread month-legend">
        <ChartLegend model={model} index={index} />
        {at !== null && <span className="small-text faint tabular nowrap">{billedDay(at - 1)}</span>}
      </div>
      <p className="small-text faint">
        {current.source === last.source
          ? billingWords.sources(last.source, [current.period, last.period])
          : `${billingWords.sources(current.source, [current.period])} ${billingWords.sources(last.source, [last.period])}`}
      </p>
    </section>
  );
};
