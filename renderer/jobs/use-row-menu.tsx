import { type ReactNode, useRef, useState } from 'react';
import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import { MenuAt, type MenuEntry } from '../components/controls/menu.tsx';
import { usePage } from '../page/page.ts';
import { jobWords } from '../words/jobs.ts';
import { arranged } from './arrange.ts';
import { useJobs } from './job-host.tsx';

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
}

interface Opened extends MenuOf {
  offers: readonly JobOffer[];
  /** Tells a menu from the one before it at another row. */
  turn: number;
}

/** A menu is read at a glance up to here. Further jobs are one step away. */
const jobsAtMost = 9;
const separator: MenuEntry = { kind: 'separator' };

function entriesOf({ thing, first, offers, without }: Opened, start: (offer: JobOffer, thing: JobThing) => void): MenuEntry[] {
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

/**
 * The menu of a row: what a list offers by itself, then the jobs of its thing, and what destroys last. `open` asks the core for
 * the jobs and shows the menu; `onClose` gives the focus back.
 */
export const useRowMenu = (onClose: () => void): { menu: ReactNode; open: (of: MenuOf) => void } => {
  const { bridge, commands } = usePage();
  const { start } = useJobs();
  const [opened, setOpened] = useState<Opened | null>(null);
  const turns = useRef(0);
  const open = async (of: MenuOf) => {
    turns.current += 1;
    const turn = turns.current;
    const offers = await bridge.offerJobs({ thing: of.thing });
    if (turn !== turns.current) return;
    if (offers.ok) setOpened({ ...of, offers: offers.value, turn });
    else commands.tell(offers.failure);
  };
  const close = (turn: number) => {
    // A menu that was opened meanwhile stays, and has the focus.
    setOpened((now) => (now?.turn === turn ? null : now));
    if (turn === turns.current) onClose();
  };
  const menu = opened && (
    <MenuAt
      key={opened.turn}
      label={jobWords.menuOf(opened.name)}
      at={opened.at}
      entries={entriesOf(opened, start)}
      onClose={() => close(opened.turn)}
    />
  );
  return { menu, open: (of) => void open(of) };
};
