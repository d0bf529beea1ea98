import { chartWords, metricValue } from '../words/charts.ts';
import { lookOf } from './looks.ts';
import type { ChartModel, ModelLine } from './model.ts';
import { newest } from './model.ts';

/** A short piece of a line as the drawing has it. */
const Swatch = ({ index }: { index: number }) => {
  const { colour, dash } = lookOf(index);
  return (
    <svg className={`chart-swatch line-${colour + 1}`} viewBox="0 0 22 8" aria-hidden="true">
      <line x1="0" y1="4" x2="22" y2="4" strokeDasharray={dash.join(' ')} />
    </svg>
  );
};

/** The value of a line at a place; its newest one without a place. */
export const valueAt = (model: ChartModel, line: ModelLine, index: number | null): string => {
  const value = index === null ? newest(model, line)?.value : line.values[index];
  return typeof value === 'number' ? metricValue(model.unit, value) : '–';
};

/** All lines with their values, as one text: "user 12 %, system 3 %". A single line is just its value. */
export const valuesAt = (model: ChartModel, index: number | null): string =>
  model.lines.length === 0
    ? chartWords.nothing
    : model.lines
        .map((line) =>
          model.lines.length === 1 ? valueAt(model, line, index) : chartWords.valueOf(line.name, valueAt(model, line, index)),
        )
        .join(', ');

/** Which line is which, with the values under the cursor or the newest ones. */
export const ChartLegend = ({ model, index }: { model: ChartModel; index: number | null }) => {
  return (
    <ul className="chart-legend small-text">
      {model.lines.map((line, place) => (
        <li key={line.key}>
          <Swatch index={place} />
          <span className="cut" title={line.name}>
            {line.name}
          </span>
          <span className="tabular medium">{valueAt(model, line, index)}</span>
        </li>
      ))}
    </ul>
  );
};
