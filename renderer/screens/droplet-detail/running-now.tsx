import { shortSpan } from '../../../preload/contract/time-words.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { Note } from '../../components/feedback/note.tsx';
import { ActionProgress, ActionProgressText } from '../../components/feedback/progress.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useRow } from '../../hooks/use-view.ts';
import { usualText } from '../../readings/action-progress.ts';
import { dropletWords } from '../../words/droplets.ts';

const DownNote = ({ sinceMs }: { sinceMs: number }) => (
  <Note tone="danger" icon="alert" lead={dropletWords.downSince(shortSpan(useNow() - sinceMs))} />
);

/** What runs on the droplet, or that it is down. This is shown above the details. */
export const RunningNow = ({ droplet }: { droplet: DropletRow }) => {
  const action = useRow('actions', droplet.actionKey);
  if (droplet.condition === 'down' && droplet.downSinceMs !== null) return <DownNote sinceMs={droplet.downSinceMs} />;
  if (action?.status !== 'in-progress') return null;
  return (
    <div className="running-now">
      <div className="row">
        <StatusGlyph name="running" />
        <span className="medium cut grow">{action.title}</span>
        <span className="small-text quiet tabular nowrap">
          <ActionProgressText action={action} />
        </span>
      </div>
      <div className="row">
        <ActionProgress action={action} className="grow" />
        <span className="tiny-text faint nowrap">{usualText(action)}</span>
      </div>
    </div>
  );
};
