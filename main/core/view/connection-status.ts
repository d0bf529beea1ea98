import type { Failure } from '../../../preload/contract/failure.ts';
import type { BudgetView, ConnectionRow } from '../../../preload/contract/view.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { statusWords } from '../words/connections.ts';
import { waitWords } from '../words/waiting.ts';

type Status = Pick<ConnectionRow, 'status' | 'statusText'>;

/**
 * How a connection is: first whether its token can be used, then whether the person paused Buoy, then what the network and
 * the API do.
 */
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
  const { throttled, held } = waitsOf(connection, nowMs);
  if (throttled) return { status: 'throttled', statusText: waitWords.throttled(throttled.untilMs, nowMs) };
  if (failure && failure.kind !== 'held') return { status: 'failing', statusText: statusWords.failing(failure) };
  if (held) return { status: 'held', statusText: waitWords.held(held.window, held.untilMs, nowMs) };
  if (lastWorkedAtMs === null) return { status: 'checking', statusText: statusWords.checking };
  return { status: 'ok', statusText: statusWords.ok };
}

/**
 * Why nothing is sent for a connection, and until when. `throttled`: DigitalOcean said so with a 429. `held`: Buoy waits on
 * its own. Both come from the budget, or else from the failure of the last poll, which says how long the next one waits.
 */
export function waitsOf(connection: ConnectionState, nowMs: number): Pick<BudgetView, 'throttled' | 'held'> {
  const { budget } = connection;
  const { kind, retryAtMs = null, window } = mainFailure(connection) ?? {};
  const throttled = budget?.throttled && budget.throttled.untilMs > nowMs ? budget.throttled : null;
  return {
    throttled: throttled ?? (kind === 'throttled' && retryAtMs !== null ? { untilMs: retryAtMs } : null),
    held: budget?.held ?? (kind === 'held' && window ? { window, untilMs: retryAtMs } : null),
  };
}

/** The failure that says most about the connection: that of its droplets, else that of its actions. */
const mainFailure = (connection: ConnectionState): Failure | null =>
  connection.fetches.droplets.failure ?? connection.fetches.actions.failure;
