import { shareOf } from '../../../main/core/pollers/intervals.ts';
import type { PollTarget } from '../../../main/core/pollers/poll.ts';
import type { StateEvent } from '../../../main/core/state/events.ts';
import { reduce } from '../../../main/core/state/reduce.ts';
import type { State } from '../../../main/core/state/state.ts';
import { aDroplet } from '../invented/facts.ts';
import { createFakeApi, type Reply } from './fake-api.ts';
import { createFakeClock } from './fake-clock.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from './states.ts';

/** What any poll needs, over an API that answers by functions. */
export function pollOver(replies: Record<string, Reply>, initial: State) {
  const api = createFakeApi(replies);
  const clock = createFakeClock(startMs);
  let state = initial;
  const target: PollTarget = {
    connectionId: 'c1',
    api,
    clock,
    state: () => state,
    isRefused: async () => false,
    dispatch: (event) => {
      state = reduce(state, event);
    },
  };
  return {
    api,
    clock,
    target,
    state: () => state,
    connection: () => connectionIn(state),
    asked: () => api.seen.map(({ operationId }) => operationId),
  };
}

/** The same for a team of two droplets. */
export function setUp(replies: Record<string, Reply>, ...events: StateEvent[]) {
  const droplets = [aDroplet({ id: 1, name: 'web-01' }), aDroplet({ id: 2, name: 'worker-02', tags: ['jobs'] })];
  const one = pollOver(replies, fold(loadedState(), fetched('droplets', droplets), ...events));
  return { ...one, share: (what: 'uptime' | 'alerts') => shareOf(one.state(), one.connection(), what) };
}
