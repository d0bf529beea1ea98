import { useEffect, useSyncExternalStore } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { deeds } from '../../droplet-actions/deeds.ts';
import { useMeta, useRows } from '../../hooks/use-view.ts';
import type { Selection } from '../../page/selection.ts';
import { actionVerbs } from '../../words/commands.ts';
import { dropletWords } from '../../words/droplets.ts';
import { moneyAMonth, sumUsd } from '../../words/money.ts';
import { stateWords } from '../../words/states.ts';
import { frameWords } from '../../words/views.ts';

const Bar = ({ selection, onLeave }: { selection: Selection; onLeave: () => void }) => {
  const keys = useSyncExternalStore(selection.subscribe, selection.keys);
  const all = useRows('droplets');
  const { act } = useDropletDeeds();
  const { isOnline } = useMeta();
  const chosen: DropletRow[] = all.filter((droplet) => keys.has(droplet.key));
  // Selected droplets may have been deleted meanwhile.
  useEffect(() => {
    if (chosen.length !== keys.size) selection.keepOnly((key) => all.some((droplet) => droplet.key === key));
  });
  const offReason = isOnline ? null : stateWords.offlineReason;
  const entries: MenuEntry[] = deeds
    .filter((deed) => deed.isForMany)
    .map((deed) => ({
      kind: 'item',
      label: actionVerbs[deed.type],
      icon: deed.icon,
      offReason,
      onSelect: () => act(deed.type, chosen),
    }));
  const clear = () => {
    selection.clear();
    onLeave();
  };
  return (
    <div className="selection-bar" role="toolbar" aria-label={dropletWords.selectionBar}>
      <span className="medium tabular" role="status">
        {dropletWords.selected(chosen.length)}
      </span>
      <span className="faint tabular wide">{moneyAMonth(sumUsd(chosen.map((droplet) => droplet.priceMonthlyUsd)))}</span>
      <span className="divider" />
      <Button look="ghost" icon="refresh" offReason={offReason} onClick={() => act('reboot', chosen)}>
        {actionVerbs.reboot}
      </Button>
      <Button look="ghost" icon="camera" className="wide" offReason={offReason} onClick={() => act('snapshot', chosen)}>
        {actionVerbs.snapshot}
      </Button>
      <Button look="ghost" icon="power" offReason={offReason} onClick={() => act('power_cycle', chosen)}>
        {actionVerbs.power_cycle}
      </Button>
      <Menu align="end" entries={entries} trigger={<IconButton icon="more" label={frameWords.more} />} />
      <span className="grow narrow" />
      <span className="divider wide" />
      <Button look="ghost" className="wide" keys={['Esc']} onClick={clear}>
        {dropletWords.clear}
      </Button>
      <IconButton icon="close" className="narrow" label={dropletWords.clear} onClick={clear} />
    </div>
  );
};

/** Floats over the list while something is selected: count and price first, then the commands. */
export const SelectionBar = ({ selection, onLeave }: { selection: Selection; onLeave: () => void }) => {
  const isShown = useSyncExternalStore(selection.subscribe, () => selection.keys().size > 0);
  return isShown ? <Bar selection={selection} onLeave={onLeave} /> : null;
};
