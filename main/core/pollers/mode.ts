import type { State } from '../state/state.ts';
import type { PollingMode } from './schedule.ts';

/**
 * Whether and how often a connection is polled. Not at all while the machine sleeps or is offline, while the person paused
 * Buoy, or while the token is missing or refused. A fifth as often while the machine is locked, or on battery with no page
 * open.
 */
export function pollingMode(state: State, connectionId: string, what: string, isPageOpen: boolean): PollingMode {
  const connection = state.connections.get(connectionId);
  if (!connection || state.power.isAsleep || !state.isOnline || state.pause) return 'stop';
  const { status } = connection.access;
  const isWorking = status === 'ok' || status === 'checking';
  // The read of the account goes on, so that a token which was refused by mistake recovers without a person.
  if (!isWorking && !(status === 'refused' && what === 'account')) return 'stop';
  if (state.power.isLocked) return 'gentle';
  return state.power.isOnBattery && state.settings.polling.isGentleOnBattery && !isPageOpen ? 'gentle' : 'run';
}
