import type { DropletRow } from '../../../preload/contract/view.ts';
import { ActionGlyph } from '../../components/status/action-status.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useRows } from '../../hooks/use-view.ts';
import { actionOutcome } from '../../readings/action-outcome.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { clockOrDay } from '../../words/times.ts';

const shownAtMost = 6;

/** The latest actions on the droplet that have ended, whoever started them. */
export const DropletHistory = ({ droplet }: { droplet: DropletRow }) => {
  const actions = useRows('actions');
  const now = useNow();
  const own = actions
    .filter(
      (action) =>
        action.connectionId === droplet.connectionId &&
        action.resourceType === 'droplet' &&
        action.resourceId === String(droplet.id) &&
        action.status !== 'in-progress',
    )
    .sort((a, b) => b.startedAtMs - a.startedAtMs)
    .slice(0, shownAtMost);
  return (
    <>
      <h3 className="section-head">{dropletWords.history}</h3>
      {own.length === 0 ? (
        <p className="small-text faint">{dropletWords.historyNone}</p>
      ) : (
        <ul className="related">
          {own.map((action) => (
            <li key={action.key}>
              <ActionGlyph action={action} />
              <a className="cut grow" href={hrefOf('activity', action.key)}>
                {action.title}
              </a>
              <span className="small-text faint tabular nowrap">{actionOutcome(action).text}</span>
              <span className="small-text faint tabular nowrap when">{clockOrDay(action.startedAtMs, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
