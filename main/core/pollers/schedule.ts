/** Pure arithmetic: when a poller polls next. Nothing here reads a clock. */

/** The API counts requests in a rolling hour, so the shares do too. */
const hourMs = 3_600_000;
/** After failures in a row Buoy still asks every ten minutes. */
const longestBackOffMs = 600_000;

/** `stop`: no polls at all. `gentle`: a fifth as many. */
export type PollingMode = 'run' | 'gentle' | 'stop';
const gentleFactor = 5;

export interface PollTiming {
  /** Milliseconds between polls when there is budget enough and nothing failed. */
  wantedMs: number;
  mode: Exclude<PollingMode, 'stop'>;
  /** Failures in a row, 0 after a success. */
  failures: number;
  /** Not before this time, because the API asked for a wait. Unix milliseconds; `null`: any time. */
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

/** Requests of one poll. */
export interface Spending {
  atMs: number;
  requests: number;
}

/** Milliseconds from the start of the last poll to the start of the next. Never less than wanted. */
export function nextDelayMs(timing: PollTiming): number {
  const stretched = Math.max(timing.wantedMs * (timing.mode === 'gentle' ? gentleFactor : 1), affordableMs(timing));
  const backedOff = timing.failures === 0 ? stretched : backOffMs(stretched, timing.failures);
  // Up to a tenth more, never less: the interval that a person chose or the budget allows is a minimum.
  const jittered = backedOff * (1 + 0.1 * timing.random);
  // Up to a second later, so that pollers which waited for the same moment do not all start in it.
  const untilAllowed = timing.retryAtMs === null ? 0 : timing.retryAtMs - timing.nowMs + 1000 * timing.random;
  return Math.round(Math.max(jittered, untilAllowed));
}

/** Doubles the interval with each failure after the first, up to ten minutes. A longer interval stays as it is. */
function backOffMs(intervalMs: number, failures: number): number {
  return Math.max(intervalMs, Math.min(intervalMs * 2 ** Math.min(failures - 1, 10), longestBackOffMs));
}

/**
 * The shortest interval that the share allows, in milliseconds. Until half of the share is spent there is no limit, so that an
 * action of a few minutes is followed at full speed. Then the interval is the one that the share sustains for ever. Once the
 * share is spent, the poller waits until enough requests have left the rolling hour.
 */
function affordableMs({ cost, sharePerHour, spent, nowMs }: PollTiming): number {
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
