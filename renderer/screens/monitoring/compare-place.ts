import {
  type ChartName,
  isAboutSchema,
  type MetricKind,
  metricCharts,
  metricKinds,
} from '../../../preload/contract/metric-charts.ts';
import { hrefOf } from '../../routes/routes.ts';

/** Which things stand side by side. */
export type Which =
  | { by: 'all' }
  | { by: 'pinned' }
  | { by: 'tag'; tag: string }
  | { by: 'team'; connectionId: string }
  /** By their keys, `connectionId:thingId`. */
  | { by: 'things'; keys: readonly string[] };

/** What is compared: one chart of several things, or `every` chart of one. */
export interface Comparison {
  kind: MetricKind;
  chart: ChartName | 'every';
  which: Which;
}

/** Charts about a schema need its name, so they are on the panel of their cluster only. */
export const comparable = (kind: MetricKind): readonly ChartName[] => metricCharts[kind].filter((chart) => !isAboutSchema(chart));

const firstChart = (kind: MetricKind): ChartName => metricCharts[kind][0];

/** A kind with its first chart, and all of its things; droplets begin with the pinned ones. */
export const usualComparison = (kind: MetricKind): Comparison => ({
  kind,
  chart: firstChart(kind),
  which: kind === 'droplet' ? { by: 'pinned' } : { by: 'all' },
});

/** Reads what `comparisonHref` wrote, without its first two parts. What is not understood is as usual. */
export function parseComparison([kindText, chartText, by, ...rest]: readonly string[]): Comparison {
  const kind = metricKinds.find((one) => one === kindText) ?? 'droplet';
  const usual = usualComparison(kind);
  const chart = chartText === 'every' ? chartText : (comparable(kind).find((one) => one === chartText) ?? usual.chart);
  return { kind, chart, which: whichOf(by, rest) ?? usual.which };
}

function whichOf(by: string | undefined, rest: readonly string[]): Which | null {
  const [first] = rest;
  switch (by) {
    case 'all':
    case 'pinned':
      return { by };
    case 'tag':
      return first === undefined ? null : { by, tag: first };
    case 'team':
      return first === undefined ? null : { by, connectionId: first };
    case 'things':
      return { by, keys: rest };
    default:
      return null;
  }
}

/** The address of a comparison, so that a notice or a bookmark leads to it. */
export const comparisonHref = ({ kind, chart, which }: Comparison): string =>
  hrefOf('monitoring', 'charts', kind, chart, which.by, ...partsOf(which));

function partsOf(which: Which): readonly string[] {
  switch (which.by) {
    case 'all':
    case 'pinned':
      return [];
    case 'tag':
      return [which.tag];
    case 'team':
      return [which.connectionId];
    case 'things':
      return which.keys;
  }
}
