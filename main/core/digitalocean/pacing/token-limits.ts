import type { Lane } from '../api.ts';
import type { RateLimitFact } from '../catalogue/types.ts';
import type { CallScope } from './call-scope.ts';
import { GroupLimits } from './group-limits.ts';
import { HourBudget } from './hour-budget.ts';
import { harder, type Obstacle } from './obstacle.ts';
import { manyShare, maximumInFlight, type Pace, pollShare, windowMarginMs } from './pace.ts';
import { PollShare } from './poll-share.ts';
import type { RateHeaders } from './rate-headers.ts';
import { SlidingWindow } from './sliding-window.ts';
import { Throttle } from './throttle.ts';

/** What the limiter must know about a request before it is sent. */
export interface Wish {
  lane: Lane;
  /** The operation's own limit besides the token's. */
  limit: RateLimitFact | null;
  /** Entries of the body's array that count against that limit. */
  items: number;
  scope: CallScope;
}

/** The places that one request takes. Call exactly one of `settle` and `withdraw`, once, and then `leave`. */
export interface Places {
  /** The server has received the request by now. `headers` null: nothing was said about the budget. */
  settle(headers: RateHeaders | null, nowMs: number): void;
  /** The server never saw the request. */
  withdraw(): void;
  /** The request is over. */
  leave(): void;
}

/** Requests in flight at which one of that lane waits for another to end. */
const slotsOf: Readonly<Record<Lane, number>> = {
  command: maximumInFlight,
  many: manyShare.inFlight,
  poll: pollShare.inFlight,
};

/** All limits on the requests of one token, and which of them a request has to wait for. */
export class TokenLimits {
  readonly hour: HourBudget;
  readonly throttle = new Throttle();
  readonly #minute: SlidingWindow;
  readonly #polls: PollShare;
  /** What runs over many things use of the minute. */
  readonly #many: SlidingWindow;
  readonly #groups = new GroupLimits(windowMarginMs);
  #inFlight = 0;

  constructor(pace: Pace) {
    this.#minute = new SlidingWindow(pace.minuteLimit, pace.minuteWindowMs + windowMarginMs);
    this.hour = new HourBudget(pace.hourLimit, pace.hourWindowMs + windowMarginMs);
    this.#polls = new PollShare(pace, this.#minute, this.hour);
    this.#many = new SlidingWindow(Math.ceil(pace.minuteLimit * manyShare.ofMinute), this.#minute.windowMs);
  }

  /** What every request of that lane has to wait for; null: nothing. */
  ofLane(lane: Lane, nowMs: number): Obstacle | null {
    let found = harder(null, 'throttled', this.throttle.untilMs - nowMs);
    found = harder(found, 'minute', this.#minute.waitMs(nowMs));
    found = harder(found, 'hour', this.hour.waitMs(nowMs));
    if (lane === 'poll') found = this.#polls.harder(found, nowMs);
    if (lane === 'many') found = harder(found, 'minute', this.#many.waitMs(nowMs));
    return harder(found, 'slots', this.#inFlight < slotsOf[lane] ? 0 : Number.POSITIVE_INFINITY);
  }

  /** What this request has to wait for because its operation has a limit of its own; null: nothing. */
  ofItsOwn({ limit, items }: Wish, nowMs: number): Obstacle | null {
    return limit && this.#groups.obstacle(limit, items, nowMs);
  }

  /** What this request has to wait for; null: it may be sent. */
  of(wish: Wish, nowMs: number): Obstacle | null {
    const ofLane = this.ofLane(wish.lane, nowMs);
    const ofItsOwn = this.ofItsOwn(wish, nowMs);
    return ofItsOwn ? harder(ofLane, ofItsOwn.by, ofItsOwn.waitMs) : ofLane;
  }

  /** The request is about to be sent. */
  enter({ lane, limit, items }: Wish, nowMs: number): Places {
    const ofLane = lane === 'poll' ? this.#polls.take(nowMs) : lane === 'many' ? [this.#many] : [];
    const windows = [this.#minute, ...ofLane, ...this.#groups.windowsOf(limit, items)];
    const settledBefore = this.hour.enter();
    for (const window of windows) window.enter();
    this.#inFlight += 1;
    return {
      settle: (headers, atMs) => {
        this.hour.settle(settledBefore, headers, atMs);
        for (const window of windows) window.settle(atMs);
      },
      withdraw: () => {
        this.hour.withdraw();
        for (const window of windows) window.withdraw();
      },
      leave: () => {
        this.#inFlight -= 1;
      },
    };
  }

  /** What is left by Buoy's own count, for the log. */
  left(nowMs: number): string {
    const minute = `${this.#minute.free(nowMs)} of ${this.#minute.limit} left in the minute`;
    return `${minute}, ${this.hour.remaining(nowMs)} of ${this.hour.limit} in the hour`;
  }
}
