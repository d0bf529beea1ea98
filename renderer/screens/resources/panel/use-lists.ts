import { useEffect, useMemo, useState } from 'react';
import { resourceKey } from '../../../../preload/contract/resource-key.ts';
import type { About, FirstFact, Panel } from '../../../families/panels/panel.ts';
import { isInside } from '../../../families/references.ts';
import type { Item } from '../../../families/value.ts';
import { type ReadAnswer, useReads } from '../../../hooks/use-reads.ts';
import { useRows } from '../../../hooks/use-view.ts';
import { usePage } from '../../../page/page.ts';
import { chosenLists, listsOfFacts, listsOfRelated } from './panel-lists.ts';

/** Lists that are read for names may be so old: names seldom change. */
const freshForMs = 600_000;

/** The lists that name what a panel speaks of, and that tell what points at its thing. */
export interface Lists {
  answerOf(familyId: string): ReadAnswer | undefined;
  /** Whether the list of that family is on its way. */
  isAwaited(familyId: string): boolean;
  /** Families that were left out to spare requests. */
  further: readonly string[];
  lookFurther(): void;
}

/** `about` without what the lists tell; `areReadsDone`, `reads`: of the panel's further reads, which come first. */
export function useLists(
  panel: Panel,
  facts: readonly FirstFact[],
  about: About,
  { areReadsDone, reads }: { areReadsDone: boolean; reads: number },
): Lists {
  const { view } = usePage();
  const { connectionId, nowMs } = about;
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [isFurther, setFurther] = useState(false);
  const related = (panel.related ?? []).map(({ familyId }) => familyId);
  const families = [...new Set([...related, ...listsOfFacts(facts, about), ...asked])].filter(
    (familyId) => familyId !== 'droplets_list' && !isInside(familyId),
  );
  const answers = useReads(
    connectionId,
    families.map((familyId) => ({ familyId, freshForMs, isAsked: asked.includes(familyId) })),
  );
  const answerOf = (familyId: string) => answers.get(resourceKey(connectionId, familyId));
  const stateOf = (familyId: string) => view.row('resources', resourceKey(connectionId, familyId));

  // Lists that Buoy holds come from the core first: what they name need not be asked for.
  const isHeldComing = families.some((familyId) => (stateOf(familyId)?.revision ?? 0) > 0 && !answerOf(familyId)?.items);
  const known: About = { ...about, known: (familyId) => answerOf(familyId)?.items ?? null };
  const ofFacts = isHeldComing ? [] : listsOfFacts(facts, known);
  const { ask, further } = chosenLists({
    ofFacts,
    // What its facts turn out to name goes first.
    ofRelated: !isHeldComing && (areReadsDone || isFurther) ? listsOfRelated(panel.related, known) : [],
    reads,
    isFresh(familyId) {
      const { fetchedAtMs = null, isStale = true } = stateOf(familyId)?.freshness ?? {};
      return fetchedAtMs !== null && !isStale && Math.abs(nowMs - fetchedAtMs) < freshForMs;
    },
    asked,
    isFurther,
  });
  const wanted = ask.join(' ');
  useEffect(() => setAsked((before) => (before.join(' ') === wanted ? before : wanted.split(' '))), [wanted]);

  return {
    answerOf,
    isAwaited(familyId) {
      const answer = answerOf(familyId);
      const isComing = isHeldComing || !areReadsDone || wanted.split(' ').includes(familyId);
      return isComing && !answer?.items && !answer?.failure;
    },
    further,
    lookFurther: () => setFurther(true),
  };
}

/** A list that lies inside another thing, as it was last read. */
export interface InsideList {
  parent: Record<string, string>;
  items: readonly Item[];
}

const nothing: readonly Item[] = [];
const parentIn = (key: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(/\?([^#]*)/.exec(key)?.[1] ?? ''));

/** Lists inside other things that Buoy holds, by family, as far as they may point at the thing. Nothing is asked for them. */
export function useInsideLists({ related }: Panel, connectionId: string): ReadonlyMap<string, readonly InsideList[]> {
  const states = useRows('resources');
  const reads = useMemo(() => {
    const wanted = new Set((related ?? []).flatMap((relation) => ('from' in relation ? relation.familyId : [])).filter(isInside));
    return states
      .filter((state) => state.connectionId === connectionId && wanted.has(state.familyId) && state.revision > 0)
      .map((state) => ({ familyId: state.familyId, parent: parentIn(state.key), isAsked: false }));
  }, [states, connectionId, related]);
  const answers = useReads(connectionId, reads);
  const lists = new Map<string, InsideList[]>();
  for (const { familyId, parent } of reads) {
    const items = answers.get(resourceKey(connectionId, familyId, parent))?.items ?? nothing;
    lists.set(familyId, [...(lists.get(familyId) ?? []), { parent, items }]);
  }
  return lists;
}
