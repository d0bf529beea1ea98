import { memo } from 'react';
import type { ActionRow } from '../../../preload/contract/view.ts';
import { ActionProgress, ActionProgressText } from '../../components/feedback/progress.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { ActionGlyph } from '../../components/status/action-status.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { useRow } from '../../hooks/use-view.ts';
import { actionOutcome } from '../../readings/action-outcome.ts';
import { activityWords } from '../../words/activity.ts';
import { wholeNumber } from '../../words/locale.ts';
import { clockTime } from '../../words/times.ts';
import type { ActivityLine } from './activity-lines.ts';
import { retryOf } from './retry.ts';

/** The title with the thing's name standing out of it. */
const Title = ({ action }: { action: ActionRow }) => {
  const at = action.title.indexOf(action.resourceName);
  if (action.resourceName === '' || at < 0) return <span className="mid">{action.title}</span>;
  return (
    <>
      {action.title.slice(0, at)}
      <span className="mid ink">{action.resourceName}</span>
      {action.title.slice(at + action.resourceName.length)}
    </>
  );
};

const toneOf = { running: 'k2', done: 'k3', slow: 'warn', failed: 'danger', unknown: 'warn' } as const;

export const ActivityRow = memo(({ actionKey }: { actionKey: string }) => {
  const action = useRow('actions', actionKey);
  const team = useRow('connections', action?.connectionId ?? null);
  const retry = action ? retryOf(action) : null;
  const droplet = useRow('droplets', retry?.dropletKey ?? null);
  const { act } = useDropletDeeds();
  if (!action) return null;
  const outcome = actionOutcome(action);
  const who = action.startedBy === 'buoy' ? activityWords.you : activityWords.elsewhere;
  return (
    <div role="presentation" className="ar">
      <span role="gridcell" className="lead-cell">
        <ActionGlyph action={action} />
      </span>
      <span role="gridcell" className="cut k2" title={action.title}>
        <Title action={action} />
      </span>
      <span role="gridcell" className="wide">
        {team && <Monogram letters={team.monogram} name={team.teamName} />}
      </span>
      <span role="gridcell" className="sm k3 num cut wide">
        {activityWords.by(who, clockTime(action.startedAtMs))}
      </span>
      <span role="gridcell" className="wide">
        {outcome.kind === 'running' && <ActionProgress action={action} />}
      </span>
      <span role="gridcell" className={`sm num right cut ${toneOf[outcome.kind]}`} title={outcome.text}>
        {outcome.kind === 'running' ? <ActionProgressText action={action} /> : outcome.text}
      </span>
      <span role="gridcell" className="k3 right wide">
        {retry && droplet ? (
          <button
            type="button"
            tabIndex={-1}
            className="link sm"
            aria-label={activityWords.retryLabel(action.title)}
            onClick={() => act(retry.type, [droplet])}
          >
            {activityWords.retry}
          </button>
        ) : (
          <Icon name="right" size="xs" />
        )}
      </span>
    </div>
  );
});

export const ActivityHead = ({ head }: { head: Extract<ActivityLine, { isHead: true }> }) => (
  <div role="gridcell" aria-colspan={7} className="group day">
    <b>{head.title}</b>
    <span className="k3 num">{wholeNumber(head.count)}</span>
  </div>
);
