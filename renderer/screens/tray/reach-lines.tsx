import { addressesOf } from '../../../preload/contract/addresses.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { KeyCaps } from '../../components/controls/key-cap.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { sshTo, unreachableReason } from '../../droplet-actions/reach.ts';
import { useCapabilities, useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { commandWords } from '../../words/commands.ts';
import { dropletWords } from '../../words/droplets.ts';
import { trayWords } from '../../words/tray.ts';

/** How to reach a droplet: each of its addresses to copy, and SSH to the first. */
export const ReachLines = ({ droplet }: { droplet: DropletRow }) => {
  const page = usePage();
  const { terminal } = useCapabilities();
  const { ssh } = useSingle('settings');
  const addresses = addressesOf(droplet);
  const reason = unreachableReason(droplet);
  if (reason !== null) return <p className="tray-reason faint">{reason}</p>;
  return (
    <section aria-label={trayWords.addresses}>
      {addresses.map(({ kind, address }, index) => (
        <button
          key={address}
          type="button"
          className="menu-item"
          data-row={`address/${address}`}
          title={commandWords.copy(address)}
          aria-keyshortcuts={index === 0 ? 'c' : undefined}
          onClick={() => void page.copy(address)}
        >
          <Icon name="copy" size="sm" />
          <span className="nowrap">{dropletWords.addressKinds[kind]}</span>
          <span className="cut grow tabular quiet">{address}</span>
          {index === 0 && <KeyCaps keys={['C']} />}
        </button>
      ))}
      <button type="button" className="menu-item" data-row="ssh" aria-keyshortcuts="s" onClick={() => void sshTo(page, droplet)}>
        <Icon name="terminal" size="sm" />
        <span className="cut grow">
          {terminal ? trayWords.openSsh : trayWords.copySsh} <span className="faint">{trayWords.sshAs(ssh.user)}</span>
        </span>
        <KeyCaps keys={['S']} />
      </button>
    </section>
  );
};
