import type { Failure } from '../../../preload/contract/failure.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { statusWords } from '../words/connections.ts';

type Status = Pick<ConnectionRow, 'status' | 'statusText'>;

/** How a connection stands: what the token allows, then what the person wants, then what the network and the API do. */
export function statusOf(state: State, connection: ConnectionState, nowMs: number): Status {
  const { access, lastWorkedAtMs } = connection;
  switch (access.status) {
    case 'refused':
      return { status: 'refused', statusText: statusWords.refused(lastWorkedAtMs, nowMs) };
    case 'waiting-for-vault':
      return { status: 'waiting-for-vault', statusText: statusWords.waitingForVault(access.failure?.message ?? null) };
    case 'secret-lost':
      return { status: 'secret-lost', statusText: statusWords.secretLost };
    case 'checking':
    case 'ok':
      return workingStatus(state, connection, nowMs);
    default:
      return access.status satisfies never;
  }
}

function workingStatus(state: State, connection: ConnectionState, nowMs: number): Status {
  const { lastWorkedAtMs } = connection;
  if (state.pause) return { status: 'paused', statusText: statusWords.paused(state.pause.untilMs, nowMs) };
  const failure = mainFailure(connection);
  if (!state.isOnline || failure?.kind === 'network' || failure?.kind === 'timeout') {
    return { status: 'offline', statusText: statusWords.offline(lastWorkedAtMs, nowMs) };
  }
  const throttledUntilMs = connection.budget?.throttledUntilMs ?? null;
  if (failure?.kind === 'rate-limited' || (throttledUntilMs ?? 0) > nowMs) {
    return { status: 'throttled', statusText: statusWords.throttled(failure?.retryAtMs ?? throttledUntilMs, nowMs) };
  }
  if (failure) return { status: 'failing', statusText: statusWords.failing(failure) };
  if (lastWorkedAtMs === null) return { status: 'checking', statusText: statusWords.checking };
  return { status: 'ok', statusText: statusWords.ok };
}

/** The failure that says most of the connection as a whole: that of its droplets, else of its actions. */
const mainFailure = (connection: ConnectionState): Failure | null =>
  connection.fetches.droplets.failure ?? connection.fetches.actions.failure;
