import type { DatedOf } from '../digitalocean/resources/dated-things.ts';
import { familyOf, thingsOf } from '../fetched/dates.ts';
import { routes } from '../names/routes.ts';
import type { ConnectionState } from '../state/state.ts';
import { comingWords } from '../words/coming.ts';
import type { Coming } from './coming.ts';
import { nextOccurrence } from './windows.ts';

/** "1.34.1" of the slug "1.34.1-do.0". */
const plain = (slug: string): string => slug.split('-')[0] ?? slug;
const minorOf = (slug: string): string => slug.split('.').slice(0, 2).join('.');

/**
 * What is offered to each cluster. A patch is installed in the next window by itself where that is switched on; everything else
 * waits for the person, and has no date.
 */
export function ofClusters({ id: connectionId, dates }: ConnectionState, nowMs: number): Coming[] {
  const offers = new Map(thingsOf(dates, 'upgrade').map(({ thing }) => [thing.id, thing.versions]));
  return thingsOf(dates, 'cluster').flatMap(({ thing: cluster }) => {
    const offered = (offers.get(cluster.id) ?? []).filter((slug) => slug !== cluster.version);
    const patch = offered.find((slug) => minorOf(slug) === minorOf(cluster.version));
    const waiting = patch !== undefined && cluster.isAutomatic ? offered.filter((slug) => slug !== patch) : offered;
    return [
      ...(patch !== undefined && cluster.isAutomatic ? [ofPatch(connectionId, cluster, patch, nowMs)] : []),
      ...(waiting[0] === undefined ? [] : [ofOffer(connectionId, cluster, waiting[0], nowMs)]),
    ];
  });
}

const common = (connectionId: string, { id }: DatedOf<'cluster'>) => {
  const thing = { connectionId, familyId: familyOf('cluster'), id, parent: {} };
  const upgrade = { kind: 'job', label: comingWords.upgrade, name: 'upgrade', thing } as const;
  const move = { kind: 'job', label: comingWords.move, name: 'window', thing } as const;
  return { connectionId, isDay: false, isRenewed: false, route: routes.thing(thing), upgrade, move };
};

function ofPatch(connectionId: string, cluster: DatedOf<'cluster'>, slug: string, nowMs: number): Coming {
  const { upgrade, move, ...own } = common(connectionId, cluster);
  const next = cluster.window && nextOccurrence(cluster.window, nowMs);
  return {
    ...own,
    key: `patch/${connectionId}/${cluster.id}`,
    kind: 'maintenance',
    title: comingWords.cluster(cluster.name, plain(slug)),
    detail: next ? comingWords.byItself : comingWords.anyDay,
    atMs: next?.startMs ?? null,
    endsAtMs: next?.endMs ?? null,
    deeds: [move, upgrade],
  };
}

function ofOffer(connectionId: string, cluster: DatedOf<'cluster'>, slug: string, nowMs: number): Coming {
  const { upgrade, move, ...own } = common(connectionId, cluster);
  const next = cluster.window && nextOccurrence(cluster.window, nowMs);
  const window = next ? comingWords.window(next.startMs) : null;
  return {
    ...own,
    key: `upgrade/${connectionId}/${cluster.id}`,
    kind: 'upgrades',
    title: comingWords.clusterOffer(cluster.name, plain(slug)),
    detail: [comingWords.now(plain(cluster.version)), window].filter(Boolean).join(' · '),
    atMs: null,
    endsAtMs: null,
    deeds: cluster.window ? [upgrade, move] : [upgrade],
  };
}
