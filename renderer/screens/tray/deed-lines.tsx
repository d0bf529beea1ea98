import { useId } from 'react';
import type { DropletActionType } from '../../../preload/contract/command.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { blockedReason, type Deed, deedsFor } from '../../droplet-actions/deeds.ts';
import { useMeta, useRows, useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { usualOf } from '../../readings/usual-duration.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { roughDuration } from '../../words/times.ts';
import { trayWords } from '../../words/tray.ts';
import { InPlaceStage } from './in-place.tsx';
import type { InPlace } from './use-in-place.ts';

/** The actions of the popover, in their order. The window has the others. */
const offered: readonly DropletActionType[] = ['power_on', 'reboot', 'snapshot', 'power_cycle', 'shutdown'];

const offeredFor = (droplet: DropletRow): Deed[] => {
  if (droplet.condition === 'starting' || droplet.condition === 'archived') return [];
  const fitting = deedsFor(droplet);
  return offered.flatMap((type) => fitting.find((deed) => deed.type === type) ?? []);
};

const DeedLine = ({
  deed,
  droplet,
  reasonId,
  inPlace,
}: {
  deed: Deed;
  droplet: DropletRow;
  /** Id of the reason why nothing can be done now; `null`: it can. */
  reasonId: string | null;
  inPlace: InPlace;
}) => {
  const { view } = usePage();
  const { isPowerCycleConfirmed } = useSingle('settings');
  const usualMs = usualOf(useRows('actions'), droplet, deed.type, (key) => view.row('droplets', key));
  const rowId = `deed/${deed.type}`;
  const stage = inPlace.stageOf(rowId);
  const isOff = reasonId !== null;
  const isAsking = deed.level === 'disruptive' && (deed.type !== 'power_cycle' || isPowerCycleConfirmed);
  const detail =
    deed.type === 'shutdown' ? trayWords.staysBilled : usualMs === null ? null : dropletWords.usually(roughDuration(usualMs));
  return (
    <li>
      <button
        type="button"
        className={classNames('menu-item', isOff && 'off', stage?.step === 'asking' && 'unseen')}
        data-row={rowId}
        aria-disabled={isOff || undefined}
        aria-describedby={reasonId ?? undefined}
        aria-busy={stage?.step === 'sent' || undefined}
        onClick={() => {
          if (isOff || stage?.step === 'sent') return;
          const command = { kind: 'droplet-action' as const, dropletKeys: [droplet.key], type: deed.type };
          void inPlace.run(rowId, command, hrefOf('droplets', droplet.key));
        }}
      >
        {stage?.step === 'sent' ? <StatusGlyph name="running" /> : <Icon name={deed.icon} size="sm" />}
        <span className="cut grow">{trayWords.verb(deed.type, isAsking)}</span>
        {detail !== null && <span className="tiny-text faint tabular nowrap">{detail}</span>}
      </button>
      {stage && <InPlaceStage stage={stage} onDismiss={inPlace.dismiss} />}
    </li>
  );
};

/** What can be done to a droplet from the popover, each with its question and its result in place. */
export const DeedLines = ({ droplet, inPlace }: { droplet: DropletRow; inPlace: InPlace }) => {
  const id = useId();
  const { show } = usePage();
  const { isOnline } = useMeta();
  const reason = blockedReason(droplet, isOnline);
  return (
    <section aria-label={trayWords.actions}>
      {reason !== null && (
        <p id={id} className="small-text quiet row tray-blocked">
          <Icon name={droplet.isLocked && isOnline ? 'lock' : 'info'} size="xs" />
          {reason}
        </p>
      )}
      <ul>
        {offeredFor(droplet).map((deed) => (
          <DeedLine key={deed.type} deed={deed} droplet={droplet} reasonId={reason === null ? null : id} inPlace={inPlace} />
        ))}
      </ul>
      <hr className="separator" />
      <button type="button" className="menu-item" data-row="window" onClick={() => void show(hrefOf('droplets', droplet.key))}>
        <Icon name="window" size="sm" />
        <span className="cut grow faint">{trayWords.restInBuoy}</span>
        <span className="link tiny-text">{trayWords.show}</span>
      </button>
    </section>
  );
};
