import type { ChartOf, MetricKind } from '../../../../preload/contract/metric-charts.ts';
import type { Chart } from './chart.ts';
import { dropletCharts } from './droplet.ts';
import { loadBalancerCharts } from './load-balancer.ts';
import { appCharts, databaseCharts, poolCharts } from './others.ts';

/** Every chart by the kind of thing that it is about. The names come from `preload/contract/metric-charts.ts`. */
export const charts: { readonly [K in MetricKind]: Readonly<Record<ChartOf<K>, Chart>> } = {
  droplet: dropletCharts,
  'load-balancer': loadBalancerCharts,
  app: appCharts,
  'autoscale-pool': poolCharts,
  database: databaseCharts,
};

/** The parameter by which every metric of a kind names its thing. */
export const thingParameters: Readonly<Record<MetricKind, string>> = {
  droplet: 'host_id',
  'load-balancer': 'lb_id',
  app: 'app_id',
  'autoscale-pool': 'autoscale_pool_id',
  database: 'db_id',
};

/** The chart of that name; `undefined`: that kind of thing has none. */
export function chartOf(kind: MetricKind, name: string): Chart | undefined {
  const ofKind: Readonly<Record<string, Chart>> = charts[kind];
  return Object.hasOwn(ofKind, name) ? ofKind[name] : undefined;
}
