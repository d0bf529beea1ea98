import type { HeldWindow } from '../../../../preload/contract/failure.ts';
import { isKnown, type Obstacle } from './obstacle.ts';

/** A wait that is over sooner is not told: a line that comes and goes within a breath only worries. Milliseconds. */
const tellFromMs = 3_000;

export interface ToldHold {
  window: HeldWindow;
  /** Steady milliseconds; null: only an answer on its way can tell. */
  untilMs: number | null;
}

/** What the first in line waits for on Buoy's own account. */
export class Hold {
  /** The wait, once it has lasted for 3 s or is known to last so long, be it for one window or for one after the other. */
  told: ToldHold | null = null;
  #sinceMs: number | null = null;

  /** What holds the first in line now. Returns whether something else is told than before. */
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
