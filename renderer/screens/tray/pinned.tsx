import type { DropletRow } from '../../../preload/contract/view.ts';
import { KeyCaps } from '../../components/controls/key-cap.tsx';
import { trayWords } from '../../words/tray.ts';
import { DropletLine } from './rows.tsx';

/** The pinned droplets in the person's own order. The keys that move one are shown while a row has the focus. */
export const Pinned = ({ droplets }: { droplets: readonly DropletRow[] }) => {
  if (droplets.length === 0) return null;
  const keys = droplets.length > 1 ? { keys: 'Alt+ArrowUp Alt+ArrowDown' } : {};
  return (
    <section aria-labelledby="tray-pinned" className="tray-pinned">
      <div className="row caption">
        <h2 id="tray-pinned" className="grow">
          {trayWords.pinned}
        </h2>
        {droplets.length > 1 && (
          <span className="row tray-hint" aria-hidden="true">
            <KeyCaps keys={['Alt', '↑', '↓']} />
            {trayWords.movesPin}
          </span>
        )}
      </div>
      <ul>
        {droplets.map((droplet) => (
          <li key={droplet.key}>
            <DropletLine droplet={droplet} rowId={`pinned/${droplet.key}`} {...keys} />
          </li>
        ))}
      </ul>
    </section>
  );
};
