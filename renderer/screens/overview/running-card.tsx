import type { ActionRow } from '../../../preload/contract/view.ts';
import { ActionProgress, ActionProgressText } from '../../components/feedback/progress.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { useRow, useRows } from '../../hooks/use-view.ts';
import { usualText } from '../../readings/action-progress.ts';
import { hrefOf } from '../../routes/routes.ts';
import { activityWords } from '../../words/activity.ts';
import { wholeNumber } from '../../words/locale.ts';
import { overviewWords } from '../../words/overview.ts';

const RunningLine = ({ action }: { action: ActionRow }) => {
  const team = useRow('connections', action.connectionId)?.teamName ?? '';
  return (
    <li>
      <span className="lead">
        <StatusGlyph name="running" />
      </span>
      <span className="two-lines grow running-words">
        <span className="row">
          <a className="medium cut stretched" href={action.route ?? hrefOf('activity', action.key)}>
            {action.title}
          </a>
          <span className="small-text faint cut wide">
            {action.startedBy === 'elsewhere' ? activityWords.startedElsewhere(team) : team}
          </span>
          <span className="grow" />
          <span className="small-text quiet tabular nowrap">
            <ActionProgressText action={action} />
          </span>
        </span>
        <span className="row">
          <ActionProgress action={action} className="grow" />
          <span className="tiny-text faint nowrap right usual wide">{usualText(action)}</span>
        </span>
      </span>
    </li>
  );
};

/** The actions that run now, the oldest first, with estimates of the time left. */
export const RunningCard = ({ teamId }: { teamId: string | null }) => {
  const running = useRows('actions')
    .filter((action) => action.status === 'in-progress' && (teamId === null || action.connectionId === teamId))
    .sort((a, b) => a.startedAtMs - b.startedAtMs);
  return (
    <section className="card" aria-labelledby="running-title">
      <header>
        <h2 id="running-title">{overviewWords.running}</h2>
        {running.length > 0 && <span className="faint tabular">{wholeNumber(running.length)}</span>}
      </header>
      {running.length === 0 ? (
        <div className="quiet-line faint">{overviewWords.nothingRuns}</div>
      ) : (
        <ul className="list run">
          {running.map((action) => (
            <RunningLine key={action.key} action={action} />
          ))}
        </ul>
      )}
    </section>
  );
};
