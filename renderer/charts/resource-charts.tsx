import '../styles/charts.css';
import type { ChartName, MetricKind } from '../../preload/contract/metric-charts.ts';
import { chartWords } from '../words/charts.ts';
import { chartsOf, ThingCharts } from './thing-charts.tsx';

/** Families whose things have charts, by the operation that lists them. */
const kinds: Readonly<Record<string, MetricKind>> = {
  droplets_list: 'droplet',
  loadBalancers_list: 'load-balancer',
  apps_list: 'app',
  autoscalepools_list: 'autoscale-pool',
  databases_list_clusters: 'database',
};

/** Families whose things one would look for charts on, with why there are none. */
const withoutCharts: Readonly<Record<string, string>> = {
  kubernetes_list_clusters: chartWords.nodesAreDroplets,
  volumes_list: chartWords.noneOfVolumes,
};

/** What DigitalOcean measures of a network load balancer: it knows nothing of HTTP and TLS. */
const ofNetwork: readonly ChartName[] = [
  'network-traffic',
  'connections',
  'target-health',
  'dropped-packets',
  'dropped-bytes',
  'target-downtime',
  'target-connections',
];
const onlyOfNetwork: ReadonlySet<ChartName> = new Set(['network-traffic', 'dropped-packets', 'dropped-bytes']);

const balancerCharts = (type: unknown): readonly ChartName[] =>
  type === 'REGIONAL_NETWORK' ? ofNetwork : chartsOf('load-balancer').filter((chart) => !onlyOfNetwork.has(chart));

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The charts on the panel of a thing, for families that have any. `row` is the thing as the API answered it. */
export const ResourceCharts = ({
  familyId,
  connectionId,
  id,
  name,
  row,
}: {
  familyId: string;
  connectionId: string;
  id: string;
  name: string;
  row: Readonly<Record<string, unknown>>;
}) => {
  const kind = Object.hasOwn(kinds, familyId) ? kinds[familyId] : undefined;
  const why = Object.hasOwn(withoutCharts, familyId) ? withoutCharts[familyId] : undefined;
  const isOtherEngine = kind === 'database' && !/mysql/.test(String(row.engine));
  if (why !== undefined || isOtherEngine)
    return (
      <section className="thing-charts" aria-label={chartWords.section}>
        <h3 className="section-head">{chartWords.section}</h3>
        <p className="small-text faint">{why ?? chartWords.mysqlOnly}</p>
      </section>
    );
  if (kind === undefined) return null;
  const thing = { connectionId, kind, thingId: id, name };
  if (kind === 'load-balancer') return <ThingCharts key={id} thing={{ ...thing, charts: balancerCharts(row.type) }} />;
  if (kind === 'database') return <ThingCharts key={id} thing={{ ...thing, schemas: textsIn(row.db_names) }} />;
  return <ThingCharts key={id} thing={thing} />;
};
