import { type ComponentProps, type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { DropletRow, PinRow } from '../../../preload/contract/view.ts';
import { cpuNow, PinSpark, useSpark } from '../../charts/spark.tsx';
import { IconButton } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import type { IconName } from '../../components/icons/icon.tsx';
import { DropletStatus } from '../../components/status/droplet-status.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { addressText } from '../../droplet-actions/reach.ts';
import { useIsStale, useRows, useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { lineIcon } from '../../pins/line-icons.ts';
import { PinStatus } from '../../pins/pin-status.tsx';
import { useLineDeed } from '../../pins/use-line-deed.ts';
import { useMovePin } from '../../pins/use-move-pin.ts';
import { isDroplet, type Pinned, pinnedOf } from '../../readings/pins.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { moneyAMonth } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';
import { sparkWords } from '../../words/sparks.ts';

const steps: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** One pin. Alt and an arrow move it among the others, and so does its menu. */
const Pin = ({
  pin,
  href,
  status,
  detail,
  end,
  drawing = null,
  entries,
  place,
  count,
  onMove,
}: {
  pin: Pinned;
  href: string;
  status: ReactNode;
  detail: string;
  end: string;
  /** What is drawn in its middle. */
  drawing?: ReactNode;
  /** What else its menu offers. */
  entries: readonly MenuEntry[];
  /** Its place among the pins, counted from 0. */
  place: number;
  count: number;
  onMove: (pin: Pinned, step: -1 | 1) => void;
}) => {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey) return;
    // Alt and ← would leave the page.
    event.preventDefault();
    onMove(pin, step);
  };
  const move = (label: string, icon: IconName, step: -1 | 1, isPossible: boolean): MenuEntry[] =>
    isPossible ? [{ kind: 'item', label, icon, keys: ['Alt', step === 1 ? '→' : '←'], onSelect: () => onMove(pin, step) }] : [];
  return (
    <li className="card pin">
      <span className="row">
        <a
          className="medium cut grow stretched"
          href={href}
          title={pin.name}
          aria-keyshortcuts={count > 1 ? 'Alt+ArrowLeft Alt+ArrowRight' : undefined}
          onKeyDown={onKeyDown}
        >
          {pin.name}
        </a>
        {status}
      </span>
      {drawing}
      <span className="row small-text faint tabular">
        <span className="cut grow" title={detail}>
          {detail}
        </span>
        <span>{end}</span>
        <Menu
          align="end"
          entries={[
            ...move(dropletWords.pinLeft, 'left', -1, place > 0),
            ...move(dropletWords.pinRight, 'right', 1, place < count - 1),
            ...entries,
          ]}
          trigger={<IconButton icon="more" size="small" className="over pin-menu" label={dropletWords.pinMenu(pin.name)} />}
        />
      </span>
    </li>
  );
};

type Placed = Pick<ComponentProps<typeof Pin>, 'place' | 'count' | 'onMove'>;

const DropletPin = ({ droplet, ...placed }: { droplet: DropletRow } & Placed) => {
  const { pin } = useDropletDeeds();
  const isStale = useIsStale(droplet.connectionId);
  // One that is off sends nothing that could be drawn.
  const isOn = droplet.condition !== 'off' && droplet.condition !== 'down';
  const isDrawn = useSingle('settings').polling.hasSparks && isOn;
  const spark = useSpark(droplet.key, isOn);
  const cpu = cpuNow(spark);
  const price = droplet.priceMonthlyUsd === null ? null : moneyAMonth(droplet.priceMonthlyUsd);
  return (
    <Pin
      {...placed}
      pin={droplet}
      href={hrefOf('droplets', droplet.key)}
      status={<DropletStatus droplet={droplet} isQuiet={isStale} />}
      detail={droplet.condition === 'off' && price ? overviewWords.offStillBilled(price) : addressText(droplet)}
      end={cpu === null ? droplet.regionSlug : sparkWords.now(cpu)}
      drawing={isDrawn ? <PinSpark spark={spark} /> : null}
      entries={[{ kind: 'item', label: dropletWords.unpin, icon: 'unpin', onSelect: () => pin(droplet) }]}
    />
  );
};

const ThingPin = ({ thing, ...placed }: { thing: PinRow } & Placed) => {
  const run = useLineDeed();
  const { commands } = usePage();
  const unpin = () => void commands.run({ kind: 'unpin', key: thing.key });
  const lines = thing.standing === 'gone' ? [] : thing.lines;
  const entries = lines.flatMap((line): MenuEntry[] => {
    const { deed, label, isEnabled } = line;
    // What is only there to be read stands on the card.
    if (deed === null) return [];
    return isEnabled ? [{ kind: 'item', label, icon: lineIcon(line), onSelect: () => run(deed) }] : [];
  });
  return (
    <Pin
      {...placed}
      pin={thing}
      href={thing.route}
      status={<PinStatus pin={thing} />}
      detail={thing.note || thing.detail}
      end=""
      entries={[...entries, { kind: 'item', label: dropletWords.unpin, icon: 'unpin', onSelect: unpin }]}
    />
  );
};

/** What is pinned of a team, or of all teams, in the person's own order. */
export const Pins = ({ teamId }: { teamId: string | null }) => {
  const { pinned } = useSingle('settings');
  const droplets = useRows('droplets');
  const things = useRows('pins');
  const pins = useMemo(
    () => pinnedOf(droplets, things, pinned).filter((pin) => teamId === null || pin.connectionId === teamId),
    [droplets, things, pinned, teamId],
  );
  const onMove = useMovePin(pins);
  if (pins.length === 0) return null;
  return (
    <section aria-label={overviewWords.pinned}>
      <ul className="pins">
        {pins.map((pin, place) => {
          const placed = { place, count: pins.length, onMove };
          return isDroplet(pin) ? (
            <DropletPin key={pin.key} droplet={pin} {...placed} />
          ) : (
            <ThingPin key={pin.key} thing={pin} {...placed} />
          );
        })}
      </ul>
    </section>
  );
};
