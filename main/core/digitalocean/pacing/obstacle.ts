import type { HeldWindow } from '../../../../preload/contract/failure.ts';

/** What keeps a request from being sent now. */
export interface Obstacle {
  /** `throttled`: DigitalOcean said so. `slots`: enough requests are running. Otherwise the window that Buoy keeps within. */
  by: HeldWindow | 'throttled' | 'slots';
  /** Milliseconds until another look is worth it; infinity while only a running request can tell. Zero or less: no obstacle. */
  waitMs: number;
}

/**
 * Which of two obstacles to wait for: the one that is known to last longer. One without a known end counts only if there is no
 * other. `found` null: no obstacle so far. Creates no object while nothing is in the way, because every request asks.
 */
export function harder(found: Obstacle | null, by: Obstacle['by'], waitMs: number): Obstacle | null {
  if (waitMs <= 0) return found;
  if (found === null) return { by, waitMs };
  const isLonger = Number.isFinite(waitMs) && !(isKnown(found) && found.waitMs >= waitMs);
  return isLonger ? { by, waitMs } : found;
}

/** Whether it is known when to look again. */
export const isKnown = ({ waitMs }: Obstacle): boolean => Number.isFinite(waitMs);
