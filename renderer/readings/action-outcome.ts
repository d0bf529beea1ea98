import { duration } from '../../preload/contract/time-words.ts';
import type { ActionRow } from '../../preload/contract/view.ts';
import { activityWords } from '../words/activity.ts';
import { asTitle } from '../words/sentences.ts';
import { usualSpan } from '../words/times.ts';

export type OutcomeKind = 'running' | 'done' | 'slow' | 'failed' | 'unknown';

/** Whether an action ended slowly: more than twice its usual time, and more than a minute longer. */
const isSlowly = (tookMs: number, usualMs: number | null): boolean =>
  usualMs !== null && tookMs > 2 * usualMs && tookMs - usualMs > 60_000;

/** Why an action failed, without repeating its title; `null` if it did not fail or no reason is known. */
export const reasonOf = (action: ActionRow): string | null => {
  if (!action.failure) return null;
  const { message } = action.failure;
  const title = `${action.title}. `;
  return message.startsWith(title) ? message.slice(title.length) : message;
};

/** How an action stands, as a kind and a sentence. Running actions show their progress instead of the sentence. */
export const actionOutcome = (action: ActionRow): { kind: OutcomeKind; text: string } => {
  const reason = reasonOf(action);
  switch (action.status) {
    case 'in-progress':
      return { kind: 'running', text: activityWords.running };
    case 'errored':
      return {
        kind: 'failed',
        text: reason === null ? activityWords.failed : activityWords.failedBecause(asTitle(reason)),
      };
    case 'unknown':
      return { kind: 'unknown', text: activityWords.unknownEnd };
    case 'completed': {
      if (action.completedAtMs === null) return { kind: 'done', text: activityWords.done };
      const tookMs = action.completedAtMs - action.startedAtMs;
      return action.usualMs !== null && isSlowly(tookMs, action.usualMs)
        ? { kind: 'slow', text: activityWords.doneSlowly(duration(tookMs), usualSpan(action.usualMs, action.usualRangeMs)) }
        : { kind: 'done', text: activityWords.doneIn(duration(tookMs)) };
    }
  }
};
