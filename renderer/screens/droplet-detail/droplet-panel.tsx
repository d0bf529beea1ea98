import { useEffect, useRef } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { ThingCharts } from '../../charts/thing-charts.tsx';
import { IconButton } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { DropletStatus } from '../../components/status/droplet-status.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { openLink, webPageOf } from '../../droplet-actions/reach.ts';
import { useHeldFocus } from '../../hooks/use-held-focus.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useLastName } from '../../hooks/use-last-name.ts';
import { useIsStale, useRow } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { dropletWords } from '../../words/droplets.ts';
import { moneyAMonth } from '../../words/money.ts';
import { inOneLine } from '../../words/sentences.ts';
import { machine } from '../../words/sizes.ts';
import { frameWords } from '../../words/views.ts';
import { DropletActions } from './droplet-actions.tsx';
import { DropletFacts } from './droplet-facts.tsx';
import { DropletHistory } from './droplet-history.tsx';
import { DropletOperations } from './droplet-operations.tsx';
import { DropletRelated } from './droplet-related.tsx';
import { QuickRow } from './quick-row.tsx';
import { RunningNow } from './running-now.tsx';
import { poolNameOf, useDropletOwner } from './use-droplet-owner.ts';

const Head = ({ droplet, onClose }: { droplet: DropletRow; onClose: () => void }) => {
  const page = usePage();
  const { pin } = useDropletDeeds();
  const team = useRow('connections', droplet.connectionId);
  const isStale = useIsStale(droplet.connectionId);
  const subtitle = [
    team?.teamName,
    droplet.regionSlug,
    droplet.vcpus === null && droplet.memoryMb === null ? null : machine(droplet.vcpus, droplet.memoryMb),
    droplet.diskGb === null ? null : dropletWords.gigabytes(droplet.diskGb),
    droplet.priceMonthlyUsd === null ? null : moneyAMonth(droplet.priceMonthlyUsd),
  ];
  return (
    <header>
      <div className="two-lines grow">
        <div className="row">
          <h2 className="large-text cut">{droplet.name}</h2>
          <DropletStatus droplet={droplet} isQuiet={isStale} />
        </div>
        <div className="small-text faint cut">{inOneLine(subtitle)}</div>
      </div>
      <IconButton
        icon={droplet.isPinned ? 'unpin' : 'pin'}
        label={droplet.isPinned ? dropletWords.unpin : dropletWords.pin}
        aria-keyshortcuts="p"
        aria-pressed={droplet.isPinned}
        onClick={() => pin(droplet)}
      />
      <IconButton
        icon="external"
        label={dropletWords.openWeb}
        className="not-tiny"
        onClick={() => void openLink(page, webPageOf(droplet))}
      />
      <IconButton icon="close" label={frameWords.close} aria-keyshortcuts="Escape" onClick={onClose} />
    </header>
  );
};

const Body = ({ droplet }: { droplet: DropletRow }) => {
  const owner = useDropletOwner(droplet);
  return (
    <div className="panel-body">
      <QuickRow droplet={droplet} poolName={poolNameOf(owner)} />
      <RunningNow droplet={droplet} />
      <DropletFacts droplet={droplet} />
      {droplet.condition !== 'archived' && <DropletCharts droplet={droplet} />}
      <DropletActions droplet={droplet} owner={owner} />
      <DropletRelated droplet={droplet} />
      <DropletHistory droplet={droplet} />
      <DropletOperations droplet={droplet} />
    </div>
  );
};
const DropletCharts = ({ droplet: { connectionId, id, name } }: { droplet: DropletRow }) => (
  <ThingCharts key={id} thing={{ connectionId, kind: 'droplet', thingId: String(id), name }} />
);

/** The panel of one droplet over the list, which stays usable. The panel takes the focus when it opens. */
export const DropletPanel = ({
  dropletKey,
  onClose,
  onKey,
}: {
  dropletKey: string;
  onClose: () => void;
  onKey: (key: string, droplet: DropletRow) => boolean;
}) => {
  const droplet = useRow('droplets', dropletKey);
  const name = useLastName(dropletKey, droplet?.name ?? null);
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  useHeldFocus(ref, () => ref.current?.focus({ preventScroll: true }));
  const press = (key: string) => {
    const isInside = ref.current?.contains(document.activeElement);
    return isInside && droplet ? onKey(key, droplet) : false;
  };
  useHotkeys({ c: () => press('c'), s: () => press('s'), p: () => press('p') });
  return (
    <section ref={ref} className="panel" tabIndex={-1} aria-label={dropletWords.panel(name)}>
      {droplet ? (
        <>
          <Head droplet={droplet} onClose={onClose} />
          <Body droplet={droplet} />
        </>
      ) : (
        <>
          <header>
            <span className="grow" />
            <IconButton icon="close" label={frameWords.close} onClick={onClose} />
          </header>
          <EmptyState icon="gone" title={name === '' ? dropletWords.gone : dropletWords.goneNamed(name)}>
            {dropletWords.goneDetail}
          </EmptyState>
        </>
      )}
    </section>
  );
};
