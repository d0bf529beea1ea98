import { logRoute } from '../../../preload/contract/log-route.ts';
import type { ChartName, MetricKind } from '../../../preload/contract/metric-charts.ts';
import type { ThingPlace } from '../../../preload/contract/pin-key.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import { dropletKey } from './droplet-key.ts';

/** Places in the window that the core can lead to, as the fragment of the page's address. */
export const routes = {
  activity: '#/activity',
  billing: '#/billing',
  coming: '#/coming-up',
  connections: '#/settings/connections',
  droplets: '#/droplets',
  monitoring: '#/monitoring',
  overview: '#/overview',
  settings: '#/settings',
  welcome: '#/welcome',
  /** `key` as `dropletKey` makes it. */
  droplet: (key: string) => `#/droplets/${key}`,
  /** The panel of a thing; with a job, what that job asks is opened over it. */
  thing: ({ connectionId, familyId, parent, id }: ThingPlace, job?: string) => {
    const inside = new URLSearchParams(parent).toString();
    const parts = [inside === '' ? familyId : `${familyId}?${inside}`, connectionId, id, ...(job === undefined ? [] : [job])];
    return `#/resources/${parts.map((part) => encodeURIComponent(part.toWellFormed()).replaceAll('%3A', ':')).join('/')}`;
  },
  /** A chart of one thing, large. */
  chart: (kind: MetricKind, chart: ChartName, thing: { connectionId: string; id: string }) =>
    `#/monitoring/charts/${kind}/${chart}/things/${encodeURIComponent(`${thing.connectionId}:${thing.id}`.toWellFormed()).replaceAll('%3A', ':')}`,
  /** A row of Activity, by its key. */
  action: (key: string) => `#/activity/${key}`,
} as const;

/** What of an action says where it leads. */
type Leading = Pick<TrackedAction, 'connectionId' | 'status' | 'follow' | 'resourceType' | 'resourceId'>;

/** Where a click on an action leads; `null`: nowhere in particular. */
export function routeOf(action: Leading): string | null {
  if (action.follow) return logOfFailed(action) ?? action.follow.route;
  if (action.resourceType !== 'droplet' || action.resourceId === null) return null;
  return routes.droplet(dropletKey(action.connectionId, Number(action.resourceId)));
}

/** Why a deployment failed is in what was written while it was built, or while one of its components was started. */
function logOfFailed({ connectionId, status, follow }: Leading): string | null {
  const { app_id: appId, deployment_id: deploymentId, log, component = null } = follow?.target ?? {};
  if (status !== 'errored' || follow?.kind !== 'deployment' || !appId || !deploymentId) return null;
  return logRoute({ connectionId, appId, deploymentId, type: log === 'deploy' ? log : 'build', component, runId: null });
}
