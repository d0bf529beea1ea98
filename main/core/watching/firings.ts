import { sampleDistanceMs } from '../metrics/derive.ts';
import type { Sample } from '../metrics/matrix.ts';
import { clearMs, missingFrom, tolerance } from './judge.ts';
import { isWrong, type Rule } from './rule.ts';

/** From the first sample on the wrong side to the last, Unix milliseconds. */
export interface Firing {
  fromMs: number;
  toMs: number;
}

/** As far back as a chart goes. */
const keptForMs = 14 * 86_400_000;
/** Firings of a pair that are kept. One that fires more often than that is no news any more. */
const keptAtMost = 20;

/** The firings with one more that has ended, oldest first; those that no chart shows any longer are dropped. */
export const withFiring = (past: readonly Firing[], ended: Firing, nowMs: number): readonly Firing[] =>
  [...past.filter(({ toMs }) => toMs > nowMs - keptForMs && toMs <= nowMs), ended].slice(-keptAtMost);

/** Samples on one side without a missing one between them, and the sample on the other side that they follow. */
interface Side {
  fromMs: number;
  afterMs: number | null;
}

/**
 * When a policy fired, by the samples of a chart, oldest first: what `judge` would have found had it looked at each of them, in one
 * pass. Where a chart's samples are further apart than the policy's window, two on the wrong side are needed all the same, so that
 * what came and went between two of them is not seen.
 */
export function firingsIn(rule: Rule, samples: readonly Sample[]): Firing[] {
  const usualMs = sampleDistanceMs(samples);
  if (usualMs === null || usualMs <= 0) return [];
  const found: Firing[] = [];
  let firing: Firing | null = null;
  let wrong: Side | null = null;
  let right: Side | null = null;
  let beforeMs: number | null = null;
  const fills = ({ fromMs, afterMs }: Side, atMs: number, lengthMs: number): boolean => {
    const beginMs = atMs - lengthMs;
    return fromMs !== atMs && fromMs <= beginMs + tolerance * usualMs && (afterMs === null || afterMs <= beginMs);
  };
  for (const { atMs, value } of samples) {
    if (beforeMs !== null && atMs - beforeMs > missingFrom * usualMs) {
      // Nothing goes on over what was not measured.
      [firing, wrong, right, beforeMs] = [null, null, null, null];
    }
    if (isWrong(rule, value)) {
      wrong ??= { fromMs: atMs, afterMs: beforeMs };
      right = null;
      if (firing !== null) firing.toMs = atMs;
      else if (fills(wrong, atMs, rule.windowMs)) {
        firing = { fromMs: wrong.fromMs, toMs: atMs };
        found.push(firing);
      }
    } else {
      right ??= { fromMs: atMs, afterMs: beforeMs };
      wrong = null;
      if (firing !== null && fills(right, atMs, clearMs)) firing = null;
    }
    beforeMs = atMs;
  }
  return found;
}
