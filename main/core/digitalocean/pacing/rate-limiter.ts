import type { Cancel } from '../../ports.ts';
import type { Budget, Lane } from '../api.ts';
import type { RateLimitFact } from '../catalogue/types.ts';
import type { CallScope } from './call-scope.ts';
import { GroupLimits } from './group-limits.ts';
import { HourBudget } from './hour-budget.ts';
import { maximumInFlight, type Pace, pollProbeMs, pollShare, unknownThrottleMs, windowMarginMs } from './pace.ts';
import type { RateHeaders } from './rate-headers.ts';
import { SlidingWindow } from './sliding-window.ts';
import type { SteadyTime } from './steady-time.ts';

/** What a request asks before it is sent. */
export interface Wish {
  lane: Lane;
  /** The operation's own limit besides the token's. */
  limit: RateLimitFact | null;
  /** Entries of the body's array that count against that limit. */
  items: number;
  scope: CallScope;
}

/** Leave to send one request. `release` comes last, and counts once; `answered` or `notSent` before it, where known. */
export interface Permit {
  /** The answer began. `headers` null: it carried nothing about the budget. */
  answered(status: number, headers: RateHeaders | null): void;
  /** The server never saw the request. */
  notSent(): void;
  release(): void;
}

/** No leave: the scope ended while waiting, or the wait is known to outlast it. */
export interface Refusal {
  refused: true;
  /** Unix milliseconds at which it is worth trying again; null where the budget was not the reason. */
  retryAtMs: number | null;
}

export interface RateLimiter {
  /** At once where nothing stands in the way, else in turn: commands before polls, each in order of asking. */
  acquire(wish: Wish): Permit | Promise<Permit | Refusal>;
  budget(): Budget;
}

interface Waiter {
  wish: Wish;
  settle(result: Permit | Refusal): void;
}

/** What stands in the way: `knownMs` at least so long (0: nothing known); `isOpen` nothing at all. */
interface Obstacle {
  isOpen: boolean;
  knownMs: number;
}

export interface LimiterOptions {
  time: SteadyTime;
  pace: Pace;
  /** Called after anything in the budget changed. */
  onChange?: () => void;
}

/** Keeps the windows of one token: waits before one would be exceeded, so that a 429 never comes from its own doing. */
export function createRateLimiter({ time, pace, onChange = () => {} }: LimiterOptions): RateLimiter {
  const minute = new SlidingWindow(pace.minuteLimit, pace.minuteWindowMs + windowMarginMs);
  const pollMinute = new SlidingWindow(Math.ceil(pace.minuteLimit * pollShare.ofMinute), minute.windowMs);
  const hour = new HourBudget(pace.hourLimit, pace.hourWindowMs + windowMarginMs);
  const pollHour = new SlidingWindow(Math.floor(pace.hourLimit * pollShare.ofHour), hour.own.windowMs);
  const groups = new GroupLimits(windowMarginMs);
  const queues: Readonly<Record<Lane, Set<Waiter>>> = { command: new Set(), poll: new Set() };
  let inFlight = 0;
  let throttledUntilMs = 0;
  let refusals = 0;
  let lastPollAtMs = Number.NEGATIVE_INFINITY;
  let timer: { atMs: number; cancel: Cancel } | null = null;

  /** Polls stop in the last tenth of the hour; now and then one goes alone to learn whether there is more again. */
  function pollFloorMs(nowMs: number): number {
    if (hour.remaining(nowMs) > hour.limit * pollShare.stopsBelow) return 0;
    const probeAtMs = Math.max(hour.resetAtMs ?? nowMs, lastPollAtMs + Math.min(pollProbeMs, pace.hourWindowMs));
    return Math.max(0, probeAtMs - nowMs);
  }

  function laneObstacle(lane: Lane, nowMs: number): Obstacle {
    const waits = [throttledUntilMs - nowMs, minute.waitMs(nowMs), hour.waitMs(nowMs)];
    if (lane === 'poll') {
      pollHour.limit = Math.floor(hour.limit * pollShare.ofHour);
      waits.push(pollMinute.waitMs(nowMs), pollHour.waitMs(nowMs), pollFloorMs(nowMs));
    }
    const hasSlot = inFlight < (lane === 'poll' ? pollShare.inFlight : maximumInFlight);
    return { isOpen: hasSlot && waits.every((ms) => ms <= 0), knownMs: longest(waits) };
  }

  function grant({ lane, limit, items }: Wish): Permit {
    const windows = [minute, ...(lane === 'poll' ? [pollMinute, pollHour] : []), ...groups.windowsOf(limit, items)];
    const settledBefore = hour.enter();
    for (const window of windows) window.enter();
    inFlight += 1;
    if (lane === 'poll') lastPollAtMs = time.now();
    let isCounted = false;
    let isReleased = false;
    function count(headers: RateHeaders | null): void {
      if (isCounted) return;
      isCounted = true;
      const nowMs = time.now();
      hour.settle(settledBefore, headers, nowMs);
      for (const window of windows) window.settle(nowMs);
    }
    onChange();
    return {
      answered(status, headers) {
        // The figure beside a 429 may be the minute's: it would empty the hour for no reason.
        count(status === 429 && headers ? { ...headers, remaining: null, resetInMs: null } : headers);
        if (status === 429) throttle(headers);
        else refusals = 0;
        onChange();
      },
      notSent() {
        if (isCounted) return;
        isCounted = true;
        hour.withdraw();
        for (const window of windows) window.withdraw();
      },
      release() {
        if (isReleased) return;
        isReleased = true;
        count(null);
        inFlight -= 1;
        pump();
        onChange();
      },
    };
  }

  /** Somebody else spent the budget: hold everything, lose nothing. */
  function throttle(headers: RateHeaders | null): void {
    refusals += 1;
    const isHourSpent = headers?.remaining === 0 && (headers.resetInMs ?? 0) > 0;
    const saidMs = headers?.retryInMs ?? (isHourSpent ? headers.resetInMs : null);
    const waitMs = saidMs === null ? unknownThrottleMs(refusals) : Math.max(saidMs, 1_000);
    throttledUntilMs = Math.max(throttledUntilMs, time.now() + waitMs + windowMarginMs);
  }

  function pump(): void {
    const nowMs = time.now();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const lane of ['command', 'poll'] as const) {
      for (const waiter of queues[lane]) {
        const obstacle = laneObstacle(lane, nowMs);
        if (!obstacle.isOpen) {
          if (obstacle.knownMs > 0) nextMs = Math.min(nextMs, obstacle.knownMs);
          refuseHopeless(lane, obstacle.knownMs, nowMs);
          break;
        }
        const groupMs = groups.waitMs(waiter.wish.limit, waiter.wish.items, nowMs);
        if (groupMs > 0) nextMs = Math.min(nextMs, groupMs);
        else waiter.settle(grant(waiter.wish));
      }
    }
    arm(nowMs, nextMs);
  }

  /** Who cannot be served in time is told so now, instead of at the deadline. */
  function refuseHopeless(lane: Lane, knownMs: number, nowMs: number): void {
    for (const waiter of queues[lane]) {
      if (waiter.wish.scope.deadlineAtMs < nowMs + knownMs) waiter.settle(refusal(knownMs));
    }
  }

  const refusal = (waitMs: number): Refusal => ({
    refused: true,
    retryAtMs: waitMs > 0 ? time.toWallMs(time.now() + waitMs) : null,
  });

  function arm(nowMs: number, delayMs: number): void {
    const atMs = nowMs + delayMs;
    if (timer && timer.atMs === atMs) return;
    timer?.cancel();
    timer = null;
    if (!Number.isFinite(delayMs)) return;
    timer = {
      atMs,
      cancel: time.after(Math.max(1, Math.ceil(delayMs)), () => {
        timer = null;
        pump();
        onChange();
      }),
    };
  }

  function enqueue(wish: Wish): Promise<Permit | Refusal> {
    return new Promise((resolve) => {
      const queue = queues[wish.lane];
      const settle = (result: Permit | Refusal): void => {
        queue.delete(waiter);
        forget();
        resolve(result);
      };
      const waiter: Waiter = { wish, settle };
      const forget = wish.scope.onEnd(() => {
        settle(refusal(knownWaitMs(wish)));
        pump();
      });
      queue.add(waiter);
      pump();
      onChange();
    });
  }

  function knownWaitMs(wish: Wish): number {
    const nowMs = time.now();
    const groupMs = groups.waitMs(wish.limit, wish.items, nowMs);
    return longest([laneObstacle(wish.lane, nowMs).knownMs, groupMs]);
  }

  return {
    acquire(wish) {
      if (wish.scope.reason !== null) return Promise.resolve({ refused: true, retryAtMs: null });
      const isFirst = queues.command.size === 0 && (wish.lane === 'command' || queues.poll.size === 0);
      const nowMs = time.now();
      const isOpen = isFirst && laneObstacle(wish.lane, nowMs).isOpen && groups.waitMs(wish.limit, wish.items, nowMs) <= 0;
      return isOpen ? grant(wish) : enqueue(wish);
    },
    budget() {
      const nowMs = time.now();
      return {
        limit: hour.limit,
        remaining: hour.remaining(nowMs),
        resetAtMs: hour.resetAtMs === null || hour.resetAtMs <= nowMs ? null : time.toWallMs(hour.resetAtMs),
        usedByBuoy: hour.own.used(nowMs),
        minuteRemaining: minute.free(nowMs),
        throttledUntilMs: throttledUntilMs > nowMs ? time.toWallMs(throttledUntilMs) : null,
        queued: queues.command.size + queues.poll.size,
      };
    },
  };
}

/** The longest of the waits that have an end. */
const longest = (waitsMs: readonly number[]): number =>
  waitsMs.reduce((found, ms) => (Number.isFinite(ms) ? Math.max(found, ms) : found), 0);
