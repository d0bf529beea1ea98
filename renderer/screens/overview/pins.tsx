import { type KeyboardEvent, useMemo } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { IconButton } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import type { IconName } from '../../components/icons/icon.tsx';
import { DropletStatus } from '../../components/status/droplet-status.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { addressText } from '../../droplet-actions/reach.ts';
import { useMovePin } from '../../droplet-actions/use-move-pin.ts';
import { useIsStale, useRows, useSingle } from '../../hooks/use-view.ts';
import { pinnedOf } from '../../readings/pins.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { moneyAMonth } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';

const steps: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** A pinned droplet. Alt and an arrow move it among the others, and so does its menu. */
const Pin = ({
  droplet,
  place,
  count,
  onMove,
}: {
  droplet: DropletRow;
  /** Its place among the pins, counted from 0. */
  place: number;
  count: number;
  onMove: (droplet: DropletRow, step: -1 | 1) => void;
}) => {
  const { pin } = useDropletDeeds();
  const isStale = useIsStale(droplet.connectionId);
  const price = droplet.priceMonthlyUsd === null ? null : moneyAMonth(droplet.priceMonthlyUsd);
  const detail = droplet.condition === 'off' && price ? overviewWords.offStillBilled(price) : addressText(droplet);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey) return;
    // Alt and ← would leave the page.
    event.preventDefault();
    onMove(droplet, step);
  };
  const move = (label: string, icon: IconName, step: -1 | 1, isPossible: boolean): MenuEntry[] =>
    isPossible
      ? [{ kind: 'item', label, icon, keys: ['Alt', step === 1 ? '→' : '←'], onSelect: () => onMove(droplet, step) }]
      : [];
  const entries: MenuEntry[] = [
    ...move(dropletWords.pinLeft, 'left', -1, place > 0),
    ...move(dropletWords.pinRight, 'right', 1, place < count - 1),
    { kind: 'item', label: dropletWords.unpin, icon: 'unpin', onSelect: () => pin(droplet) },
  ];
  return (
    <li className="card pin">
      <span className="row">
        <a
          className="medium cut grow stretched"
          href={hrefOf('droplets', droplet.key)}
          title={droplet.name}
          aria-keyshortcuts={count > 1 ? 'Alt+ArrowLeft Alt+ArrowRight' : undefined}
          onKeyDown={onKeyDown}
        >
          {droplet.name}
        </a>
        <DropletStatus droplet={droplet} isQuiet={isStale} />
      </span>
      <span className="row small-text faint tabular">
        <span className="cut grow">{detail}</span>
        <span>{droplet.regionSlug}</span>
        <Menu
          align="end"
          entries={entries}
          trigger={<IconButton icon="more" size="small" className="over pin-menu" label={dropletWords.pinMenu(droplet.name)} />}
        />
      </span>
    </li>
  );
};

/** The pinned droplets of a team, or of all teams, in the person's own order. */
export const Pins = ({ teamId }: { teamId: string | null }) => {
  const { pinned } = useSingle('settings');
  const droplets = useRows('droplets');
  const pins = useMemo(
    () => pinnedOf(droplets, pinned).filter((droplet) => teamId === null || droplet.connectionId === teamId),
    [droplets, pinned, teamId],
  );
  const movePin = useMovePin(pins);
  if (pins.length === 0) return null;
  return (
    <section aria-label={overviewWords.pinned}>
      <ul className="pins">
        {pins.map((droplet, place) => (
          <Pin key={droplet.key} droplet={droplet} place={place} count={pins.length} onMove={movePin} />
        ))}
      </ul>
    </section>
  );
};
