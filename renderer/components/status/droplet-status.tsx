import type { DropletRow } from '../../../preload/contract/view.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRow } from '../../hooks/use-view.ts';
import { progressOf } from '../../readings/action-progress.ts';
import { conditionGlyphs } from '../../readings/looks.ts';
import { dropletWords } from '../../words/droplets.ts';
import { roughSpan } from '../../words/times.ts';
import { StatusGlyph } from '../icons/status-glyph.tsx';

const toneOf: Record<DropletRow['condition'], string> = {
  active: 'quiet',
  off: 'quiet',
  down: 'danger medium',
  starting: 'accent',
  archived: 'quiet',
  running: 'accent',
  unknown: 'warn medium',
};

/** "Rebooting, 20 s left": the words of a running action and the time that is left. */
const RunningWords = ({ text, actionKey }: { text: string; actionKey: string }) => {
  const action = useRow('actions', actionKey);
  const now = useNow('second');
  if (!action) return text;
  const progress = progressOf(action, now);
  if (progress.kind === 'late') return dropletWords.longer(text);
  return progress.kind === 'known' ? dropletWords.left(text, roughSpan(progress.leftMs)) : text;
};

/** State of a droplet as shape and words. `isQuiet` removes the colour, because the data is out of date. */
export const DropletStatus = ({ droplet, isQuiet = false }: { droplet: DropletRow; isQuiet?: boolean }) => (
  <span className={`state ${isQuiet ? 'quiet' : toneOf[droplet.condition]}`}>
    <StatusGlyph name={conditionGlyphs[droplet.condition]} isQuiet={isQuiet} />
    {droplet.condition === 'off' ? (
      <>
        {dropletWords.off}
        <span className="unseen">, </span>
        <span className="tag warn">{dropletWords.stillBilled}</span>
      </>
    ) : droplet.actionKey === null ? (
      <span className="cut">{droplet.conditionText}</span>
    ) : (
      <span className="cut">
        <RunningWords text={droplet.conditionText} actionKey={droplet.actionKey} />
      </span>
    )}
  </span>
);

/** The shape alone, for lines that show the words elsewhere. */
export const DropletGlyph = ({ droplet, isQuiet = false }: { droplet: DropletRow; isQuiet?: boolean }) => (
  <StatusGlyph name={conditionGlyphs[droplet.condition]} isQuiet={isQuiet} />
);
