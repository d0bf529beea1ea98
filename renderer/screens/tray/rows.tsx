import { shortSpan } from '../../../preload/contract/time-words.ts';
import type { ActionRow, AttentionRow, DropletRow, IncidentRow } from '../../../preload/contract/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { ActionProgress } from '../../components/feedback/progress.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { LookIcon } from '../../components/icons/look.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { DropletGlyph } from '../../components/status/droplet-status.tsx';
import { MiddleCut } from '../../components/status/middle-cut.tsx';
import { addressOf, openLink } from '../../droplet-actions/reach.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useIsStale, useMeta, useRow } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { attentionLook } from '../../readings/attention.ts';
import { hrefOf, parseRoute } from '../../routes/routes.ts';
import { inOneLine } from '../../words/sentences.ts';
import { stateWords } from '../../words/states.ts';
import { trayWords } from '../../words/tray.ts';
import { InPlaceStage } from './in-place.tsx';
import { TimeLeft } from './time-left.tsx';
import type { InPlace } from './use-in-place.ts';

/** The address of a droplet's own page in the popover. */
export const trayPageOf = (dropletKey: string): string => hrefOf('tray', dropletKey);

/** Opens a place: a droplet's on its page here, everything else in the window. */
export const useOpen = (): ((route: string | null) => void) => {
  const { router, show } = usePage();
  return (route) => {
    const key = route === null ? null : dropletKeyIn(route);
    if (key === null) void show(route ?? hrefOf('overview'));
    else router.go(trayPageOf(key));
  };
};

/** Key of the droplet that a route leads to; `null`: it leads elsewhere. */
export const dropletKeyIn = (route: string): string | null => {
  const parsed = parseRoute(route);
  return parsed.view === 'droplets' ? parsed.dropletKey : null;
};

/** The end of a droplet's row: what is not as usual, else its address. */
const DropletEnd = ({ droplet }: { droplet: DropletRow }) => {
  const action = useRow('actions', droplet.actionKey);
  const now = useNow();
  if (droplet.condition === 'down' && droplet.downSinceMs !== null) {
    return <span className="danger medium">{trayWords.down(shortSpan(now - droplet.downSinceMs))}</span>;
  }
  if (droplet.condition === 'running' && action) {
    return (
      <span className="accent">
        {droplet.conditionText}, <TimeLeft action={action} />
      </span>
    );
  }
  if (droplet.condition !== 'active') return droplet.conditionText;
  return (
    <>
      <span className="unseen">{droplet.conditionText} </span>
      {addressOf(droplet)}
    </>
  );
};

/** A droplet in a list of the popover. */
export const DropletLine = ({
  droplet,
  rowId,
  parentId,
  keys,
}: {
  droplet: DropletRow;
  rowId: string;
  /** The row of the team that it is listed under. */
  parentId?: string;
  /** `aria-keyshortcuts` of the row. */
  keys?: string;
}) => {
  const { router } = usePage();
  const isStale = useIsStale(droplet.connectionId);
  return (
    <button
      type="button"
      className="menu-item"
      data-row={rowId}
      data-droplet={droplet.key}
      data-parent={parentId}
      aria-keyshortcuts={keys}
      onClick={() => router.go(trayPageOf(droplet.key))}
    >
      <DropletGlyph droplet={droplet} isQuiet={isStale} />
      <MiddleCut text={droplet.name} className="medium tray-name" />
      {droplet.isLocked && (
        <span title={trayWords.locked} className="faint">
          <Icon name="lock" size="xs" />
          <span className="unseen">{trayWords.locked}</span>
        </span>
      )}
      <span className="tiny-text faint tabular cut tray-end">
        <DropletEnd droplet={droplet} />
      </span>
      <Icon name="right" size="xs" className="faint" />
    </button>
  );
};

/** Something that needs a person, with the one obvious thing to do about it. */
export const AttentionLine = ({ row, rowId, inPlace }: { row: AttentionRow; rowId: string; inPlace: InPlace }) => {
  const open = useOpen();
  const now = useNow();
  const { isOnline } = useMeta();
  const key = row.route === null ? null : dropletKeyIn(row.route);
  const stage = inPlace.stageOf(rowId);
  const { command } = row;
  return (
    <li>
      <div className="tray-pair">
        <button
          type="button"
          className="menu-item"
          data-row={rowId}
          data-droplet={key ?? undefined}
          onClick={() => open(row.route)}
        >
          <LookIcon look={attentionLook(row)} />
          <span className="cut grow" title={inOneLine([row.title, row.detail])}>
            {row.title}
          </span>
          <span className="unseen">{row.detail}</span>
          {row.sinceMs !== null && <span className="tiny-text faint tabular nowrap">{shortSpan(now - row.sinceMs)}</span>}
          {!command && <Icon name="right" size="xs" className="faint" />}
        </button>
        {command && (
          <Button
            size="small"
            isBusy={stage?.step === 'sent'}
            offReason={isOnline ? null : stateWords.offlineReason}
            aria-label={`${command.label}: ${row.title}`}
            onClick={() => void inPlace.run(rowId, command.command, row.route ?? hrefOf('overview'))}
          >
            {command.label}
          </Button>
        )}
      </div>
      {stage && <InPlaceStage stage={stage} onDismiss={inPlace.dismiss} />}
    </li>
  );
};

/** An action that runs, with its progress and the time that is left. */
export const RunningLine = ({ action, rowId }: { action: ActionRow; rowId: string }) => {
  const open = useOpen();
  const route = action.route ?? hrefOf('activity', action.key);
  return (
    <li>
      <button
        type="button"
        className="menu-item tray-running"
        data-row={rowId}
        data-droplet={dropletKeyIn(route) ?? undefined}
        onClick={() => open(route)}
      >
        <StatusGlyph name="running" />
        <span className="cut grow" title={action.title}>
          {action.title}
        </span>
        <span className="tiny-text quiet tabular nowrap">
          <TimeLeft action={action} />
        </span>
        <Icon name="right" size="xs" className="faint" />
        <ActionProgress action={action} />
      </button>
    </li>
  );
};

/** A row that leads on, to more of the same. */
export const MoreLine = ({
  rowId,
  parentId,
  text,
  isInWindow,
  onOpen,
}: {
  rowId: string;
  parentId?: string;
  text: string;
  isInWindow: boolean;
  onOpen: () => void;
}) => (
  <li>
    <button type="button" className="menu-item faint" data-row={rowId} data-parent={parentId} onClick={onOpen}>
      <Icon name={isInWindow ? 'window' : 'down'} size="sm" className="faint" />
      <span className="cut grow">{text}</span>
    </button>
  </li>
);

/** Trouble that DigitalOcean reports of itself. It leads to its status page. */
export const IncidentLine = ({ incident: { key, text, title, url } }: { incident: IncidentRow }) => {
  const page = usePage();
  return (
    <li>
      <button
        type="button"
        className="menu-item"
        data-row={`incident/${key}`}
        title={title}
        onClick={() => void openLink(page, url)}
      >
        <Icon name="alert" size="sm" className="warn" />
        <span className="cut grow">{text}</span>
        <Icon name="external" size="xs" className="faint" />
      </button>
    </li>
  );
};
