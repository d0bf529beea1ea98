import { type ChartName, metricCharts } from '../../../preload/contract/metric-charts.ts';
import { routes } from '../names/routes.ts';
import { watchedRoute } from '../names/watched.ts';
import { chartOf } from './charts/all.ts';

/** Where the values are shown that an alert policy compares on a thing: its chart, or the thing's panel where no chart shows them. */
export function alertRoute(connectionId: string, type: string, thing: Parameters<typeof watchedRoute>[1]): string {
  const names: readonly ChartName[] = metricCharts[thing.kind];
  const found = names.find((name) => Object.hasOwn(chartOf(thing.kind, name)?.policies ?? {}, type));
  return found === undefined
    ? watchedRoute(connectionId, thing)
    : routes.chart(thing.kind, found, { connectionId, id: thing.id });
}
