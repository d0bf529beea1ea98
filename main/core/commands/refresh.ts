import { failed, success } from '../../../preload/contract/failure.ts';
import { commandWords } from '../words/commands.ts';
import type { CommandContext, CommandEnd, CommandOf } from './context.ts';

/**
 * Reads everything now, even while polling is paused, and asks the vault again for tokens that it did not hand over. Without
 * a `connectionId` it reads all connections.
 */
export async function refresh(context: CommandContext, { connectionId }: CommandOf<'refresh'>): CommandEnd {
  await context.connections.retryVault();
  const lives = context.connections.live(connectionId);
  if (lives.length === 0) {
    const wanted = connectionId ?? context.state().connections.keys().next().value;
    const api = wanted === undefined ? null : context.api(wanted);
    // "Your keyring is locked" helps more than "there is no connection to refresh".
    return api && !api.ok ? api : failed({ kind: 'not-found', ...commandWords.nothingToRefresh });
  }
  await context.refresh(connectionId);
  const connections = [...context.state().connections.values()];
  const asked = connections.filter((one) => connectionId === undefined || one.id === connectionId);
  // The droplets' failure stands for the connection; other reads may fail because of a single missing scope.
  const failure = asked.find((one) => one.fetches.droplets.failure)?.fetches.droplets.failure;
  if (failure) return failed(failure);
  const message =
    connectionId === undefined ? commandWords.refreshed : commandWords.refreshedIn(context.connectionName(connectionId));
  return success({ status: 'done', message });
}
