import type { Lane } from '../api.ts';
import { isKnown, type Obstacle } from './obstacle.ts';
import type { TokenLimits, Wish } from './token-limits.ts';

/** A request that waits for permission. Either function ends its wait and takes it out of the line. */
export interface Waiter {
  wish: Wish;
  letGo(): void;
  /** The request cannot be sent in time: the obstacle lasts longer than its call may. */
  turnAway(obstacle: Obstacle): void;
}

/** What the line waits for, after a look at it. */
export interface Look {
  /** What the first request that waits for a window or for DigitalOcean waits for; null: no request does. */
  first: Obstacle | null;
  /** Milliseconds until another look is worth it; infinity while only an answer can change anything. */
  nextMs: number;
}

const lanes = ['command', 'many', 'poll'] as const;

/** Requests that wait for permission: commands first, polls last, each lane in the order in which they asked. */
export class WaitingLine {
  readonly #waiting: Readonly<Record<Lane, Set<Waiter>>> = {
    command: new Set(),
    many: new Set(),
    poll: new Set(),
  };

  get length(): number {
    return lanes.reduce((sum, lane) => sum + this.#waiting[lane].size, 0);
  }

  /** Whether no request is ahead of a new one in that lane. */
  isClear(lane: Lane): boolean {
    return lanes.slice(0, lanes.indexOf(lane) + 1).every((one) => this.#waiting[one].size === 0);
  }

  add(waiter: Waiter): void {
    this.#waiting[waiter.wish.lane].add(waiter);
  }

  remove(waiter: Waiter): void {
    this.#waiting[waiter.wish.lane].delete(waiter);
  }

  /** Grants every request that nothing holds, and turns away those that cannot be sent in time. */
  serve(limits: TokenLimits, nowMs: number): Look {
    const look: Look = { first: null, nextMs: Number.POSITIVE_INFINITY };
    for (const lane of lanes) {
      const waiting = this.#waiting[lane];
      for (const waiter of waiting) {
        const ofLane = limits.ofLane(lane, nowMs);
        const obstacle = ofLane ?? limits.ofItsOwn(waiter.wish, nowMs);
        if (!obstacle) {
          waiter.letGo();
          continue;
        }
        if (isKnown(obstacle)) turnAway(ofLane ? waiting : [waiter], obstacle, nowMs);
        if (ofLane ? waiting.size > 0 : waiting.has(waiter)) {
          look.nextMs = Math.min(look.nextMs, obstacle.waitMs);
          if (obstacle.by !== 'slots') look.first ??= obstacle;
        }
        if (ofLane) break;
      }
    }
    return look;
  }
}

/** A request that cannot be sent in time is refused now, rather than at its deadline. */
function turnAway(waiters: Iterable<Waiter>, obstacle: Obstacle, nowMs: number): void {
  for (const waiter of waiters) {
    if (waiter.wish.scope.deadlineAtMs < nowMs + obstacle.waitMs) waiter.turnAway(obstacle);
  }
}
