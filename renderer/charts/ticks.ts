import { clock, shortDay } from '../../preload/contract/time-words.ts';

const day = 86_400;

/**
 * The words of times on an axis, in Unix seconds: the clock within a day, else the day where it begins. A tick at either end
 * would be cut, so it has none.
 */
export function timeTicks(splits: readonly number[], from: number, to: number): (string | null)[] {
  const span = to - from;
  return splits.map((seconds) => {
    if (Math.min(to - seconds, seconds - from) < span * 0.03) return null;
    const atMs = seconds * 1000;
    if (span <= 2 * day) return clock(atMs);
    return clock(atMs) === '00:00' || span > 4 * day ? shortDay(atMs, to * 1000) : clock(atMs);
  });
}
