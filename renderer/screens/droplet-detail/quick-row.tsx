import type { DropletRow } from '../../../preload/contract/view.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { deedReason, deedsFor } from '../../droplet-actions/deeds.ts';
import { addressOf, sshTo, unreachableReason } from '../../droplet-actions/reach.ts';
import { useMeta } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { actionEffects, actionVerbs } from '../../words/commands.ts';
import { dropletWords } from '../../words/droplets.ts';

/** The most common commands in one row: open SSH, copy the address, take a snapshot. */
export const QuickRow = ({ droplet, poolName }: { droplet: DropletRow; poolName: string | null }) => {
  const page = usePage();
  const { act } = useDropletDeeds();
  const { isOnline, capabilities } = useMeta();
  const address = addressOf(droplet);
  const noAddress = unreachableReason(droplet);
  const fitting = deedsFor(droplet);
  const snapshot = fitting.find((deed) => deed.type === 'snapshot');
  const entries: MenuEntry[] = fitting.map((deed) => ({
    kind: 'item',
    label: actionVerbs[deed.type],
    icon: deed.icon,
    detail: actionEffects[deed.type],
    offReason: deedReason(deed, droplet, isOnline, poolName),
    onSelect: () => act(deed.type, droplet),
  }));
  return (
    <div className="row quick">
      <Button
        look="primary"
        icon="terminal"
        offReason={noAddress}
        aria-keyshortcuts="s"
        onClick={() => void sshTo(page, droplet)}
      >
        {capabilities.terminal ? dropletWords.openSsh : dropletWords.copySsh}
      </Button>
      <Button
        icon="copy"
        keys={['C']}
        offReason={noAddress}
        aria-keyshortcuts="c"
        onClick={() => address !== null && void page.copy(address)}
      >
        {dropletWords.copyAddress}
      </Button>
      {snapshot && (
        <Button
          icon="camera"
          className="not-tiny"
          offReason={deedReason(snapshot, droplet, isOnline)}
          onClick={() => act('snapshot', droplet)}
        >
          {actionVerbs.snapshot}
        </Button>
      )}
      {entries.length > 0 && (
        <Menu align="end" entries={entries} trigger={<IconButton look="plain" icon="more" label={dropletWords.moreActions} />} />
      )}
    </div>
  );
};
