import type { HeldWindow } from '../../../../preload/contract/failure.ts';

/** What keeps a request from being sent now. */
export interface Obstacle {
  /** `throttled`: DigitalOcean said so. `slots`: enough requests are on their way. Else the window that Buoy keeps within. */
  by: HeldWindow | 'throttled' | 'slots';
  /** It lasts at least so long, in milliseconds; infinity while only an answer on its way can tell. Zero or less: it is none. */
  waitMs: number;
}

/**
 * What to wait for of two: what is known to last longer; what has no known end only where there is nothing else. `found` null:
 * nothing so far. Makes nothing while the way is open: every request asks.
 */
export function harder(found: Obstacle | null, by: Obstacle['by'], waitMs: number): Obstacle | null {
  if (waitMs <= 0) return found;
  if (found === null) return { by, waitMs };
  const isLonger = Number.isFinite(waitMs) && !(isKnown(found) && found.waitMs >= waitMs);
  return isLonger ? { by, waitMs } : found;
}

/** Whether it is known when to look again. */
export const isKnown = ({ waitMs }: Obstacle): boolean => Number.isFinite(waitMs);
