import { failed, success } from '../../../preload/contract/failure.ts';
import { commandWords } from '../words/commands.ts';
import type { CommandContext, CommandEnd, CommandOf } from './context.ts';

/** Asks for everything now, also while polling is paused, and for tokens that the vault held back. */
export async function refresh(context: CommandContext, { connectionId }: CommandOf<'refresh'>): CommandEnd {
  await context.connections.retryVault();
  const lives = context.connections.live(connectionId);
  if (lives.length === 0) {
    const wanted = connectionId ?? context.state().connections.keys().next().value;
    const api = wanted === undefined ? null : context.api(wanted);
    // A token that the keyring holds back says more than that there is nothing to ask.
    return api && !api.ok ? api : failed({ kind: 'not-found', ...commandWords.nothingToRefresh });
  }
  await context.refresh(connectionId);
  const connections = [...context.state().connections.values()];
  const asked = connections.filter((one) => connectionId === undefined || one.id === connectionId);
  const failure = asked.find((one) => one.fetches.droplets.failure)?.fetches.droplets.failure;
  if (failure) return failed(failure);
  const message =
    connectionId === undefined ? commandWords.refreshed : commandWords.refreshedIn(context.connectionName(connectionId));
  return success({ status: 'done', message });
}
