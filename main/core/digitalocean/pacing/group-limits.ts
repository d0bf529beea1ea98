import type { RateLimitFact } from '../catalogue/types.ts';
import { harder, type Obstacle } from './obstacle.ts';
import { SlidingWindow } from './sliding-window.ts';

/**
 * The limits that some operations have besides the token's own: SSH keys, CDN endpoints, purged files.
 * https://docs.digitalocean.com/reference/api/digitalocean/#section/Introduction/Rate-Limit
 */
export class GroupLimits {
  readonly #windows = new Map<string, SlidingWindow>();
  readonly #marginMs: number;

  constructor(marginMs: number) {
    this.#marginMs = marginMs;
  }

  /** The windows in which such a request counts: the group's once, and the items' once for each item. */
  windowsOf(limit: RateLimitFact | null, items: number): SlidingWindow[] {
    if (!limit) return [];
    const counted = this.#items(limit);
    return [this.#group(limit), ...(counted ? Array<SlidingWindow>(this.#weight(counted, items)).fill(counted) : [])];
  }

  /** What such a request has to wait for; null: nothing. */
  obstacle(limit: RateLimitFact, items: number, nowMs: number): Obstacle | null {
    const ofGroup = harder(null, limit.group, this.#group(limit).waitMs(nowMs));
    const counted = items > 0 ? this.#items(limit) : null;
    // Purged files are the only items that have a limit of their own.
    return counted ? harder(ofGroup, 'purged-files', this.#roomMs(counted, this.#weight(counted, items), nowMs)) : ofGroup;
  }

  /**
   * A request with more items than a window holds can never fit. It is sent as if it filled the window, and the API decides.
   */
  #weight(window: SlidingWindow, items: number): number {
    return Math.min(items, window.limit);
  }

  /** Like `waitMs` of a window, but for `wanted` free places instead of one. */
  #roomMs(window: SlidingWindow, wanted: number, nowMs: number): number {
    const limit = window.limit;
    window.limit = limit - wanted + 1;
    const waitMs = window.waitMs(nowMs);
    window.limit = limit;
    return waitMs;
  }

  #group({ group, requests, windowSeconds }: RateLimitFact): SlidingWindow {
    return this.#window(group, requests, windowSeconds);
  }

  #items({ group, items }: RateLimitFact): SlidingWindow | null {
    return items ? this.#window(`${group}/${items.property}`, items.maximum, items.windowSeconds) : null;
  }

  #window(name: string, limit: number, windowSeconds: number): SlidingWindow {
    const known = this.#windows.get(name);
    if (known) return known;
    const made = new SlidingWindow(limit, windowSeconds * 1000 + this.#marginMs);
    this.#windows.set(name, made);
    return made;
  }
}
