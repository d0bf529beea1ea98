import { useCallback } from 'react';
import { usePage } from '../page/page.ts';
import type { ChartedThing } from './use-metric.ts';

/** Key of a droplet in the view. */
export const dropletKey = ({ connectionId, thingId }: Pick<ChartedThing, 'connectionId' | 'thingId'>): string =>
  `${connectionId}:${thingId}`;

/** The names of a team's droplets, for lines that are named by a droplet's id. */
export function useDropletNames(connectionId: string): (dropletId: number) => string | undefined {
  const { view } = usePage();
  return useCallback((id) => view.row('droplets', `${connectionId}:${id}`)?.name, [view, connectionId]);
}
