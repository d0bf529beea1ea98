import type { ActionRow } from '../../../preload/contract/view.ts';
import { ActionProgress } from '../../components/feedback/progress.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { usualText } from '../../readings/action-progress.ts';
import { TimeLeft } from './time-left.tsx';

/** An action that runs, on the page of its droplet or at the row where it was started. */
export const RunsHere = ({ action }: { action: ActionRow }) => (
  <div className="tray-result">
    <StatusGlyph name="running" />
    <span className="two-lines grow">
      <span className="row spread">
        <span className="cut medium" title={action.title}>
          {action.title}
        </span>
        <span className="tiny-text quiet tabular nowrap">
          <TimeLeft action={action} />
        </span>
      </span>
      <ActionProgress action={action} />
      <span className="tiny-text faint">{usualText(action)}</span>
    </span>
  </div>
);
