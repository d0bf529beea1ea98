import type { JobChoice } from '../../../../../preload/contract/job.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { option } from '../../fields.ts';
import type { JobContext } from '../../job.ts';

/** The team's droplets to choose from, by name. */
export function dropletChoices(
  { droplets }: Pick<JobContext, 'droplets'>,
  isOffered: (droplet: Droplet) => boolean,
): JobChoice[] {
  return [...droplets.values()]
    .filter((droplet) => droplet.status !== 'archive' && isOffered(droplet))
    .map(({ id, name, regionSlug, status }) => option(String(id), name, `${regionSlug}, ${status}`));
}

export const dropletName = ({ droplets }: Pick<JobContext, 'droplets'>, id: unknown): string =>
  droplets.get(Number(id))?.name ?? `droplet ${id}`;

/** Chosen ids as the API takes them. */
export const chosenIds = (chosen: unknown): number[] => (Array.isArray(chosen) ? chosen.map(Number) : [Number(chosen)]);
