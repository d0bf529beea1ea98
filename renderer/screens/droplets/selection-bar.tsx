import { useMemo, useSyncExternalStore } from 'react';
import { thingOfDroplet } from '../../droplet-actions/droplet-jobs.ts';
import { useRows } from '../../hooks/use-view.ts';
import type { Chosen } from '../../jobs/many-entries.ts';
import { SelectionBar } from '../../jobs/selection-bar.tsx';
import type { Selection } from '../../page/selection.ts';
import { manyWords } from '../../words/many.ts';
import { moneyAMonth, sumUsd } from '../../words/money.ts';
import { viewNames } from '../../words/views.ts';

/** The selected droplets that are still there, as their jobs want them. */
export const useChosenDroplets = (selection: Selection): readonly Chosen[] => {
  const keys = useSyncExternalStore(selection.subscribe, selection.keys);
  const all = useRows('droplets');
  return useMemo(
    () =>
      keys.size === 0
        ? []
        : all.flatMap((droplet) =>
            keys.has(droplet.key) ? [{ key: droplet.key, name: droplet.name, thing: thingOfDroplet(droplet) }] : [],
          ),
    [keys, all],
  );
};

/** The selection of the droplets list: how many, what they cost a month, and what can be done with them. */
export const DropletSelectionBar = ({
  selection,
  chosen,
  onLeave,
}: {
  selection: Selection;
  chosen: readonly Chosen[];
  onLeave: () => void;
}) => {
  const all = useRows('droplets');
  const keys = new Set(chosen.map(({ key }) => key));
  const prices = all.flatMap((droplet) => (keys.has(droplet.key) ? [droplet.priceMonthlyUsd] : []));
  return (
    <SelectionBar
      selection={selection}
      chosen={chosen}
      label={manyWords.bar(viewNames.droplets)}
      detail={moneyAMonth(sumUsd(prices))}
      onLeave={onLeave}
    />
  );
};
