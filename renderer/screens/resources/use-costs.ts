import { useEffect, useMemo, useState } from 'react';
import type { Cost } from '../../../preload/contract/cost.ts';
import { pricedFamilies } from '../../../preload/contract/priced-families.ts';
import { usePage } from '../../page/page.ts';
import type { ItemLine } from './lines.ts';

/** Costs of a list's rows by their ids; `null`: the family has none to tell. */
export type CostsOfLines = ReadonlyMap<string, Cost> | null;

/** Things of one call. Further ones of a team have no cost in the list, only on their panels. */
const atOnce = 2000;
const none: CostsOfLines = new Map();

/** What the things of a list cost, as far as reads tell that are made once for all of them. Asked anew when the rows change. */
export function useCosts(familyId: string, lines: readonly ItemLine[]): CostsOfLines {
  const { bridge } = usePage();
  const isPriced = pricedFamilies.has(familyId);
  const [told, setTold] = useState<{ familyId: string; costs: ReadonlyMap<string, Cost> } | null>(null);
  useEffect(() => {
    if (!isPriced || lines.length === 0) return;
    let isCurrent = true;
    const byTeam = Map.groupBy(
      lines.filter(({ itemId }) => itemId !== null),
      ({ connectionId }) => connectionId,
    );
    const asked = [...byTeam].map(async ([connectionId, all]) => {
      const own = all.slice(0, atOnce);
      const things = own.map(({ itemId, item }) => ({ id: itemId ?? '', row: item as Record<string, unknown> }));
      const outcome = await bridge.tellCosts({ connectionId, familyId, things, reach: 'shared', isSoFarTold: true });
      return outcome.ok ? own.flatMap(({ id }, index) => [[id, outcome.value[index] ?? null] as const]) : [];
    });
    void Promise.all(asked).then((answers) => {
      if (isCurrent)
        setTold({
          familyId,
          costs: new Map(answers.flat().flatMap(([id, cost]) => (cost === null ? [] : [[id, cost] as const]))),
        });
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, familyId, isPriced, lines]);
  return useMemo(() => (isPriced ? (told?.familyId === familyId ? told.costs : none) : null), [isPriced, told, familyId]);
}
