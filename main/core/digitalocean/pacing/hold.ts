import type { HeldWindow } from '../../../../preload/contract/failure.ts';
import { isKnown, type Obstacle } from './obstacle.ts';

/** Milliseconds. A shorter wait is not shown: a line that appears and is gone a moment later only worries people. */
const tellFromMs = 3_000;

export interface ToldHold {
  window: HeldWindow;
  /** Steady milliseconds; null: known only once a running request is answered. */
  untilMs: number | null;
}

/** What the first request in line waits for, when Buoy itself holds it back. */
export class Hold {
  /** The wait to show: one that has lasted 3 s or will last that long, even if the window changes meanwhile. null: none. */
  told: ToldHold | null = null;
  #sinceMs: number | null = null;

  /** Takes what the first request in line waits for now. Returns whether `told` changed. */
  see(obstacle: Obstacle | null, nowMs: number): boolean {
    const before = this.told;
    this.told = this.#judge(obstacle, nowMs);
    return this.told?.window !== before?.window || this.told?.untilMs !== before?.untilMs;
  }

  #judge(obstacle: Obstacle | null, nowMs: number): ToldHold | null {
    if (!obstacle || obstacle.by === 'throttled' || obstacle.by === 'slots') {
      this.#sinceMs = null;
      return null;
    }
    this.#sinceMs ??= nowMs;
    const untilMs = isKnown(obstacle) ? nowMs + obstacle.waitMs : null;
    return (untilMs ?? nowMs) - this.#sinceMs < tellFromMs ? null : { window: obstacle.by, untilMs };
  }
}
