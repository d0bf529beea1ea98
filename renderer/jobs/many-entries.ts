import type { JobThing } from '../../preload/contract/job.ts';
import type { ManyOffer } from '../../preload/contract/many.ts';
import { manyThingsAtMost } from '../../preload/contract/many-limit.ts';
import type { MenuEntry } from '../components/controls/menu.tsx';
import type { IconName } from '../components/icons/icon.tsx';
import { manyWords } from '../words/many.ts';
import { stateWords } from '../words/states.ts';

/** A selected row. */
export interface Chosen {
  /** Key of the row in its list. */
  key: string;
  name: string;
  thing: JobThing;
}

const icons: Readonly<Record<string, IconName>> = {
  attach: 'plus',
  detach: 'close',
  unassign: 'close',
  'take-away': 'lock',
  purge: 'empty',
  redeploy: 'refresh',
  index: 'refresh',
  keep: 'pin',
  delete: 'trash',
  tags: 'tag',
  'move-to-project': 'folder',
  'add-to-firewall': 'shield',
  'add-to-load-balancer': 'network',
  'ipv6-on': 'network',
  snapshot: 'camera',
  'backups-on': 'backup',
  'backups-off': 'backup',
  'power-on': 'play',
  reboot: 'refresh',
  'power-cycle': 'power',
  'power-off': 'power',
  'shut-down': 'power',
  pause: 'pause',
  mute: 'pause',
  resume: 'play',
  unmute: 'play',
  'copy-to-region': 'globe',
};

export const iconOf = ({ name, level }: Pick<ManyOffer, 'name' | 'level'>): IconName =>
  level === 'destructive' ? 'trash' : (icons[name] ?? 'arrow');

/** Why an offer cannot be taken now; `null`: it can. */
export const offReasonOf = (offer: ManyOffer, selected: number, isOnline: boolean): string | null => {
  if (!isOnline) return stateWords.offlineReason;
  return selected > manyThingsAtMost ? manyWords.tooMany(manyThingsAtMost) : offer.offReason;
};

/** Offers that stand under one button, or one alone. */
export interface OfferGroup {
  group: ManyOffer['group'];
  offers: readonly ManyOffer[];
}

/** In the order of the bar: what is used most, the others, and what destroys last. */
export function groupsOf(offers: readonly ManyOffer[]): OfferGroup[] {
  const rank = ({ isMain, level }: ManyOffer) => (level === 'destructive' ? 2 : isMain ? 0 : 1);
  const sorted = offers.toSorted((one, other) => rank(one) - rank(other));
  const groups = Map.groupBy(sorted, ({ name, group }) => group ?? `one ${name}`);
  return [...groups.values()].map((of) => ({ group: of[0]?.group ?? null, offers: of }));
}

/** The lines of a menu for offers, as it says them of a selection of that many. */
export const entriesOf = (
  offers: readonly ManyOffer[],
  selected: number,
  isOnline: boolean,
  onSelect: (offer: ManyOffer) => void,
): MenuEntry[] =>
  offers.map((offer) => ({
    kind: 'item',
    label: offer.label,
    icon: iconOf(offer),
    ...(offer.count < selected ? { detail: manyWords.ofThem(offer.count, selected) } : {}),
    isHurting: offer.level === 'destructive',
    offReason: offReasonOf(offer, selected, isOnline),
    onSelect: () => onSelect(offer),
  }));
