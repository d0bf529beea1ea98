import type { Failure } from '../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../digitalocean/api.ts';
import { definitions, type FetchedKind } from '../fetched/all.ts';
import type { ReadContext } from '../fetched/definition.ts';
import { pinnedThingsOf } from '../fetched/pins.ts';
import { dropletKey } from '../names/droplet-key.ts';
import type { Clock } from '../ports.ts';
import type { FetchedEvent, StateEvent } from '../state/events.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { connectionWords } from '../words/connections.ts';
import { shareOf } from './intervals.ts';
import type { PollEnd } from './poller.ts';

/** What the polls of one connection use. */
export interface PollTarget {
  connectionId: string;
  api: Api;
  clock: Clock;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Whether DigitalOcean refuses the token, after one request was answered with 401. See `refusal.ts`. */
  isRefused(): Promise<boolean>;
}

/** For one poll with its waiting and repeats. Enough for 10,000 droplets, and no longer than the usual interval. */
const pollDeadlineMs = 60_000;

/** Runs one poll and tells the state: that it started, then that it was answered, failed, or was aborted. Never rejects. */
export async function poll(target: PollTarget, what: FetchedKind, signal: AbortSignal, isAsked = false): Promise<PollEnd> {
  const { connectionId, api, clock, dispatch } = target;
  dispatch({ type: 'fetch-started', connectionId, what });
  const requestedAtMs = clock.now();
  let leftOut = 0;
  const onLeftOut = (entries: number) => {
    leftOut += entries;
  };
  const { outcome, cost } = await definitions[what].read({ ...contextOf(target, what, { signal, onLeftOut }), isAsked });
  dispatch({ type: 'budget-changed', connectionId, budget: api.budget() });
  if (outcome === null) {
    dispatch({ type: 'fetch-abandoned', connectionId, what });
    return { failure: null, cost };
  }
  if (outcome.ok) {
    // The compiler cannot see that answer and kind belong together; both come from one definition.
    const event = {
      type: 'fetched',
      connectionId,
      what,
      answer: outcome.value,
      requestedAtMs,
      atMs: clock.now(),
      leftOut,
    } as FetchedEvent;
    dispatch(event);
    return { failure: null, cost };
  }
  const { failure } = outcome;
  if (signal.aborted || failure.kind === 'aborted') dispatch({ type: 'fetch-abandoned', connectionId, what });
  else if (failure.kind === 'unauthorized') await doubt(target, what, failure, signal);
  else dispatch({ type: 'fetch-failed', connectionId, what, failure, atMs: clock.now() });
  return { failure, cost: failure.attempts ?? cost };
}

/** Believes a 401 only when the account's own read is refused too, unless the token is known as refused already. */
async function doubt(target: PollTarget, what: FetchedKind, failure: Failure, signal: AbortSignal): Promise<void> {
  const { connectionId, clock, dispatch } = target;
  const isRefused = connectionOf(target)?.access.status === 'refused' || (await target.isRefused());
  // The token was replaced meanwhile, and this says nothing about the new one.
  if (signal.aborted) return dispatch({ type: 'fetch-abandoned', connectionId, what });
  const said = isRefused ? failure : { ...failure, ...connectionWords.strayRefusal };
  dispatch({ type: 'fetch-failed', connectionId, what, failure: said, atMs: clock.now() });
  if (isRefused) dispatch({ type: 'access-changed', connectionId, access: { status: 'refused', failure } });
}

function contextOf(
  target: PollTarget,
  what: FetchedKind,
  own: Pick<CallOptions, 'signal' | 'onLeftOut'>,
): Omit<ReadContext<ConnectionState>, 'isAsked'> {
  const { connectionId, api, clock, state } = target;
  const connection = connectionOf(target);
  return {
    api,
    clock,
    options: { lane: 'poll', deadlineMs: pollDeadlineMs, ...own },
    connection: () => connectionOf(target),
    isPinned: (dropletId) => state().settings.pinned.includes(dropletKey(connectionId, dropletId)),
    pins: () => pinnedThingsOf(state().settings, connectionId),
    sharePerHour: connection ? shareOf(state(), connection, what) : 1,
    watching: state().settings.polling.watching,
  };
}

/** The connection as it is now, while it exists. */
export const connectionOf = (target: Pick<PollTarget, 'connectionId' | 'state'>): ConnectionState | undefined =>
  target.state().connections.get(target.connectionId);
