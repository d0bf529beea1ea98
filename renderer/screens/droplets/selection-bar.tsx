import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { sumOfPrices } from '../../../preload/contract/amounts.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { thingOfDroplet } from '../../droplet-actions/droplet-jobs.ts';
import type { Chosen } from '../../jobs/many-entries.ts';
import { SelectionBar } from '../../jobs/selection-bar.tsx';
import { usePage } from '../../page/page.ts';
import type { Selection } from '../../page/selection.ts';
import { manyWords } from '../../words/many.ts';
import { moneyAMonth } from '../../words/money.ts';
import { viewNames } from '../../words/views.ts';

/** The selected droplets that are still there, as their jobs want them, and what they cost a month. */
export interface ChosenDroplets {
  chosen: readonly Chosen[];
  monthlyUsd: string | null;
}

const none: readonly DropletRow[] = [];

/** Follows the droplets only while some are selected, so that without a selection a change of a row concerns that row alone. */
export const useChosenDroplets = (selection: Selection): ChosenDroplets => {
  const { view } = usePage();
  const keys = useSyncExternalStore(selection.subscribe, selection.keys);
  const isAny = keys.size > 0;
  const subscribe = useCallback(
    (listener: () => void) => (isAny ? view.subscribeTable('droplets', listener) : () => {}),
    [view, isAny],
  );
  const all = useSyncExternalStore(subscribe, () => (isAny ? view.rows('droplets') : none));
  return useMemo(() => {
    const rows = all.filter(({ key }) => keys.has(key));
    return {
      chosen: rows.map((droplet) => ({ key: droplet.key, name: droplet.name, thing: thingOfDroplet(droplet) })),
      monthlyUsd: sumOfPrices(rows.map(({ priceMonthlyUsd }) => priceMonthlyUsd)),
    };
  }, [keys, all]);
};

/** The selection of the droplets list: how many, what they cost a month, and what can be done with them. */
export const DropletSelectionBar = ({
  selection,
  of: { chosen, monthlyUsd },
  onLeave,
}: {
  selection: Selection;
  of: ChosenDroplets;
  onLeave: () => void;
}) => (
  <SelectionBar
    selection={selection}
    chosen={chosen}
    label={manyWords.bar(viewNames.droplets)}
    detail={moneyAMonth(monthlyUsd)}
    onLeave={onLeave}
  />
);
