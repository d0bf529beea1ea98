import type { ActionRow } from '../../../preload/contract/view.ts';
import { actionOutcome } from '../../readings/action-outcome.ts';
import { attentionLooks } from '../../readings/looks.ts';
import { LookIcon } from '../icons/look.tsx';
import { StatusGlyph } from '../icons/status-glyph.tsx';

/** The status shape of an action. Its words must be in the same line. */
export const ActionGlyph = ({ action }: { action: ActionRow }) => {
  switch (actionOutcome(action).kind) {
    case 'running':
      return <StatusGlyph name="running" />;
    case 'done':
      return <StatusGlyph name="done" />;
    case 'slow':
      return <LookIcon look={attentionLooks['action-slow']} />;
    case 'failed':
      return <StatusGlyph name="failed" />;
    case 'unknown':
      return <StatusGlyph name="warn" />;
  }
};
