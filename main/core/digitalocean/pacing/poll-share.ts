import type { HourBudget } from './hour-budget.ts';
import { harder, type Obstacle } from './obstacle.ts';
import { type Pace, pollProbeMs, pollShare } from './pace.ts';
import { SlidingWindow } from './sliding-window.ts';

/** What polls take of a token at most, so that the rest stays a person's: a part of the minute and of the hour. */
export class PollShare {
  readonly #hour: HourBudget;
  readonly #ofMinute: SlidingWindow;
  readonly #ofHour: SlidingWindow;
  readonly #probeMs: number;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(pace: Pace, minute: SlidingWindow, hour: HourBudget) {
    this.#hour = hour;
    this.#ofMinute = new SlidingWindow(Math.ceil(pace.minuteLimit * pollShare.ofMinute), minute.windowMs);
    this.#ofHour = new SlidingWindow(Math.floor(pace.hourLimit * pollShare.ofHour), hour.own.windowMs);
    this.#probeMs = Math.min(pollProbeMs, pace.hourWindowMs);
  }

  /** Windows that a poll enters which is sent now. */
  take(nowMs: number): readonly SlidingWindow[] {
    this.#lastAtMs = nowMs;
    return [this.#ofMinute, this.#ofHour];
  }

  /** With what may be in a poll's way besides what was found. */
  harder(found: Obstacle | null, nowMs: number): Obstacle | null {
    this.#ofHour.limit = Math.floor(this.#hour.limit * pollShare.ofHour);
    const ofMinute = harder(found, 'poll-share', this.#ofMinute.waitMs(nowMs));
    const ofHour = harder(ofMinute, 'poll-share', this.#ofHour.waitMs(nowMs));
    return harder(ofHour, 'poll-share', this.#reserveMs(nowMs));
  }

  /** Polls stop in the last tenth of the hour; now and then one goes alone to learn whether there is more again. */
  #reserveMs(nowMs: number): number {
    if (this.#hour.remaining(nowMs) > this.#hour.limit * pollShare.stopsBelow) return 0;
    return Math.max(this.#hour.resetAtMs ?? nowMs, this.#lastAtMs + this.#probeMs) - nowMs;
  }
}
