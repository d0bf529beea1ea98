import type { Api } from '../digitalocean/api.ts';
import type { FetchedKind } from '../fetched/all.ts';
import { createConnectionPollers } from '../pollers/connection-pollers.ts';
import type { PollingMode } from '../pollers/schedule.ts';
import type { Clock } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { watchBudget } from './watch-budget.ts';

/** A token in use: its way to the API and the pollers on it. */
export interface Live {
  api: Api;
  /** Begins polling for that connection. A live that is not started only answers calls. */
  start(connectionId: string): void;
  /** Asks for everything now; ends with the last answer. */
  refresh(): Promise<void>;
  /** Asks for one thing now. */
  pollNow(what: FetchedKind): Promise<void>;
  /** The schedule may have changed. */
  wake(): void;
  close(): Promise<void>;
}

export type OpenLive = (token: string, baseUrl: string | null) => Live;

export interface LiveOptions {
  clock: Clock;
  random: () => number;
  state(): State;
  dispatch(event: StateEvent): void;
  mode(connectionId: string, what: FetchedKind): PollingMode;
  /** Opens the API with a token; `close` also ends its transport. */
  openApi(token: string, baseUrl: string | null): Api;
}

export function createOpenLive(options: LiveOptions): OpenLive {
  const { dispatch } = options;
  return (token, baseUrl) => {
    let id: string | null = null;
    const api = watchBudget(options.openApi(token, baseUrl), (budget) => {
      if (id !== null) dispatch({ type: 'budget-changed', connectionId: id, budget });
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
