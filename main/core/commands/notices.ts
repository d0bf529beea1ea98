import { failed, success } from '../../../preload/contract/failure.ts';
import { standingMatters } from '../view/attention.ts';
import { commandWords } from '../words/commands.ts';
import { changeAndSave } from './change.ts';
import type { CommandContext, CommandEnd, CommandOf } from './context.ts';

/** Marks notices as read: those with these keys, or all. Announces nothing, so it need not wait until that is on disk. */
export async function markNoticesRead(context: CommandContext, { keys }: CommandOf<'mark-notices-read'>): CommandEnd {
  context.dispatch({ type: 'notices-read', ...(keys === undefined ? {} : { keys }) });
  return success({ status: 'done', message: null });
}

/** Keeps notices about one matter off the desktop for a while. Refused when the matter no longer stands. */
export async function snoozeMatter(context: CommandContext, { matter, minutes }: CommandOf<'snooze-matter'>): CommandEnd {
  const nowMs = context.clock.now();
  if (!standingMatters(context.state(), nowMs).has(matter)) return failed({ kind: 'not-found', ...commandWords.nothingToSnooze });
  const untilMs = nowMs + minutes * 60_000;
  const snoozed = { type: 'matter-snoozed', matter, untilMs } as const;
  return changeAndSave(context, 'history', snoozed, commandWords.snoozed(untilMs, nowMs));
}

/** Ends a snooze early. Ending one that is over succeeds. */
export async function endSnooze(context: CommandContext, { matter }: CommandOf<'end-snooze'>): CommandEnd {
  return changeAndSave(context, 'history', { type: 'snooze-ended', matter }, null);
}

/** Empties the history. */
export async function clearNotices(context: CommandContext): CommandEnd {
  return changeAndSave(context, 'history', { type: 'notices-cleared' }, commandWords.noticesCleared);
}
