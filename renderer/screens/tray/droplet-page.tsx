import { useEffect, useRef } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { IconButton } from '../../components/controls/button.tsx';
import { DropletStatus } from '../../components/status/droplet-status.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { addressOf, sshTo } from '../../droplet-actions/reach.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useIsStale, useRow } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { shortMoney } from '../../words/money.ts';
import { inOneLine } from '../../words/sentences.ts';
import { machine } from '../../words/sizes.ts';
import { trayWords } from '../../words/tray.ts';
import { DeedLines } from './deed-lines.tsx';
import { DropletNow } from './droplet-now.tsx';
import type { HomeMemory } from './home.tsx';
import { ReachLines } from './reach-lines.tsx';
import { useRowCursor } from './row-cursor.ts';
import { useTrayHeight } from './tray-height.ts';
import { useInPlace } from './use-in-place.ts';

const Head = ({ droplet, onBack }: { droplet: DropletRow | undefined; onBack: () => void }) => {
  const { pin } = useDropletDeeds();
  const team = useRow('connections', droplet?.connectionId ?? null);
  const isStale = useIsStale(droplet?.connectionId ?? '');
  const facts = droplet && [
    droplet.regionSlug,
    machine(droplet.vcpus, droplet.memoryMb),
    droplet.priceMonthlyUsd === null ? null : shortMoney(droplet.priceMonthlyUsd),
  ];
  return (
    <header className="tray-head tray-droplet-head">
      <IconButton icon="left" label={trayWords.back} aria-keyshortcuts="Escape ArrowLeft" onClick={onBack} />
      <div className="two-lines grow">
        <div className="row">
          <h1 className="bold cut" title={droplet?.name} dir="auto">
            {droplet?.name ?? dropletWords.gone}
          </h1>
          {droplet && (
            <span className="small-text tray-condition">
              <DropletStatus droplet={droplet} isQuiet={isStale} />
            </span>
          )}
        </div>
        <p className="small-text faint tray-facts">
          <span className="cut" title={team?.label} dir="auto">
            {droplet ? team?.label : dropletWords.goneDetail}
          </span>
          {facts && <span className="nowrap">&nbsp;· {inOneLine(facts)}</span>}
        </p>
      </div>
      {droplet && (
        <IconButton
          icon={droplet.isPinned ? 'unpin' : 'pin'}
          label={droplet.isPinned ? dropletWords.unpin : dropletWords.pin}
          aria-pressed={droplet.isPinned}
          aria-keyshortcuts="p"
          onClick={() => pin(droplet)}
        />
      )}
    </header>
  );
};

/** One droplet inside the popover: its addresses, its actions, and the question before those that disrupt, in place. */
export const DropletPage = ({ dropletKey, memory }: { dropletKey: string; memory: HomeMemory }) => {
  const page = usePage();
  const { pin } = useDropletDeeds();
  const droplet = useRow('droplets', dropletKey);
  const section = useRef<HTMLElement>(null);
  const rowId = useRef<string | null>(null);
  const cursor = useRowCursor(section, rowId);
  const inPlace = useInPlace();
  const fit = useTrayHeight(memory, true);
  useEffect(() => section.current?.focus({ preventScroll: true }), []);

  const back = () => page.router.go(hrefOf('tray'));
  const copy = (): boolean => {
    const address = droplet && addressOf(droplet);
    const canCopy = Boolean(address) && window.getSelection()?.isCollapsed !== false;
    if (canCopy) void page.copy(address ?? '');
    return canCopy;
  };
  const openSsh = () => droplet && void sshTo(page, droplet);
  useHotkeys({
    Escape: () => (inPlace.isAsking ? inPlace.cancel() : back()),
    ArrowLeft: () => (inPlace.isAsking ? false : back()),
    ArrowDown: () => cursor.step(1),
    ArrowUp: () => cursor.step(-1),
    Home: () => cursor.edge('first'),
    End: () => cursor.edge('last'),
    c: copy,
    'mod+c': copy,
    s: openSsh,
    'mod+s': openSsh,
    p: () => droplet && pin(droplet),
    '/': () => {
      memory.isSearchWanted = true;
      back();
    },
  });
  return (
    <section ref={section} className="tray-droplet" tabIndex={-1} aria-label={dropletWords.panel(droplet?.name ?? '')}>
      <Head droplet={droplet} onBack={back} />
      <div className="tray-scroll">
        <div ref={fit}>
          {droplet && (
            <>
              <DropletNow droplet={droplet} inPlace={inPlace} />
              <ReachLines droplet={droplet} />
              <hr className="separator" />
              <DeedLines droplet={droplet} inPlace={inPlace} />
            </>
          )}
        </div>
      </div>
    </section>
  );
};
