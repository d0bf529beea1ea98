import { KeyCaps } from '../../components/controls/key-cap.tsx';
import { isDroplet, type Pinned as Pin } from '../../readings/pins.ts';
import { trayWords } from '../../words/tray.ts';
import { PinLine } from './pin-line.tsx';
import { DropletLine } from './rows.tsx';
import type { InPlace } from './use-in-place.ts';

/** What is pinned, in the person's own order. The keys that move a pin are shown while a row has the focus. */
export const Pinned = ({
  pins,
  openIds,
  inPlace,
  onTurn,
}: {
  pins: readonly Pin[];
  /** Keys of the pins that the person opened. */
  openIds: ReadonlySet<string>;
  inPlace: InPlace;
  onTurn: (key: string, isOpen: boolean) => void;
}) => {
  if (pins.length === 0) return null;
  const keys = pins.length > 1 ? { keys: 'Alt+ArrowUp Alt+ArrowDown' } : {};
  return (
    <section aria-labelledby="tray-pinned" className="tray-pinned">
      <div className="row caption">
        <h2 id="tray-pinned" className="grow">
          {trayWords.pinned}
        </h2>
        {pins.length > 1 && (
          <span className="row tray-hint" aria-hidden="true">
            <KeyCaps keys={['Alt', '↑', '↓']} />
            {trayWords.movesPin}
          </span>
        )}
      </div>
      <ul>
        {pins.map((pin) =>
          isDroplet(pin) ? (
            <li key={pin.key}>
              <DropletLine droplet={pin} rowId={`pinned/${pin.key}`} {...keys} />
            </li>
          ) : (
            <PinLine
              key={pin.key}
              pin={pin}
              isOpen={openIds.has(pin.key)}
              inPlace={inPlace}
              onTurn={(isOpen) => onTurn(pin.key, isOpen)}
              {...keys}
            />
          ),
        )}
      </ul>
    </section>
  );
};
