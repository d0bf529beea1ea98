import type { HourBudget } from './hour-budget.ts';
import { harder, type Obstacle } from './obstacle.ts';
import { type Pace, pollProbeMs, pollShare } from './pace.ts';
import { SlidingWindow } from './sliding-window.ts';

/** The most that polls may use of a token's requests in a minute and in an hour. The rest is kept for people. */
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

  /** Call this when a poll is sent. Returns the windows in which it counts. */
  take(nowMs: number): readonly SlidingWindow[] {
    this.#lastAtMs = nowMs;
    return [this.#ofMinute, this.#ofHour];
  }

  /** Adds the limits of polls to the obstacle that was found, and returns the one to wait for. */
  harder(found: Obstacle | null, nowMs: number): Obstacle | null {
    this.#ofHour.limit = Math.floor(this.#hour.limit * pollShare.ofHour);
    const ofMinute = harder(found, 'poll-share', this.#ofMinute.waitMs(nowMs));
    const ofHour = harder(ofMinute, 'poll-share', this.#ofHour.waitMs(nowMs));
    return harder(ofHour, 'poll-share', this.#reserveMs(nowMs));
  }

  /**
   * Milliseconds. Polls stop in the last tenth of the hour. Now and then a single one is sent to learn whether there is more
   * again.
   */
  #reserveMs(nowMs: number): number {
    if (this.#hour.remaining(nowMs) > this.#hour.limit * pollShare.stopsBelow) return 0;
    return Math.max(this.#hour.resetAtMs ?? nowMs, this.#lastAtMs + this.#probeMs) - nowMs;
  }
}
