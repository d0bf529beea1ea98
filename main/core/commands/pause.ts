import { failed, success } from '../../../preload/contract/failure.ts';
import { commandWords } from '../words/commands.ts';
import type { CommandContext, CommandEnd, CommandOf } from './context.ts';

/** No requests and no notices until then, or until resumed. */
export async function pausePolling(context: CommandContext, { untilMs }: CommandOf<'pause-polling'>): CommandEnd {
  const nowMs = context.clock.now();
  if (untilMs !== null && untilMs <= nowMs) {
    return failed({ kind: 'invalid-arguments', ...commandWords.pauseInPast, field: 'untilMs' });
  }
  context.dispatch({ type: 'pause-changed', pause: { untilMs } });
  return success({ status: 'done', message: commandWords.paused(untilMs, nowMs) });
}

export async function resumePolling(context: CommandContext): CommandEnd {
  context.dispatch({ type: 'pause-changed', pause: null });
  return success({ status: 'done', message: commandWords.resumed });
}
