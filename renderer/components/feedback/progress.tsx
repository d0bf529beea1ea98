import type { ActionRow } from '../../../preload/contract/view.ts';
import { useNow } from '../../hooks/use-now.ts';
import { progressOf, progressText } from '../../readings/action-progress.ts';
import { classNames } from '../class-names.ts';

/** The bar alone. `fraction` goes from 0 to 1; `null` shows a moving band, because the progress is unknown. */
export const ProgressBar = ({ fraction, label, className }: { fraction: number | null; label: string; className?: string }) => (
  <span
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={fraction === null ? undefined : Math.round(fraction * 100)}
    className={classNames('progress', fraction === null && 'unknown', className)}
  >
    <i style={fraction === null ? undefined : { width: `${fraction * 100}%` }} />
  </span>
);

/** The progress bar of a running action, updated once a second. */
export const ActionProgress = ({ action, className }: { action: ActionRow; className?: string }) => {
  const progress = progressOf(action, useNow('second'));
  return (
    <ProgressBar
      label={`${action.title}: ${progressText(progress)}`}
      fraction={progress.kind === 'unknown' ? null : progress.fraction}
      {...(className === undefined ? {} : { className })}
    />
  );
};

/** "About 1 min 20 s left", updated once a second. */
export const ActionProgressText = ({ action }: { action: ActionRow }) => progressText(progressOf(action, useNow('second')));
