import type { Cancel, Log } from '../../ports.ts';
import type { Budget } from '../api.ts';
import { Hold, type ToldHold } from './hold.ts';
import { isKnown, type Obstacle } from './obstacle.ts';
import type { Pace } from './pace.ts';
import { createPermit, type Giver, type Permit } from './permit.ts';
import type { RateHeaders } from './rate-headers.ts';
import type { SteadyTime } from './steady-time.ts';
import { TokenLimits, type Wish } from './token-limits.ts';
import { type Waiter, WaitingLine } from './waiting-line.ts';

/** What a call would have had to wait for. */
export interface Wait {
  by: Exclude<Obstacle['by'], 'slots'>;
  /** When it is worth trying again, Unix milliseconds. */
  untilMs: number;
  /** What was left by Buoy's own count, for the log. */
  left: string;
}

/** No permission: the call ended during the wait, or the wait would outlast it. */
export interface NoLeave {
  /** null when the budget was not the reason. */
  wait: Wait | null;
}

export interface LimiterOptions {
  time: SteadyTime;
  pace: Pace;
  /** Gets a line for every 429 and for every wait that is shown. */
  log?: Log;
  /** Called when `throttled` of the budget begins, and when `held` begins, changes or ends. */
  onChange?: () => void;
}

/** Keeps the windows of one token. It waits before a window would be exceeded, so that Buoy itself never causes a 429. */
export class RateLimiter {
  readonly #time: SteadyTime;
  readonly #log: Log | undefined;
  readonly #onChange: () => void;
  readonly #limits: TokenLimits;
  readonly #giver: Giver;
  readonly #line = new WaitingLine();
  readonly #hold = new Hold();
  #timer: { atMs: number; cancel: Cancel } | null = null;

  constructor({ time, pace, log, onChange = () => {} }: LimiterOptions) {
    this.#time = time;
    this.#log = log;
    this.#onChange = onChange;
    this.#limits = new TokenLimits(pace);
    this.#giver = { time, answered: (status, headers) => this.#answered(status, headers), released: () => this.#serve() };
  }

  /**
   * Grants at once when nothing is in the way. Otherwise requests wait in three queues, commands first and polls last, each in
   * the order in which they asked.
   */
  acquire(wish: Wish): Permit | Promise<Permit | NoLeave> {
    if (wish.scope.reason !== null) return Promise.resolve({ wait: null });
    const isOpen = this.#line.isClear(wish.lane) && !this.#limits.of(wish, this.#time.now());
    return isOpen ? this.#admit(wish) : this.#enqueue(wish);
  }

  budget(): Budget {
    const nowMs = this.#time.now();
    const { hour, throttle } = this.#limits;
    const { told } = this.#hold;
    return {
      limit: hour.limit,
      remaining: hour.remaining(nowMs),
      resetAtMs: hour.resetAtMs === null || hour.resetAtMs <= nowMs ? null : this.#time.toWallMs(hour.resetAtMs),
      usedByBuoy: hour.own.used(nowMs),
      throttled: throttle.untilMs > nowMs ? { untilMs: this.#time.toWallMs(throttle.untilMs) } : null,
      held: told && { window: told.window, untilMs: told.untilMs === null ? null : this.#time.toWallMs(told.untilMs) },
      queued: this.#line.length,
    };
  }

  #admit(wish: Wish): Permit {
    return createPermit(this.#limits.enter(wish, this.#time.now()), this.#giver);
  }

  #enqueue(wish: Wish): Promise<Permit | NoLeave> {
    return new Promise((resolve) => {
      const end = (result: Permit | NoLeave): void => {
        this.#line.remove(waiter);
        forget();
        resolve(result);
      };
      const waiter: Waiter = {
        wish,
        letGo: () => end(this.#admit(wish)),
        turnAway: (obstacle) => end({ wait: this.#waitOf(obstacle) }),
      };
      const forget = wish.scope.onEnd(() => {
        const isLate = wish.scope.reason === 'deadline';
        end({ wait: isLate ? this.#waitOf(this.#limits.of(wish, this.#time.now())) : null });
        this.#serve();
      });
      this.#line.add(waiter);
      this.#serve();
    });
  }

  /** Something changed: sends the requests that nothing holds any more, and sets the time of the next look. */
  #serve(): void {
    const nowMs = this.#time.now();
    const { first, nextMs } = this.#line.serve(this.#limits, nowMs);
    this.#lookAgain(nowMs, nextMs);
    const before = this.#hold.told;
    if (!this.#hold.see(first, nowMs)) return;
    const { told } = this.#hold;
    if (told && told.window !== before?.window) this.#logHold(told, nowMs);
    this.#onChange();
  }

  #lookAgain(nowMs: number, delayMs: number): void {
    const atMs = nowMs + delayMs;
    if (this.#timer?.atMs === atMs) return;
    this.#timer?.cancel();
    this.#timer = null;
    if (!Number.isFinite(delayMs)) return;
    const cancel = this.#time.after(Math.max(1, Math.ceil(delayMs)), () => {
      this.#timer = null;
      this.#serve();
    });
    this.#timer = { atMs, cancel };
  }

  #answered(status: number, headers: RateHeaders | null): number | null {
    const { throttle } = this.#limits;
    if (status !== 429) {
      throttle.answered();
      return null;
    }
    const nowMs = this.#time.now();
    const said = throttle.begin(headers, nowMs);
    this.#log?.info(`throttled by a 429 for ${said}; by Buoy's count ${this.#limits.left(nowMs)}`);
    this.#onChange();
    return this.#time.toWallMs(throttle.untilMs);
  }

  #logHold({ window, untilMs }: ToldHold, nowMs: number): void {
    const until = untilMs === null ? 'an answer comes' : new Date(this.#time.toWallMs(untilMs)).toISOString();
    this.#log?.info(`held by ${window} until ${until}: ${this.#limits.left(nowMs)}, ${this.#line.length} wait`);
  }

  #waitOf(obstacle: Obstacle | null): Wait | null {
    if (!obstacle || obstacle.by === 'slots' || !isKnown(obstacle)) return null;
    const nowMs = this.#time.now();
    return { by: obstacle.by, untilMs: this.#time.toWallMs(nowMs + obstacle.waitMs), left: this.#limits.left(nowMs) };
  }
}
