import { failed } from '../../../preload/contract/failure.ts';
import { commandWords } from '../words/commands.ts';
import { changeAndSave } from './change.ts';
import type { CommandContext, CommandEnd, CommandOf } from './context.ts';

/** Stops requests and notices until `untilMs` (Unix milliseconds; `null`: until resumed). Refuses a time in the past. */
export async function pausePolling(context: CommandContext, { untilMs }: CommandOf<'pause-polling'>): CommandEnd {
  const nowMs = context.clock.now();
  if (untilMs !== null && untilMs <= nowMs) {
    return failed({ kind: 'invalid-arguments', ...commandWords.pauseInPast, field: 'untilMs' });
  }
  return changeAndSave(context, 'last-view', { type: 'pause-changed', pause: { untilMs } }, commandWords.paused(untilMs, nowMs));
}

/** Ends a pause early. Pollers whose interval has passed meanwhile read at once. */
export async function resumePolling(context: CommandContext): CommandEnd {
  return changeAndSave(context, 'last-view', { type: 'pause-changed', pause: null }, commandWords.resumed);
}
