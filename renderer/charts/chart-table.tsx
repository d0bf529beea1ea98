import { useMemo } from 'react';
import { useNow } from '../hooks/use-now.ts';
import { chartWords, metricValue } from '../words/charts.ts';
import { clockOrDay } from '../words/times.ts';
import { type ChartModel, isMeasured } from './model.ts';

/** Rows of the table. All of them are in the CSV. */
const rowsAtMost = 60;

/** The measurements as a table, evenly over the time, newest first. */
export const ChartTable = ({ model, title }: { model: ChartModel; title: string }) => {
  const now = useNow();
  const measured = useMemo(() => model.times.flatMap((_, index) => (isMeasured(model, index) ? [index] : [])), [model]);
  const step = Math.max(1, Math.ceil(measured.length / rowsAtMost));
  const shown = measured.toReversed().filter((_, place) => place % step === 0);
  return (
    // Scrolls by itself, so it is a stop of the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above.
    <section className="chart-table" tabIndex={0} aria-label={title}>
      <table className="small-text tabular">
        <caption className="unseen">{chartWords.tableOf(title, shown.length, measured.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{chartWords.time}</th>
            {model.lines.map(({ key, name }) => (
              <th key={key} scope="col" className="right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((index) => (
            <tr key={index}>
              <th scope="row">{clockOrDay((model.times[index] ?? 0) * 1000, now)}</th>
              {model.lines.map(({ key, values }) => {
                const value = values[index];
                return (
                  <td key={key} className="right">
                    {typeof value === 'number' ? metricValue(model.unit, value) : '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
