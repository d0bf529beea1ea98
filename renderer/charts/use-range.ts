import { type MetricRange, metricRangeNames } from '../../preload/contract/metric-charts.ts';
import { useRemembered } from '../hooks/use-remembered.ts';
import { rangeName } from '../words/charts.ts';

/** The range that the person chose last, for all charts. */
export const useRange = (): [MetricRange, (range: MetricRange) => void] =>
  useRemembered<MetricRange>({
    name: 'charts.range',
    initial: '6h',
    parse: (text) => metricRangeNames.find((name) => name === text) ?? null,
    format: String,
  });

export const rangeOptions = metricRangeNames.map((value) => ({ value, label: rangeName(value) }));
