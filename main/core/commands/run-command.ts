import type { Command } from '../../../preload/contract/command.ts';
import type { Answered, CommandContext, CommandEnd } from './context.ts';
import { deleteDroplet } from './delete-droplet.ts';
import { dropletAction } from './droplet-action.ts';
import { clearNotices, endSnooze, markNoticesRead, snoozeMatter } from './notices.ts';
import { pausePolling, resumePolling } from './pause.ts';
import { refresh } from './refresh.ts';
import { movePin, pinDroplet, pinThing, unpin, updateSettings } from './settings.ts';
import { tagAction } from './tag-action.ts';

/**
 * Runs a command that a person gave. Every command ends in something to show: a result with a message, a question, or a
 * failure with the next step. After a question the page sends the same command again, with the person's `answer`.
 */
export function runCommand(context: CommandContext, command: Command, answer: Answered): CommandEnd {
  const { connections } = context;
  switch (command.kind) {
    case 'refresh':
      return refresh(context, command);
    case 'pause-polling':
      return pausePolling(context, command);
    case 'resume-polling':
      return resumePolling(context);
    case 'add-connection':
      return connections.add(command);
    case 'replace-token':
      return connections.replaceToken(command.connectionId, command);
    case 'rename-connection':
      return connections.rename(command.connectionId, command.label);
    case 'set-token-end':
      return connections.setTokenEnd(command.connectionId, command.endsOn);
    case 'remove-connection':
      return connections.remove(command.connectionId);
    case 'open-demo':
      return connections.openDemo();
    case 'close-demo':
      return connections.closeDemo();
    case 'droplet-action':
      return dropletAction(context, command, answer);
    case 'tag-action':
      return tagAction(context, command, answer);
    case 'delete-droplet':
      return deleteDroplet(context, command, answer);
    case 'pin-droplet':
      return pinDroplet(context, command);
    case 'pin-thing':
      return pinThing(context, command);
    case 'unpin':
      return unpin(context, command);
    case 'move-pin':
      return movePin(context, command);
    case 'update-settings':
      return updateSettings(context, command.patch);
    case 'mark-notices-read':
      return markNoticesRead(context, command);
    case 'snooze-matter':
      return snoozeMatter(context, command);
    case 'end-snooze':
      return endSnooze(context, command);
    case 'clear-notices':
      return clearNotices(context);
    default:
      return command satisfies never;
  }
}
