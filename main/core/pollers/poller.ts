import type { Failure } from '../../../preload/contract/failure.ts';
import type { Cancel, Clock } from '../ports.ts';
import { nextDelayMs, type PollingMode, recentSpending, type Spending } from './schedule.ts';

/** How one poll ended. Its data is in the store already. */
export interface PollEnd {
  failure: Failure | null;
  /** Requests that it cost. 0: nothing was sent. */
  cost: number;
}

/** What is polled, and how often. */
export interface PollerSpec {
  /** Milliseconds between polls. Called before each wait, because the interval may change. */
  intervalMs(): number;
  /** Requests that this poller may make in an hour. Called before each wait too. */
  sharePerHour(): number;
  /** Milliseconds from `start` to the first poll. Default 0. */
  startsAfterMs?: number;
  /** After an answer that the token may not read it, it is polled only on `pollNow`. Default false. */
  restsWhileForbidden?: boolean;
  /** One poll. Must end when the signal aborts, and must not reject. `isAsked`: a person asked for it. */
  poll(signal: AbortSignal, isAsked: boolean): Promise<PollEnd>;
}

/** `mode` is read before each wait and after each `wake`. */
export interface PollerOptions {
  clock: Clock;
  random: () => number;
  mode(): PollingMode;
}

/** Reads one kind of data again and again, never twice at the same time. */
export interface Poller {
  /** Starts polling. The first poll runs now, if polls are allowed. */
  start(): void;
  /**
   * Polls now, even while polling is paused, and resolves when that poll ended. When a poll runs already, another one follows
   * it, because the running one may have read what is out of date by now. `isAsked`: a person asked for it. Default false.
   */
  pollNow(isAsked?: boolean): Promise<void>;
  /** Computes the next poll again. Call it when the schedule may have changed: a pause, the network, a running action. */
  wake(): void;
  /** Stops for good and aborts the poll that runs. */
  stop(): void;
}

/** Creates a poller that is not started. Its jitter is drawn once per poll, so that `wake` does not shift it. */
export function createPoller(spec: PollerSpec, options: PollerOptions): Poller {
  const { clock, random } = options;
  let state: 'idle' | 'started' | 'stopped' = 'idle';
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  let controller: AbortController | null = null;
  let cancelTimer: Cancel = () => {};
  let startedAtMs: number | null = null;
  let firstAtMs = 0;
  let jitter = 0;
  let failures = 0;
  let isResting = false;
  let retryAtMs: number | null = null;
  let cost = 1;
  let spent: Spending[] = [];

  async function turn(isAsked: boolean): Promise<void> {
    cancelTimer();
    startedAtMs = clock.now();
    jitter = random();
    controller = new AbortController();
    const end = await spec.poll(controller.signal, isAsked);
    controller = null;
    const now = clock.now();
    if (end.cost > 0) {
      cost = end.cost;
      spent = [...recentSpending(spent, now), { atMs: now, requests: end.cost }];
    }
    failures = end.failure && end.failure.kind !== 'aborted' ? failures + 1 : 0;
    retryAtMs = end.failure?.retryAtMs ?? null;
    // An aborted poll says nothing about it.
    if (end.failure?.kind !== 'aborted') isResting = spec.restsWhileForbidden === true && end.failure?.kind === 'forbidden';
  }

  function begin(isAsked = false): Promise<void> {
    if (running) return running;
    running = turn(isAsked).finally(() => {
      running = null;
      arm();
    });
    return running;
  }

  function delayMs(mode: Exclude<PollingMode, 'stop'>): number {
    if (startedAtMs === null) return Math.max(0, firstAtMs - clock.now());
    // As of the last start, from which the delay counts: a poller that is woken later must not become due earlier.
    const between = nextDelayMs({
      wantedMs: spec.intervalMs(),
      mode,
      failures,
      retryAtMs,
      nowMs: startedAtMs,
      cost,
      sharePerHour: spec.sharePerHour(),
      spent,
      random: jitter,
    });
    // A clock that was set back must not silence the poller.
    const elapsed = Math.max(0, clock.now() - startedAtMs);
    return Math.max(0, between - elapsed);
  }

  function arm(): void {
    cancelTimer();
    const mode = options.mode();
    if (state !== 'started' || running || isResting || mode === 'stop') return;
    const wait = delayMs(mode);
    if (wait === 0) void begin();
    else cancelTimer = clock.after(wait, () => void begin());
  }

  return {
    start() {
      if (state !== 'idle') return;
      state = 'started';
      firstAtMs = clock.now() + (spec.startsAfterMs ?? 0);
      arm();
    },
    pollNow(isAsked = false) {
      if (state === 'stopped') return Promise.resolve();
      if (!running) return begin(isAsked);
      queued ??= running.then(() => {
        queued = null;
        return state === 'stopped' ? undefined : begin(isAsked);
      });
      return queued;
    },
    wake: arm,
    stop() {
      state = 'stopped';
      cancelTimer();
      controller?.abort();
    },
  };
}
