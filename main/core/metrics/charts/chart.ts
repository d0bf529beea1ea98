import type { MetricUnit } from '../../../../preload/contract/metric-charts.ts';
import type { Sample, Series } from '../matrix.ts';

/** One request for a chart: an operation, and what its query needs besides the thing and the time. */
export interface ChartRead {
  operationId: string;
  query?: Readonly<Record<string, string>>;
}

/** A line as it is drawn. */
export interface ChartLine {
  /** What it is, such as `used`, `in`, `mode`. Its words are the page's. */
  line: string;
  /** Which of several, such as a mode or a mount point; `null`: there is one. */
  detail: string | null;
  samples: readonly Sample[];
}

/** Everything about one chart: what is read for it, how its lines are computed, and which alert policies watch the same. */
export interface Chart {
  reads: readonly ChartRead[];
  unit: MetricUnit;
  /** The lines, from the answers in the order of `reads`. */
  lines(answers: readonly (readonly Series[])[]): ChartLine[];
  /** Types of alert policies whose limits lie on it, with the `line` that each is about; `null`: all lines. */
  policies: Readonly<Record<string, string | null>>;
}

/** How to read and draw a metric that the API answers as it is: each answer is a line, or several where a label tells them apart. */
export interface PlainLine extends ChartRead {
  line: string;
  /** The label whose value names the line. Without it, or where an answer lacks it, the labels that differ do. */
  label?: string;
}

export const plainChart = (unit: MetricUnit, lines: readonly PlainLine[], policies: Chart['policies'] = {}): Chart => ({
  reads: lines,
  unit,
  lines: (answers) => lines.flatMap(({ line, label }, index) => linesOf(line, answers[index] ?? [], label)),
  policies,
});

/** The lines of one answer. A single one needs no name of its own unless its label has one. */
export function linesOf(line: string, answer: readonly Series[], label?: string): ChartLine[] {
  const differing = answer.length > 1 ? labelsThatDiffer(answer) : [];
  return answer.map(({ labels, samples }) => {
    const own = label === undefined ? undefined : labels[label];
    const others = differing.flatMap((name) => labels[name] ?? []).join(' ');
    return { line, detail: own ?? (others === '' ? null : others), samples };
  });
}

/** DigitalOcean publishes no names of labels, so those that tell the lines of an answer apart are found by looking. */
function labelsThatDiffer(answer: readonly Series[]): string[] {
  const names = new Set(answer.flatMap(({ labels }) => Object.keys(labels)));
  return [...names].filter((name) => new Set(answer.map(({ labels }) => labels[name])).size > 1);
}

/** A line of one series, if there is that series. */
export const single = (line: string, series: Series | null | undefined): ChartLine[] =>
  series ? [{ line, detail: null, samples: series.samples }] : [];

/** A line of samples, if there are any. */
export const drawn = (line: string, samples: readonly Sample[]): ChartLine[] =>
  samples.length === 0 ? [] : [{ line, detail: null, samples }];
