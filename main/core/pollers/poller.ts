import type { Failure } from '../../../preload/contract/failure.ts';
import type { Cancel, Clock } from '../ports.ts';
import { nextDelayMs, type PollingMode, recentSpending, type Spending } from './schedule.ts';

/** What one poll found out of itself; its data went to the store already. */
export interface PollEnd {
  failure: Failure | null;
  /** Requests that it cost. */
  cost: number;
}

/** What is polled and how often. */
export interface PollerSpec {
  /** Milliseconds between polls, as it stands now. Asked before each turn. */
  intervalMs(): number;
  /** Requests an hour that this poller may use. */
  sharePerHour: number;
  /** One poll. Must end when the signal aborts, and must not throw. */
  poll(signal: AbortSignal): Promise<PollEnd>;
}

export interface PollerOptions {
  clock: Clock;
  random: () => number;
  mode(): PollingMode;
}

/** One thing that is asked for again and again: one request at a time, the first at once. */
export interface Poller {
  /** Begins; the first poll runs now if polls are allowed at all. */
  start(): void;
  /** Polls now and waits for the end. A poll that runs already does not count: another follows it. Runs even when paused. */
  pollNow(): Promise<void>;
  /** Something that the schedule depends on changed: a pause, the network, a running action. */
  wake(): void;
  /** Ends for good and calls off the poll that runs. */
  stop(): void;
}

/** What a token may not read it seldom may a minute later. A person who gave it more rights refreshes. */
const forbiddenForMs = 3_600_000;

export function createPoller(spec: PollerSpec, options: PollerOptions): Poller {
  const { clock, random } = options;
  let state: 'idle' | 'started' | 'stopped' = 'idle';
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  let controller: AbortController | null = null;
  let cancelTimer: Cancel = () => {};
  let startedAtMs: number | null = null;
  let jitter = 0;
  let failures = 0;
  let retryAtMs: number | null = null;
  let cost = 1;
  let spent: Spending[] = [];

  async function turn(): Promise<void> {
    cancelTimer();
    startedAtMs = clock.now();
    jitter = random();
    controller = new AbortController();
    const end = await spec.poll(controller.signal);
    controller = null;
    const now = clock.now();
    if (end.cost > 0) {
      cost = end.cost;
      spent = [...recentSpending(spent, now), { atMs: now, requests: end.cost }];
    }
    failures = end.failure && end.failure.kind !== 'aborted' ? failures + 1 : 0;
    retryAtMs = end.failure?.retryAtMs ?? (end.failure?.kind === 'forbidden' ? now + forbiddenForMs : null);
  }

  function begin(): Promise<void> {
    if (running) return running;
    running = turn().finally(() => {
      running = null;
      arm();
    });
    return running;
  }

  function delayMs(mode: Exclude<PollingMode, 'stop'>): number {
    const nowMs = clock.now();
    if (startedAtMs === null) return 0;
    const between = nextDelayMs({
      wantedMs: spec.intervalMs(),
      mode,
      failures,
      retryAtMs,
      nowMs,
      cost,
      sharePerHour: spec.sharePerHour,
      spent,
      random: jitter,
    });
    // A clock that was set back must not silence the poller.
    const elapsed = Math.max(0, nowMs - startedAtMs);
    return Math.max(0, between - elapsed);
  }

  function arm(): void {
    cancelTimer();
    const mode = options.mode();
    if (state !== 'started' || running || mode === 'stop') return;
    const wait = delayMs(mode);
    if (wait === 0) void begin();
    else cancelTimer = clock.after(wait, () => void begin());
  }

  return {
    start() {
      if (state !== 'idle') return;
      state = 'started';
      arm();
    },
    pollNow() {
      if (state === 'stopped') return Promise.resolve();
      if (!running) return begin();
      queued ??= running.then(() => {
        queued = null;
        return state === 'stopped' ? undefined : begin();
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
