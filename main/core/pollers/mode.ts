import type { State } from '../state/state.ts';
import type { PollingMode } from './schedule.ts';

/**
 * Whether and how eagerly a connection is polled. Nothing is asked while the machine sleeps or is offline, while the person
 * paused it, or while the token is missing or refused. Locked, or on battery with no page open: a fifth.
 */
export function pollingMode(state: State, connectionId: string, what: string, isPageOpen: boolean): PollingMode {
  const connection = state.connections.get(connectionId);
  if (!connection || state.power.isAsleep || !state.isOnline || state.pause) return 'stop';
  const { status } = connection.access;
  const isWorking = status === 'ok' || status === 'checking';
  // A token that was refused by mistake should not need a person: the account is still asked for, once an hour.
  if (!isWorking && !(status === 'refused' && what === 'account')) return 'stop';
  if (state.power.isLocked) return 'gentle';
  return state.power.isOnBattery && state.settings.polling.isGentleOnBattery && !isPageOpen ? 'gentle' : 'run';
}
