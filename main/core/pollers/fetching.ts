import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import type { Clock } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { ConnectionState, FetchedKind, State } from '../state/state.ts';
import type { PollEnd } from './poller.ts';

/** What a poll works on. */
export interface PollTarget {
  connectionId: string;
  api: Api;
  clock: Clock;
  state(): State;
  dispatch(event: StateEvent): void;
}

/** What one poll read, and what that cost. */
export interface Read<T> {
  outcome: Outcome<T>;
  /** Requests. */
  cost: number;
}

/** A poll that never outlives the next turn by much; a whole account of 10,000 droplets fits. */
export const pollDeadlineMs = 60_000;

/**
 * One poll as the state sees it: it began, and it brought an answer, failed, or was called off. `read` gives the value,
 * `toEvents` what results from it.
 */
export async function fetching<T>(
  target: PollTarget,
  what: FetchedKind,
  signal: AbortSignal,
  read: () => Promise<Read<T>>,
  toEvent: (value: T, requestedAtMs: number, atMs: number) => StateEvent,
): Promise<PollEnd> {
  const { connectionId, clock, dispatch } = target;
  dispatch({ type: 'fetch-started', connectionId, what });
  const requestedAtMs = clock.now();
  const { outcome, cost } = await read();
  dispatch({ type: 'budget-changed', connectionId, budget: target.api.budget() });
  if (outcome.ok) {
    dispatch(toEvent(outcome.value, requestedAtMs, clock.now()));
    return { failure: null, cost };
  }
  const { failure } = outcome;
  if (signal.aborted || failure.kind === 'aborted') dispatch({ type: 'fetch-abandoned', connectionId, what });
  else dispatch({ type: 'fetch-failed', connectionId, what, failure, atMs: clock.now() });
  return { failure, cost: failure.attempts ?? cost };
}

/** The connection as it is now, while it exists. */
export const connectionOf = (target: PollTarget): ConnectionState | undefined =>
  target.state().connections.get(target.connectionId);
