import { definitions, fetchedKinds } from '../fetched/all.ts';
import type { ConnectionState, State } from '../state/state.ts';
import type { Connections } from './connections.ts';
import type { Live } from './live.ts';

/**
 * Tells pollers when their schedule may have changed. When the machine wakes or is unlocked, asks the vault again, because the
 * keyring is often unlocked with it, and then and on another network asks for refused tokens again. Pass the result to
 * `store.subscribe`.
 */
export function createWaking(connections: Connections): (next: State, previous: State) => void {
  return (next, previous) => {
    if (!previous.isLoaded) return;
    const isEveryone =
      next.power !== previous.power ||
      next.isOnline !== previous.isOnline ||
      next.pause !== previous.pause ||
      next.settings.polling !== previous.settings.polling;
    if (isEveryone) wake(connections.live());
    else if (next.connections !== previous.connections) wakeChanged(connections, next, previous);
    const isBack = (previous.power.isAsleep && !next.power.isAsleep) || (previous.power.isLocked && !next.power.isLocked);
    if (isBack) void connections.retryVault();
    if (isBack || hasOtherNetwork(next, previous)) askRefused(connections, next);
  };
}

const hasOtherNetwork = (next: State, previous: State): boolean =>
  (next.isOnline && !previous.isOnline) || next.settings.proxy !== previous.settings.proxy;

/** Asks at once whether a refused token works again: it may have been what lies between that refused it. */
function askRefused(connections: Connections, { connections: all, pause, isOnline, power }: State): void {
  if (pause || !isOnline || power.isAsleep) return;
  for (const { id, access } of all.values()) {
    if (access.status !== 'refused') continue;
    for (const live of connections.live(id)) void live.pollNow('account');
  }
}

function wake(lives: readonly Live[]): void {
  for (const live of lives) live.wake();
}

function wakeChanged(connections: Connections, next: State, previous: State): void {
  for (const connection of next.connections.values()) {
    const before = previous.connections.get(connection.id);
    if (!before || before === connection || !hasOtherSchedule(before, connection)) continue;
    wake(connections.live(connection.id));
  }
}

/** Whether something changed that intervals depend on: the token's access, commands under way, or data that `wakesPollers`. */
function hasOtherSchedule(before: ConnectionState, after: ConnectionState): boolean {
  if (before.access !== after.access || before.pending !== after.pending) return true;
  return fetchedKinds.some((kind) => definitions[kind].wakesPollers && before[kind] !== after[kind]);
}
