import type { Lane } from '../api.ts';
import { isKnown, type Obstacle } from './obstacle.ts';
import type { TokenLimits, Wish } from './token-limits.ts';

/** A request that waits for leave. Either function ends its wait, and takes it out of the line. */
export interface Waiter {
  wish: Wish;
  letGo(): void;
  /** It would wait in vain: what holds it lasts longer than its call may. */
  turnAway(obstacle: Obstacle): void;
}

/** Who waits after a look at the line, and for what. */
export interface Look {
  /** What holds the first in line that waits for a window or DigitalOcean; null: none does. */
  first: Obstacle | null;
  /** Milliseconds until another look is worth it; infinity while only an answer can change anything. */
  nextMs: number;
}

const lanes = ['command', 'poll'] as const;

/** Requests that wait for leave: commands before polls, each in order of asking. */
export class WaitingLine {
  readonly #waiting: Readonly<Record<Lane, Set<Waiter>>> = { command: new Set(), poll: new Set() };

  get length(): number {
    return this.#waiting.command.size + this.#waiting.poll.size;
  }

  /** Whether a new request of that lane has nobody before it. */
  isClear(lane: Lane): boolean {
    return this.#waiting.command.size === 0 && (lane === 'command' || this.#waiting.poll.size === 0);
  }

  add(waiter: Waiter): void {
    this.#waiting[waiter.wish.lane].add(waiter);
  }

  remove(waiter: Waiter): void {
    this.#waiting[waiter.wish.lane].delete(waiter);
  }

  /** Lets go whom nothing holds, and turns away who would wait in vain. */
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

/** Who cannot be served in time is told so now, instead of at the deadline. */
function turnAway(waiters: Iterable<Waiter>, obstacle: Obstacle, nowMs: number): void {
  for (const waiter of waiters) {
    if (waiter.wish.scope.deadlineAtMs < nowMs + obstacle.waitMs) waiter.turnAway(obstacle);
  }
}
