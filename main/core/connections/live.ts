import type { Api } from '../digitalocean/api.ts';
import { type FetchedKind, kindsChangedBy } from '../fetched/all.ts';
import { createConnectionPollers } from '../pollers/connection-pollers.ts';
import type { PollingMode } from '../pollers/schedule.ts';
import type { Clock } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { regainedBy } from './regained.ts';
import { watchCalls } from './watch-calls.ts';

/** A token in use: the API that was opened with it, and the pollers that use it. */
export interface Live {
  api: Api;
  /** Starts polling for that connection. Until then only calls are answered. */
  start(connectionId: string): void;
  /** Reads everything now. Resolves after the last answer. */
  refresh(): Promise<void>;
  /** Reads one kind of data now. Resolves after its answer. */
  pollNow(what: FetchedKind): Promise<void>;
  /** Tells the pollers that their schedule may have changed. */
  wake(): void;
  /** Stops the pollers and closes the API with its transport. */
  close(): Promise<void>;
}

/** Opens the API with a token, without polling yet. `baseUrl` null: where the host says the API is. */
export type OpenLive = (token: string, baseUrl: string | null) => Live;

/** What every live shares; the token and its address come with each one. */
export interface LiveOptions {
  clock: Clock;
  random: () => number;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Whether and how often a kind of data is polled now. */
  mode(connectionId: string, what: FetchedKind): PollingMode;
  /** Opens the API with a token; `close` also ends its transport. */
  openApi(token: string, baseUrl: string | null): Api;
}

/** Returns the function that opens lives. A live must be closed by whoever opened it, or by `Lives` once it was handed over. */
export function createOpenLive(options: LiveOptions): OpenLive {
  const { dispatch } = options;
  return (token, baseUrl) => {
    // Null until `start`: a token that is only being checked belongs to no connection yet.
    let id: string | null = null;
    const api = watchCalls(options.openApi(token, baseUrl), {
      onBudget(budget) {
        if (id !== null) dispatch({ type: 'budget-changed', connectionId: id, budget });
      },
      onAnswer(operationId) {
        if (id === null) return;
        const regained = regainedBy(operationId, options.state().connections.get(id));
        for (const kind of new Set([...regained, ...kindsChangedBy(operationId)])) void pollers?.pollNow(kind);
      },
      // The account decides whether the token is refused as a whole, and says so everywhere then.
      onRefused: () => void pollers?.pollNow('account'),
    });
    let pollers: ReturnType<typeof createConnectionPollers> | null = null;
    return {
      api,
      start(connectionId) {
        id = connectionId;
        dispatch({ type: 'budget-changed', connectionId, budget: api.budget() });
        pollers = createConnectionPollers({ ...options, connectionId, api });
        pollers.start();
      },
      refresh: () => pollers?.refresh() ?? Promise.resolve(),
      pollNow: (what) => pollers?.pollNow(what) ?? Promise.resolve(),
      wake: () => pollers?.wake(),
      async close() {
        pollers?.stop();
        await api.close();
      },
    };
  };
}
