import type { Api } from '../digitalocean/api.ts';
import { definitions, type FetchedKind, fetchedKinds } from '../fetched/all.ts';
import type { Clock } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { shareOf, wantedIntervalMs } from './intervals.ts';
import { connectionOf, poll } from './poll.ts';
import { createPoller, type Poller } from './poller.ts';
import { createRefusalCheck } from './refusal.ts';
import type { PollingMode } from './schedule.ts';

/** The pollers of one connection, one for each kind of data. See `Poller` for what each call does. */
export interface ConnectionPollers {
  start(): void;
  /** Polls everything now, because a person asked for it. Resolves after the last answer. */
  refresh(): Promise<void>;
  pollNow(what: FetchedKind): Promise<void>;
  wake(): void;
  stop(): void;
}

export interface ConnectionPollersOptions {
  connectionId: string;
  api: Api;
  clock: Clock;
  random: () => number;
  state(): State;
  dispatch(event: StateEvent): void;
  mode(connectionId: string, what: FetchedKind): PollingMode;
}

/** Creates the pollers of one connection. They do not start by themselves. */
export function createConnectionPollers(options: ConnectionPollersOptions): ConnectionPollers {
  const { connectionId, clock, random, mode } = options;
  const target = { ...options, isRefused: createRefusalCheck(options.api) };
  const pollers = new Map<FetchedKind, Poller>(
    fetchedKinds.map((what) => {
      const spec = {
        intervalMs() {
          const connection = connectionOf(options);
          // A connection that was just removed: its pollers stop before a day has passed.
          return connection ? wantedIntervalMs(options.state(), connection, what, clock.now()) : 86_400_000;
        },
        sharePerHour() {
          const connection = connectionOf(options);
          return connection ? shareOf(options.state(), connection, what) : 1;
        },
        startsAfterMs: definitions[what].startsAfterMs ?? 0,
        restsWhileForbidden: definitions[what].restsWhileForbidden ?? false,
        poll: (signal: AbortSignal, isAsked: boolean) => poll(target, what, signal, isAsked),
      };
      return [what, createPoller(spec, { clock, random, mode: () => mode(connectionId, what) })];
    }),
  );
  const all = [...pollers.values()];
  return {
    start() {
      for (const poller of all) poller.start();
    },
    async refresh() {
      await Promise.all(all.map((poller) => poller.pollNow(true)));
    },
    pollNow: (what) => pollers.get(what)?.pollNow() ?? Promise.resolve(),
    wake() {
      for (const poller of all) poller.wake();
    },
    stop() {
      for (const poller of all) poller.stop();
    },
  };
}
