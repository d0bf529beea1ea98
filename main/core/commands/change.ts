import { failed, success } from '../../../preload/contract/failure.ts';
import type { DocumentName } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import { commandWords } from '../words/commands.ts';
import type { CommandContext, CommandEnd } from './context.ts';

/**
 * Ends a command in a change that must survive a restart. It is announced as done only when it is on disk; else the failure
 * says that it holds until Buoy quits.
 */
export async function changeAndSave(
  context: CommandContext,
  name: DocumentName,
  event: StateEvent,
  message: string | null,
): CommandEnd {
  const saved = await context.change(name, event);
  if (!saved.ok) return failed({ ...saved.failure, ...commandWords.notWritten(saved.failure) });
  return success({ status: 'done', message });
}
