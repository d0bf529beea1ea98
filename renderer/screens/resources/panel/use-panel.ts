import { useMemo, useState } from 'react';
import type { Failure } from '../../../../preload/contract/failure.ts';
import type { About, FirstFact, Panel } from '../../../families/panels/panel.ts';
import type { Item } from '../../../families/value.ts';
import { useNow } from '../../../hooks/use-now.ts';
import { useRows } from '../../../hooks/use-view.ts';
import { type InsideList, type Lists, useInsideLists, useLists } from './use-lists.ts';
import { useOwnReads } from './use-own-reads.ts';

/** A fact, and whether what it needs is there. */
export interface FactState {
  fact: FirstFact;
  /** `null`: it is there, or nothing is needed. */
  waits: 'answer' | Failure | null;
}

export interface PanelData extends Pick<Lists, 'isAwaited' | 'further' | 'lookFurther'> {
  about: About;
  facts: readonly FactState[];
  /** Lists inside other things that Buoy holds, by family. */
  inside: ReadonlyMap<string, readonly InsideList[]>;
}

const noItems: readonly Item[] = [];

/** What the view has of the team. */
function useTeamRows(connectionId: string): Pick<About, 'droplets' | 'attention' | 'policies'> {
  const droplets = useRows('droplets');
  const attention = useRows('attention');
  const policies = useRows('policies');
  return useMemo(
    () => ({
      droplets: droplets.filter((one) => one.connectionId === connectionId),
      attention: attention.filter((one) => one.connectionId === connectionId),
      policies: policies.filter((one) => one.connectionId === connectionId),
    }),
    [droplets, attention, policies, connectionId],
  );
}

/**
 * All that a family's panel shows of a thing: its row, the further reads of its first facts, and lists that name what it is
 * related to. Every read is made once when the panel opens.
 */
export function usePanel(
  panel: Panel,
  { item, id, connectionId }: { item: Item; id: string; connectionId: string },
  valuesFor: ((operationId: string) => Record<string, string>) | null,
): PanelData {
  const nowMs = useNow();
  // Queries name the time: the panel asks for the same as long as it is open.
  const [openedAtMs] = useState(nowMs);
  const team = useTeamRows(connectionId);
  // A thing without an id of its own cannot be asked about.
  const facts = useMemo(
    () => panel.facts.filter((fact) => (fact.isFor?.(item) ?? true) && (fact.needs === undefined || id !== '')),
    [panel, item, id],
  );
  const bare: About = { item, id, connectionId, nowMs: openedAtMs, ...team, read: () => noItems, known: () => null };
  const own = useOwnReads(panel, facts, bare, valuesFor);
  const answered: About = { ...bare, nowMs, read: (operationId) => own.answerOf(operationId)?.items ?? noItems };
  const reads = own.count + (panel.isReadWhole ? 1 : 0) + (panel.newest ? 1 : 0);
  const lists = useLists(panel, facts, answered, { areReadsDone: own.areDone, reads });
  const inside = useInsideLists(panel, connectionId);
  const about: About = { ...answered, known: (familyId) => lists.answerOf(familyId)?.items ?? null };

  function waitsOf(fact: FirstFact): FactState['waits'] {
    const answer = fact.needs === undefined ? null : own.answerOf(fact.needs);
    if (answer !== null && !answer?.items) return answer?.failure ?? 'answer';
    for (const familyId of fact.looksInto ?? []) {
      const list = lists.answerOf(familyId);
      if (!list?.items && fact.say(about).length === 0) return list?.failure ?? 'answer';
    }
    return null;
  }

  const { isAwaited, further, lookFurther } = lists;
  return { about, facts: facts.map((fact) => ({ fact, waits: waitsOf(fact) })), inside, isAwaited, further, lookFurther };
}
