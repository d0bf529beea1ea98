import { shortSpan } from '../../../preload/contract/time-words.ts';
import type { ActionRow } from '../../../preload/contract/view.ts';
import { useNow } from '../../hooks/use-now.ts';
import { progressOf } from '../../readings/action-progress.ts';
import { roughDuration } from '../../words/times.ts';
import { trayWords } from '../../words/tray.ts';

/** "1 min 20 s left", "longer than usual", "for 40 s": the end of a narrow row, updated once a second. */
export const TimeLeft = ({ action }: { action: ActionRow }) => {
  const progress = progressOf(action, useNow('second'));
  switch (progress.kind) {
    case 'known':
      return trayWords.left(roughDuration(progress.leftMs));
    case 'late':
      return trayWords.longer;
    case 'unknown':
      return trayWords.runningFor(shortSpan(progress.elapsedMs));
  }
};
