import { clock } from '../../../preload/contract/time-words.ts';
import type { ActionRow } from '../../../preload/contract/view.ts';
import type { Column } from '../../columns/column.ts';
import { ActionProgress, ActionProgressText } from '../../components/feedback/progress.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { ActionGlyph } from '../../components/status/action-status.tsx';
import { TeamMark } from '../../components/status/team-mark.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import type { ColumnSet } from '../../hooks/use-columns.ts';
import { useRow } from '../../hooks/use-view.ts';
import { actionOutcome } from '../../readings/action-outcome.ts';
import { activityWords } from '../../words/activity.ts';
import { retryOf } from './retry.ts';

/** The title of an action, with the name of its thing emphasised. */
const Title = ({ action }: { action: ActionRow }) => {
  const at = action.title.indexOf(action.resourceName);
  if (action.resourceName === '' || at < 0) return <span className="medium">{action.title}</span>;
  return (
    <>
      {action.title.slice(0, at)}
      <span className="medium ink">{action.resourceName}</span>
      {action.title.slice(at + action.resourceName.length)}
    </>
  );
};

const toneOf = { running: 'quiet', done: 'faint', slow: 'warn', failed: 'danger', unknown: 'warn' } as const;

/** A button that tries a failed action again, else an arrow towards what Enter opens. */
const WayOn = ({ action }: { action: ActionRow }) => {
  const retry = retryOf(action);
  const droplet = useRow('droplets', retry?.dropletKey ?? null);
  const { act } = useDropletDeeds();
  if (!retry || !droplet) return <Icon name="right" size="xs" />;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="link small-text"
      aria-label={activityWords.retryLabel(action.title)}
      onClick={() => act(retry.type, droplet)}
    >
      {activityWords.retry}
    </button>
  );
};

const isRunning = (action: ActionRow): boolean => actionOutcome(action).kind === 'running';
const words = activityWords.columns;

/**
 * All columns of the actions list. Their titles are in `words/activity.ts`. The list is ordered by time and not sorted otherwise.
 */
const activityColumns: readonly Column<ActionRow>[] = [
  {
    key: 'glyph',
    title: words.glyph,
    track: '16px',
    rank: null,
    isMark: true,
    cell: (action) => <ActionGlyph action={action} />,
  },
  {
    key: 'title',
    title: words.title,
    track: 'minmax(0, 1fr)',
    // Titles narrower than this cannot be told apart.
    least: 245,
    rank: null,
    isNeeded: true,
    look: 'cut quiet',
    hint: ({ title }) => title,
    cell: (action) => <Title action={action} />,
  },
  {
    key: 'team',
    title: words.team,
    track: '24px',
    rank: 1,
    cell: ({ connectionId }) => <TeamMark connectionId={connectionId} />,
  },
  {
    key: 'started',
    title: words.started,
    track: '128px',
    rank: 2,
    look: 'small-text faint tabular cut',
    cell: ({ startedBy, startedAtMs }) =>
      activityWords.by(startedBy === 'buoy' ? activityWords.you : activityWords.elsewhere, clock(startedAtMs)),
  },
  {
    key: 'progress',
    title: words.progress,
    track: '120px',
    rank: 2,
    cell: (action) => isRunning(action) && <ActionProgress action={action} />,
  },
  {
    key: 'outcome',
    title: words.outcome,
    track: { wide: 'minmax(120px, 220px)', medium: 'minmax(136px, 200px)', narrow: 'minmax(0, auto)' },
    rank: null,
    look: (action) => `small-text tabular cut outcome ${toneOf[actionOutcome(action).kind]}`,
    isRight: true,
    hint: (action) => actionOutcome(action).text,
    cell: (action) => (isRunning(action) ? <ActionProgressText action={action} /> : actionOutcome(action).text),
  },
  {
    key: 'way-on',
    title: words.wayOn,
    track: '36px',
    rank: 1,
    isMark: true,
    look: 'faint way-on',
    isRight: true,
    cell: (action) => <WayOn action={action} />,
  },
];

export const activityColumnSet: ColumnSet<ActionRow> = { id: 'activity', columns: activityColumns, gap: 14 };
