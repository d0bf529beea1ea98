import { dropletKey } from './droplet-key.ts';
import { routes } from './routes.ts';

/** The family of each kind of thing that alert policies are about, by the operation that lists it. */
const families = {
  'load-balancer': 'loadBalancers_list',
  database: 'databases_list_clusters',
  pool: 'autoscalepools_list',
} as const;

/** Where a thing that is watched is shown with its metrics: its own panel. */
export const watchedRoute = (
  connectionId: string,
  { kind, id }: { kind: 'droplet' | keyof typeof families; id: string },
): string =>
  kind === 'droplet'
    ? routes.droplet(dropletKey(connectionId, Number(id)))
    : routes.thing({ connectionId, familyId: families[kind], id });

/** What a thing is called now; what it was called at the last look, where only that is known. */
export const watchedName = (
  droplets: ReadonlyMap<number, { name: string }>,
  { kind, id, name }: { kind: string; id: string; name: string },
): string => (kind === 'droplet' && droplets.get(Number(id))?.name) || name || id;

/** The panel of an uptime check. */
export const checkRoute = (connectionId: string, id: string): string =>
  routes.thing({ connectionId, familyId: 'uptime_list_checks', id });
