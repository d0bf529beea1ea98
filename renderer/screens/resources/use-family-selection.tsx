import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import type { Family } from '../../families/family.ts';
import type { Chosen } from '../../jobs/many-entries.ts';
import { SelectionBar } from '../../jobs/selection-bar.tsx';
import type { Selection } from '../../page/selection.ts';
import type { Place } from '../../routes/resource-place.ts';
import { manyWords } from '../../words/many.ts';
import type { ItemLine } from './lines.ts';

/** The selected things of a family that are still there, and the bar for them. `lines` are all rows, also those that a search hides. */
export const useFamilySelection = ({
  family,
  place,
  lines,
  selection,
  onLeave,
}: {
  family: Family;
  place: Place;
  lines: readonly ItemLine[];
  selection: Selection;
  onLeave: () => void;
}): { chosen: readonly Chosen[]; bar: ReactNode } => {
  const keys = useSyncExternalStore(selection.subscribe, selection.keys);
  // Where its row does not tell, a job says by that what it is about.
  const isPlace = family.standsFor !== undefined && 'urn' in family.standsFor;
  const parentText = JSON.stringify(place.parent);
  const chosen = useMemo(
    () =>
      keys.size === 0
        ? []
        : lines.flatMap(({ id, itemId, connectionId, name, item }): Chosen[] =>
            itemId === null || !keys.has(id)
              ? []
              : [
                  {
                    key: id,
                    name,
                    thing: {
                      connectionId,
                      familyId: family.id,
                      id: itemId,
                      parent: JSON.parse(parentText),
                      row: { ...item, ...(isPlace ? { name } : {}) },
                    },
                  },
                ],
          ),
    [keys, lines, family.id, isPlace, parentText],
  );
  return {
    chosen,
    bar: (
      <SelectionBar selection={selection} chosen={chosen} label={manyWords.bar(family.title)} detail={null} onLeave={onLeave} />
    ),
  };
};
