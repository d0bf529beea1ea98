import { watchedFamilies } from '../digitalocean/resources/watched-things.ts';
import { dropletKey } from './droplet-key.ts';
import { routes } from './routes.ts';

/** Where a thing that is watched is shown with its metrics: its own panel. */
export const watchedRoute = (
  connectionId: string,
  { kind, id }: { kind: 'droplet' | keyof typeof watchedFamilies; id: string },
): string =>
  kind === 'droplet'
    ? routes.droplet(dropletKey(connectionId, Number(id)))
    : routes.thing({ connectionId, familyId: watchedFamilies[kind], parent: {}, id });

/** What a thing is called now; what it was called at the last look, where only that is known. */
export const watchedName = (
  droplets: ReadonlyMap<number, { name: string }>,
  { kind, id, name }: { kind: string; id: string; name: string },
): string => (kind === 'droplet' && droplets.get(Number(id))?.name) || name || id;

/** The panel of an uptime check. */
export const checkRoute = (connectionId: string, id: string): string =>
  routes.thing({ connectionId, familyId: 'uptime_list_checks', parent: {}, id });
