import type { Api } from '../digitalocean/api.ts';
import { definitions, type FetchedKind } from '../fetched/all.ts';
import type { ReadContext } from '../fetched/definition.ts';
import { dropletKey } from '../names/droplet-key.ts';
import type { Clock } from '../ports.ts';
import type { FetchedEvent, StateEvent } from '../state/events.ts';
import type { ConnectionState, State } from '../state/state.ts';
import type { PollEnd } from './poller.ts';

/** What the polls of one connection use. */
export interface PollTarget {
  connectionId: string;
  api: Api;
  clock: Clock;
  state(): State;
  dispatch(event: StateEvent): void;
}

/** For one poll with its waiting and repeats. Enough for 10,000 droplets, and no longer than the usual interval. */
const pollDeadlineMs = 60_000;

/** Runs one poll and tells the state: that it started, then that it was answered, failed, or was aborted. Never rejects. */
export async function poll(target: PollTarget, what: FetchedKind, signal: AbortSignal): Promise<PollEnd> {
  const { connectionId, api, clock, dispatch } = target;
  dispatch({ type: 'fetch-started', connectionId, what });
  const requestedAtMs = clock.now();
  const { outcome, cost } = await definitions[what].read(contextOf(target, signal));
  dispatch({ type: 'budget-changed', connectionId, budget: api.budget() });
  if (outcome.ok) {
    // The compiler cannot see that answer and kind belong together; both come from one definition.
    const event = {
      type: 'fetched',
      connectionId,
      what,
      answer: outcome.value,
      requestedAtMs,
      atMs: clock.now(),
    } as FetchedEvent;
    dispatch(event);
    return { failure: null, cost };
  }
  const { failure } = outcome;
  if (signal.aborted || failure.kind === 'aborted') dispatch({ type: 'fetch-abandoned', connectionId, what });
  else dispatch({ type: 'fetch-failed', connectionId, what, failure, atMs: clock.now() });
  return { failure, cost: failure.attempts ?? cost };
}

function contextOf(target: PollTarget, signal: AbortSignal): ReadContext<ConnectionState> {
  const { connectionId, api, clock, state } = target;
  return {
    api,
    clock,
    options: { lane: 'poll', signal, deadlineMs: pollDeadlineMs },
    connection: () => connectionOf(target),
    isPinned: (dropletId) => state().settings.pinned.includes(dropletKey(connectionId, dropletId)),
  };
}

/** The connection as it is now, while it exists. */
export const connectionOf = (target: Pick<PollTarget, 'connectionId' | 'state'>): ConnectionState | undefined =>
  target.state().connections.get(target.connectionId);
