import { type ReactNode, useRef, useState } from 'react';
import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import type { ManyOffer } from '../../preload/contract/many.ts';
import { manyThingsAtMost } from '../../preload/contract/many-limit.ts';
import { MenuAt, type MenuEntry } from '../components/controls/menu.tsx';
import { useMeta } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';
import { jobWords } from '../words/jobs.ts';
import { manyWords } from '../words/many.ts';
import { arranged } from './arrange.ts';
import { useJobs } from './job-host.tsx';
import { entriesOf, groupsOf, type OfferGroup } from './many-entries.ts';
import { shownOffers } from './use-offers.ts';

/** A row, and where its menu belongs. */
interface MenuOf {
  thing: JobThing;
  name: string;
  /** A point of the window in CSS pixels. */
  at: { x: number; y: number };
  /** Lines that stand before the jobs. */
  first: readonly MenuEntry[];
  /** Jobs that stand among `first` already. */
  without?: ReadonlySet<string>;
  /** The things that are selected, if the row is among them: the menu is then about all of them. */
  selected?: readonly JobThing[];
}

interface Opened extends MenuOf {
  offers: readonly JobOffer[];
  /** What can be done with all that are selected; `null`: the menu is about the row alone. */
  manyOffers: readonly ManyOffer[] | null;
  /** Tells a menu from the one before it at another row. */
  turn: number;
}

/** A menu is read at a glance up to here. Further jobs are one step away. */
const jobsAtMost = 9;
const separator: MenuEntry = { kind: 'separator' };

function ownEntries({ thing, first, offers, without }: Opened, start: (offer: JobOffer, thing: JobThing) => void): MenuEntry[] {
  const entryOf = (offer: JobOffer): MenuEntry => ({
    kind: 'item',
    label: offer.label,
    isHurting: offer.level === 'destructive',
    offReason: offer.offReason,
    onSelect: () => start(offer, thing),
  });
  const others = offers.filter(({ name }) => !without?.has(name));
  const room = Math.max(0, jobsAtMost - first.filter(({ kind }) => kind === 'item').length);
  const jobs = arranged(others, room);
  const shown = jobs.shown.map(entryOf);
  const more = jobs.more.map(entryOf);
  const ending = jobs.ending.map(entryOf);
  const second: MenuEntry[] = [
    ...shown,
    ...(more.length > 0 ? [{ kind: 'sub' as const, label: jobWords.more(more.length), entries: more }] : []),
  ];
  return [...first, ...(second.length > 0 ? [separator, ...second] : []), ...(ending.length > 0 ? [separator, ...ending] : [])];
}

/** The menu of a selection, when it is opened on one of its rows. */
function manyEntries(
  offers: readonly ManyOffer[],
  selected: number,
  isOnline: boolean,
  start: (offer: ManyOffer) => void,
): MenuEntry[] {
  const groups = groupsOf(offers);
  const isEnding = ({ offers: of }: OfferGroup) => of[0]?.level === 'destructive';
  const lines = (of: readonly OfferGroup[]) => of.flatMap((group) => entriesOf(group.offers, selected, isOnline, start));
  const plain = groups
    .filter((group) => !isEnding(group))
    .map((group): MenuEntry[] => {
      const entries = lines([group]);
      return group.group === null ? entries : [{ kind: 'sub', label: manyWords.groups[group.group], icon: group.group, entries }];
    });
  const ending = lines(groups.filter(isEnding));
  return [
    { kind: 'heading', label: manyWords.selected(selected) },
    ...plain.flat(),
    ...(ending.length > 0 ? [separator, ...ending] : []),
  ];
}

/**
 * The menu of a row: what a list offers by itself, then the jobs of its thing, and what destroys last. `open` asks the core for
 * the jobs and shows the menu; `onClose` gives the focus back.
 */
export const useRowMenu = (onClose: () => void): { menu: ReactNode; open: (of: MenuOf) => void } => {
  const { bridge, commands } = usePage();
  const { isOnline } = useMeta();
  const { start, startMany } = useJobs();
  const [opened, setOpened] = useState<Opened | null>(null);
  const turns = useRef(0);
  const open = async (of: MenuOf) => {
    turns.current += 1;
    const turn = turns.current;
    const { selected = [] } = of;
    if (selected.length > 1) {
      const many = await bridge.offerManyJobs({ things: selected.slice(0, manyThingsAtMost) });
      if (turn !== turns.current) return;
      if (many.ok) setOpened({ ...of, offers: [], manyOffers: many.value, turn });
      else commands.tell(many.failure);
      return;
    }
    const offers = await bridge.offerJobs({ thing: of.thing });
    if (turn !== turns.current) return;
    if (offers.ok) setOpened({ ...of, offers: shownOffers(offers.value), manyOffers: null, turn });
    else commands.tell(offers.failure);
  };
  const entriesOfOpened = (of: Opened): MenuEntry[] => {
    const { manyOffers, selected = [] } = of;
    if (manyOffers === null) return ownEntries(of, start);
    return manyEntries(manyOffers, selected.length, isOnline, (offer) => startMany(offer, selected));
  };
  const close = (turn: number) => {
    // A menu that was opened meanwhile stays, and has the focus.
    setOpened((now) => (now?.turn === turn ? null : now));
    if (turn === turns.current) onClose();
  };
  const menu = opened && (
    <MenuAt
      key={opened.turn}
      label={opened.manyOffers === null ? jobWords.menuOf(opened.name) : manyWords.menuOf(opened.selected?.length ?? 0)}
      at={opened.at}
      entries={entriesOfOpened(opened)}
      onClose={() => close(opened.turn)}
    />
  );
  return { menu, open: (of) => void open(of) };
};
