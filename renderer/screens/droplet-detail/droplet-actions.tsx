import { useMemo } from 'react';
import type { ActionRow, DropletRow } from '../../../preload/contract/view.ts';
import { Tooltip } from '../../components/controls/tooltip.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { blockedReason, type Deed, deedReason, deedsFor, keptReason } from '../../droplet-actions/deeds.ts';
import { amongActions, thingOfDroplet } from '../../droplet-actions/droplet-jobs.ts';
import { useMeta, useRows } from '../../hooks/use-view.ts';
import { JobButtons } from '../../jobs/job-buttons.tsx';
import { useOffers } from '../../jobs/use-offers.ts';
import { usePage } from '../../page/page.ts';
import { usualOf } from '../../readings/usual-duration.ts';
import { actionEffects, actionVerbs } from '../../words/commands.ts';
import { dropletWords } from '../../words/droplets.ts';
import { roughDuration } from '../../words/times.ts';
import { type DropletOwner, poolNameOf } from './use-droplet-owner.ts';

const DeedButton = ({
  deed,
  droplet,
  poolName,
  actions,
}: {
  deed: Deed;
  droplet: DropletRow;
  poolName: string | null;
  actions: readonly ActionRow[];
}) => {
  const { view } = usePage();
  const { act } = useDropletDeeds();
  const { isOnline } = useMeta();
  const reason = deedReason(deed, droplet, isOnline, poolName);
  const usualMs = usualOf(actions, droplet, deed.type, (key) => view.row('droplets', key));
  return (
    <Tooltip text={reason}>
      <button
        type="button"
        className={reason === null ? 'deed' : 'deed off'}
        aria-disabled={reason !== null || undefined}
        onClick={() => reason === null && act(deed.type, droplet)}
      >
        <Icon name={deed.icon} />
        <span className="two-lines grow">
          <span className="medium cut">{actionVerbs[deed.type]}</span>
          <span className="tiny-text faint">
            {usualMs === null ? actionEffects[deed.type] : dropletWords.usually(roughDuration(usualMs))}
          </span>
        </span>
      </button>
    </Tooltip>
  );
};

/** What else a person opens a droplet for: its volumes, addresses, firewalls, project, tags. */
const OtherJobs = ({ droplet, poolName }: { droplet: DropletRow; poolName: string | null }) => {
  // Once its pool is known, the core says so of its jobs too.
  const thing = useMemo(
    () => (poolName === null ? thingOfDroplet(droplet) : { ...thingOfDroplet(droplet) }),
    [droplet, poolName],
  );
  const offers = useOffers(thing).filter(({ name }) => !amongActions.has(name) && name !== 'destroy');
  return <JobButtons thing={thing} offers={offers} />;
};

/** What keeps the droplet by itself, in the line above the actions that are off because of it. */
const KeptBy = ({ owner }: { owner: DropletOwner }) => (
  <span className="kept-by small-text">
    {owner.kind === 'cluster' ? dropletWords.keptByCluster : dropletWords.keptByPool}{' '}
    <a className="link" href={owner.href}>
      {dropletWords.openOwner(owner.name ?? dropletWords.cluster)}
    </a>
  </span>
);

/**
 * The actions on a droplet in three steps of danger: those that run at once, those that ask first, and destroying it, which
 * nobody can undo.
 */
export const DropletActions = ({ droplet, owner }: { droplet: DropletRow; owner: DropletOwner | null }) => {
  const poolName = poolNameOf(owner);
  const actions = useRows('actions');
  const { isOnline } = useMeta();
  const { destroy } = useDropletDeeds();
  const fitting = deedsFor(droplet);
  const blocked = blockedReason(droplet, isOnline) ?? keptReason(droplet, poolName);
  const column = (level: Deed['level'], label: string) => (
    <section aria-label={label}>
      <h4 className="caption">{label}</h4>
      {fitting
        .filter((deed) => deed.level === level)
        .map((deed) => (
          <DeedButton key={deed.type} deed={deed} droplet={droplet} poolName={poolName} actions={actions} />
        ))}
    </section>
  );
  return (
    <>
      <h3 className="section-head">
        {dropletWords.actions}
        {owner && <KeptBy owner={owner} />}
      </h3>
      {droplet.condition === 'archived' ? (
        <p className="small-text faint">{dropletWords.archivedDetail}</p>
      ) : (
        <>
          <div className="deeds">
            {column('normal', dropletWords.runsAtOnce)}
            {column('disruptive', dropletWords.asksFirst)}
          </div>
          <OtherJobs droplet={droplet} poolName={poolName} />
        </>
      )}
      <Tooltip text={blocked}>
        <button
          type="button"
          className={blocked === null ? 'deed destroy' : 'deed destroy off'}
          aria-disabled={blocked !== null || undefined}
          onClick={() => blocked === null && destroy(droplet)}
        >
          <Icon name="trash" />
          <span className="medium nowrap">{dropletWords.destroy}</span>
          <span className="small-text faint grow cut right">{dropletWords.destroyEffect(droplet.snapshotIds.length)}</span>
        </button>
      </Tooltip>
    </>
  );
};
