import { useMemo } from 'react';
import type { MetricKind } from '../../../preload/contract/metric-charts.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import type { ChartedThing } from '../../charts/use-metric.ts';
import { designedFamily } from '../../families/all.ts';
import { nameOf } from '../../families/identity.ts';
import { idOf } from '../../families/value.ts';
import { useRows, useSingle } from '../../hooks/use-view.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { useFamily } from '../resources/use-family.ts';
import type { Which } from './compare-place.ts';

/** A thing that can stand in a comparison. */
export interface ComparedThing extends ChartedThing {
  /** `connectionId:thingId`. */
  key: string;
  name: string;
  tags: readonly string[];
  isPinned: boolean;
}

/** The families in which the things of a kind are listed. Droplets are in the view. */
const families: Readonly<Record<Exclude<MetricKind, 'droplet'>, string>> = {
  'load-balancer': 'loadBalancers_list',
  app: 'apps_list',
  'autoscale-pool': 'autoscalepools_list',
  database: 'databases_list_clusters',
};

const byName = (one: ComparedThing, other: ComparedThing): number => one.name.localeCompare(other.name, 'en', { numeric: true });

/** All things of a kind in these teams, by name. Reads their list if it has to. */
export function useThings(kind: MetricKind, connections: readonly ConnectionRow[]) {
  const droplets = useRows('droplets');
  const { pinned } = useSingle('settings');
  const familyId = kind === 'droplet' ? '' : families[kind];
  const listed = useFamily(familyId, kind === 'droplet' ? [] : connections, {});
  const things = useMemo(() => {
    const shown = new Set(connections.map(({ id }) => id));
    const own =
      kind === 'droplet'
        ? droplets.map(
            ({ key, connectionId, id, name, tags }): ComparedThing => ({
              key,
              connectionId,
              kind,
              thingId: String(id),
              name,
              tags,
              isPinned: pinned.includes(key),
            }),
          )
        : thingsIn(kind, familyId, listed.items);
    return own.filter(({ connectionId }) => shown.has(connectionId)).sort(byName);
  }, [kind, familyId, droplets, pinned, listed.items, connections]);
  return { things, isFirstRead: kind !== 'droplet' && listed.isFirstRead, failures: listed.failures };
}

/** Address of its panel. */
export const panelHref = ({ kind, connectionId, thingId }: ChartedThing): string =>
  itemHref(kind === 'droplet' ? 'droplets_list' : families[kind], connectionId, thingId);

function thingsIn(kind: MetricKind, familyId: string, items: ReturnType<typeof useFamily>['items']): ComparedThing[] {
  const family = designedFamily(familyId);
  if (family === undefined) return [];
  return items.flatMap(({ connectionId, item }) => {
    const thingId = idOf(family, item);
    // DigitalOcean has metrics of no other engine.
    if (thingId === '' || (kind === 'database' && !/mysql/.test(String(item.engine)))) return [];
    const tags = Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === 'string') : [];
    return [
      { key: `${connectionId}:${thingId}`, connectionId, kind, thingId, name: nameOf(family, item), tags, isPinned: false },
    ];
  });
}

/** The things that were chosen, in their order. */
export function chosenOf(things: readonly ComparedThing[], which: Which): ComparedThing[] {
  switch (which.by) {
    case 'all':
      return [...things];
    case 'pinned':
      return things.filter(({ isPinned }) => isPinned);
    case 'tag':
      return things.filter(({ tags }) => tags.includes(which.tag));
    case 'team':
      return things.filter(({ connectionId }) => connectionId === which.connectionId);
    case 'things':
      return which.keys.flatMap((key) => things.find((thing) => thing.key === key) ?? []);
  }
}
