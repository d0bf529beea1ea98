import type { ReactNode } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import type { MenuEntry } from '../../components/controls/menu.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { deedReason, deedsFor } from '../../droplet-actions/deeds.ts';
import { amongActions, thingOfDroplet } from '../../droplet-actions/droplet-jobs.ts';
import { addressOf, sshTo, unreachableReason } from '../../droplet-actions/reach.ts';
import { useMeta } from '../../hooks/use-view.ts';
import type { Chosen } from '../../jobs/many-entries.ts';
import { useRowMenu } from '../../jobs/use-row-menu.tsx';
import { usePage } from '../../page/page.ts';
import { actionVerbs } from '../../words/commands.ts';
import { dropletWords } from '../../words/droplets.ts';
import { jobWords } from '../../words/jobs.ts';

/** The menu of a droplet's row: how to reach it, its actions, its other jobs, and destroying it. */
export const useDropletMenu = (
  onOpen: (dropletKey: string) => void,
  onClose: () => void,
  chosen: readonly Chosen[],
): { menu: ReactNode; open: (droplet: DropletRow, at: { x: number; y: number }) => void } => {
  const page = usePage();
  const { act, pin } = useDropletDeeds();
  const { isOnline, capabilities } = useMeta();
  const { menu, open } = useRowMenu(onClose);
  const entriesFor = (droplet: DropletRow): MenuEntry[] => {
    const address = addressOf(droplet);
    const offReason = unreachableReason(droplet);
    return [
      { kind: 'item', label: jobWords.open, icon: 'right', onSelect: () => onOpen(droplet.key) },
      {
        kind: 'item',
        label: capabilities.terminal ? dropletWords.openSsh : dropletWords.copySsh,
        icon: 'terminal',
        keys: ['S'],
        offReason,
        onSelect: () => void sshTo(page, droplet),
      },
      {
        kind: 'item',
        label: dropletWords.copyAddress,
        icon: 'copy',
        keys: ['C'],
        offReason,
        onSelect: () => address !== null && void page.copy(address),
      },
      {
        kind: 'item',
        label: droplet.isPinned ? dropletWords.unpin : dropletWords.pin,
        icon: 'pin',
        keys: ['P'],
        onSelect: () => pin(droplet),
      },
      { kind: 'separator' },
      ...deedsFor(droplet).map(
        (deed): MenuEntry => ({
          kind: 'item',
          label: actionVerbs[deed.type],
          icon: deed.icon,
          offReason: deedReason(deed, droplet, isOnline),
          onSelect: () => act(deed.type, droplet),
        }),
      ),
    ];
  };
  return {
    menu,
    open: (droplet, at) =>
      open({
        thing: thingOfDroplet(droplet),
        name: droplet.name,
        at,
        first: entriesFor(droplet),
        without: amongActions,
        selected: chosen.some(({ key }) => key === droplet.key) ? chosen.map(({ thing }) => thing) : [],
      }),
  };
};
