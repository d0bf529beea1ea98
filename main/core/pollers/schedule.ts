/** Pure timing: when a poller's next turn is. Nothing here knows a clock. */

const hourMs = 3_600_000;
const longestBackOffMs = 600_000;

/** `stop`: no polls at all. `gentle`: a fifth as many. */
export type PollingMode = 'run' | 'gentle' | 'stop';
const gentleFactor = 5;

export interface Turn {
  /** Milliseconds between polls if nothing speaks against it. */
  wantedMs: number;
  mode: Exclude<PollingMode, 'stop'>;
  /** Failures in a row, 0 after a success. */
  failures: number;
  /** Until when the API asked to be left alone, Unix milliseconds; `null`: it did not. */
  retryAtMs: number | null;
  nowMs: number;
  /** Requests that one poll costs. */
  cost: number;
  /** Requests that this poller may make in an hour. */
  sharePerHour: number;
  /** Requests of this poller in the last hour, oldest first. */
  spent: readonly Spending[];
  /** Uniform in [0, 1). */
  random: number;
}

export interface Spending {
  atMs: number;
  requests: number;
}

/** Milliseconds from the start of the last poll to the start of the next; never sooner than wanted. */
export function nextDelayMs(turn: Turn): number {
  const stretched = Math.max(turn.wantedMs * (turn.mode === 'gentle' ? gentleFactor : 1), affordableMs(turn));
  const backedOff = turn.failures === 0 ? stretched : backOffMs(stretched, turn.failures);
  // Only ever later: an interval that the budget or a person asked for is a minimum.
  const jittered = backedOff * (1 + 0.1 * turn.random);
  const untilAllowed = turn.retryAtMs === null ? 0 : turn.retryAtMs - turn.nowMs + 1000 * turn.random;
  return Math.round(Math.max(jittered, untilAllowed));
}

/** Doubles with each failure after the first, to ten minutes or the interval itself, whichever is longer. */
function backOffMs(intervalMs: number, failures: number): number {
  return Math.max(intervalMs, Math.min(intervalMs * 2 ** Math.min(failures - 1, 10), longestBackOffMs));
}

/**
 * The interval that the share allows. A poller that has spent less than half of its share may go as fast as it wants, so
 * that an action of a few minutes is seen at full speed; after that it keeps to what the share sustains, and when the share
 * is spent it waits until the oldest request leaves the hour.
 */
function affordableMs({ cost, sharePerHour, spent, nowMs }: Turn): number {
  const recent = spent.filter((one) => one.atMs > nowMs - hourMs);
  const used = recent.reduce((sum, one) => sum + one.requests, 0);
  if (used + cost <= sharePerHour / 2) return 0;
  const sustained = (cost * hourMs) / sharePerHour;
  if (used + cost <= sharePerHour) return sustained;
  let freed = used + cost - sharePerHour;
  for (const one of recent) {
    freed -= one.requests;
    if (freed <= 0) return Math.max(sustained, one.atMs + hourMs - nowMs);
  }
  return Math.max(sustained, hourMs);
}

/** Spendings of the last hour only. */
export function recentSpending(spent: readonly Spending[], nowMs: number): Spending[] {
  return spent.filter((one) => one.atMs > nowMs - hourMs && one.atMs <= nowMs);
}
