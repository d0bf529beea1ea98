import { useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../preload/contract/failure.ts';
import { resourceKey } from '../../preload/contract/resource-key.ts';
import { usePage } from '../page/page.ts';
import { useRows } from './use-view.ts';

/** Something to read: a family's list, or one thing. */
export interface Read {
  familyId: string;
  parent?: Record<string, string>;
  query?: Record<string, string>;
  /** What is younger is not asked for again. Default: a minute. */
  freshForMs?: number;
  /** Ask DigitalOcean for it, once. Otherwise only what Buoy holds is shown. */
  isAsked: boolean;
}

export interface ReadAnswer {
  /** `null` until something was read. */
  items: readonly Record<string, unknown>[] | null;
  /** Why the last read failed; what is shown may be older. */
  failure: Failure | null;
}

/**
 * Rows of several reads of one team, by their keys. Each is asked for at most once as long as the component lives, and shown again
 * whenever its rows change: it is never polled.
 */
export const useReads = (connectionId: string, reads: readonly Read[]): ReadonlyMap<string, ReadAnswer> =>
  useReadsOfTeams(reads.map((read) => ({ ...read, connectionId })));

/** The same for several teams. */
export function useReadsOfTeams(reads: readonly (Read & { connectionId: string })[]): ReadonlyMap<string, ReadAnswer> {
  const { bridge } = usePage();
  const states = useRows('resources');
  const [held, setHeld] = useState<ReadonlyMap<string, { revision: number; items: Record<string, unknown>[] }>>(new Map());
  const asked = useRef(new Set<string>());
  const shown = useRef(new Map<string, number>());
  const text = JSON.stringify(reads);
  const wanted = useMemo(
    () =>
      (JSON.parse(text) as typeof reads).map(({ isAsked, freshForMs, ...address }) => ({
        key: resourceKey(address.connectionId, address.familyId, address.parent, address.query),
        address,
        isAsked,
        freshForMs,
      })),
    [text],
  );
  useEffect(() => {
    for (const { key, address, isAsked, freshForMs } of wanted) {
      if (!isAsked || asked.current.has(key)) continue;
      asked.current.add(key);
      void bridge.loadResources(freshForMs === undefined ? address : { ...address, freshForMs });
    }
  }, [bridge, wanted]);

  const known = useMemo(() => {
    const keys = new Set(wanted.map(({ key }) => key));
    return new Map(states.filter((state) => keys.has(state.key)).map((state) => [state.key, state]));
  }, [states, wanted]);
  useEffect(() => {
    for (const { key, address } of wanted) {
      const revision = known.get(key)?.revision ?? 0;
      if (revision === 0 || shown.current.get(key) === revision) continue;
      shown.current.set(key, revision);
      void bridge.readResources(address).then((outcome) => {
        if (outcome.ok) setHeld((before) => new Map(before).set(key, outcome.value));
      });
    }
  }, [bridge, wanted, known]);

  return useMemo(
    () =>
      new Map(
        wanted.map(({ key }): [string, ReadAnswer] => {
          const freshness = known.get(key)?.freshness;
          const failure = freshness?.isFetching === true ? null : (freshness?.failure ?? null);
          return [key, { items: held.get(key)?.items ?? null, failure }];
        }),
      ),
    [wanted, known, held],
  );
}
