import { duration } from '../../preload/contract/time-words.ts';
import type { ActionRow } from '../../preload/contract/view.ts';
import { activityWords } from '../words/activity.ts';
import { roughDuration, usualSpan } from '../words/times.ts';

/** How far a running action is. This is estimated from the usual duration, because the API gives no percentages. */
export type Progress =
  | { kind: 'known'; fraction: number; leftMs: number }
  /** Past the usual time: the bar stays at 95 %. */
  | { kind: 'late'; fraction: number; elapsedMs: number }
  | { kind: 'unknown'; elapsedMs: number };

const lateFraction = 0.95;

/** Estimates the progress of a running action. `nowMs` is the host's clock. */
export const progressOf = (action: Pick<ActionRow, 'startedAtMs' | 'usualMs'>, nowMs: number): Progress => {
  const elapsedMs = Math.max(0, nowMs - action.startedAtMs);
  if (action.usualMs === null || action.usualMs <= 0) return { kind: 'unknown', elapsedMs };
  if (elapsedMs >= action.usualMs) return { kind: 'late', fraction: lateFraction, elapsedMs };
  return { kind: 'known', fraction: lateFraction * (elapsedMs / action.usualMs), leftMs: action.usualMs - elapsedMs };
};

/** "About 1 min 20 s left", "Longer than usual", "Running for 40 s". */
export const progressText = (progress: Progress): string => {
  switch (progress.kind) {
    case 'known':
      return activityWords.left(roughDuration(progress.leftMs));
    case 'late':
      return activityWords.longer;
    case 'unknown':
      return activityWords.runningFor(duration(progress.elapsedMs));
  }
};

/** "usually 3 to 4 min", or that there is no estimate yet. */
export const usualText = (action: Pick<ActionRow, 'usualMs' | 'usualRangeMs'>): string =>
  action.usualMs === null ? activityWords.noEstimate : activityWords.usually(usualSpan(action.usualMs, action.usualRangeMs));
