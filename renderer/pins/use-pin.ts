import { pinKey, type ThingPlace } from '../../preload/contract/pin-key.ts';
import type { MenuEntry } from '../components/controls/menu.tsx';
import { useSingle } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';
import { dropletWords } from '../words/droplets.ts';

interface Pinning {
  isPinned: (place: ThingPlace) => boolean;
  /** Pins a thing that is no droplet, or unpins it. */
  turn: (place: ThingPlace, name: string) => void;
  /** The same as a line of a menu. */
  entryFor: (place: ThingPlace, name: string) => MenuEntry;
}

export const usePin = (): Pinning => {
  const { commands } = usePage();
  const { pinned } = useSingle('settings');
  const isPinned = (place: ThingPlace) => pinned.includes(pinKey(place));
  const turn = (place: ThingPlace, name: string) => {
    const { connectionId, familyId, id } = place;
    const parent = { ...place.parent };
    if (isPinned(place)) void commands.run({ kind: 'unpin', key: pinKey(place) });
    else void commands.run({ kind: 'pin-thing', connectionId, familyId, parent, id, name });
  };
  return {
    isPinned,
    turn,
    entryFor: (place, name) => ({
      kind: 'item',
      label: isPinned(place) ? dropletWords.unpin : dropletWords.pin,
      icon: isPinned(place) ? 'unpin' : 'pin',
      onSelect: () => turn(place, name),
    }),
  };
};
