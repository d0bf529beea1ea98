import { type Amount, amountOf, nothing, textOf } from '../../../preload/contract/amounts.ts';
import { dayMs, monthStart } from './calendar.ts';
import type { SpendPoint } from './spending.ts';

/** A day that cost far more than the usual one. Amounts are decimal text in US dollars. */
export interface UnusualDay {
  /** In UTC, "2026-11-23". */
  day: string;
  spentUsd: string;
  usualUsd: string;
}

/** The usual day is the median of so many before it, and known from so many on. */
const daysBack = 14;
const leastDays = 5;
/** Far above: so many times the usual day, and by so much at least, so that cents make no noise. */
const timesUsual = 2;
const leastMoreUsd = 1;

interface Stretch {
  spent: Amount;
  lengthMs: number;
}

/** What was spent between two looks. The first look of a month counts from its start: its usage starts at nothing. */
function between(before: SpendPoint | undefined, point: SpendPoint): Stretch | null {
  const startMs = monthStart(point.atMs);
  const isSameMonth = before !== undefined && before.atMs >= startMs;
  const used = amountOf(point.usedUsd);
  const usedBefore = isSameMonth ? amountOf(before.usedUsd) : nothing;
  const lengthMs = point.atMs - (isSameMonth ? before.atMs : startMs);
  return used === null || usedBefore === null || lengthMs <= 0 ? null : { spent: used.minus(usedBefore), lengthMs };
}

/**
 * Whether the newest of these days cost far more than the usual one. `null`: it did not, or nobody can say: too few days were seen,
 * or Buoy was away for more than a day, so that it does not know on which day the money was spent.
 */
export function unusualDay(points: readonly SpendPoint[]): UnusualDay | null {
  const last = points.at(-1);
  if (last === undefined) return null;
  const newest = between(points.at(-2), last);
  if (newest === null || newest.lengthMs > 2 * dayMs) return null;
  const rates = points.slice(0, -1).flatMap((point, index) => {
    const one = point.atMs < last.atMs - daysBack * dayMs ? null : between(points[index - 1], point);
    return one === null || one.lengthMs > 2 * dayMs || one.lengthMs < dayMs / 4 ? [] : [one.spent.times(dayMs).div(one.lengthMs)];
  });
  if (rates.length < leastDays) return null;
  const sorted = rates.sort((one, other) => one.cmp(other));
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? nothing;
  // A look later in the day than the one before makes a stretch longer than a day.
  const expected = usual.times(Math.max(1, newest.lengthMs / dayMs));
  const isFarAbove = newest.spent.gte(expected.times(timesUsual)) && newest.spent.minus(expected).gte(leastMoreUsd);
  return isFarAbove ? { day: last.key, spentUsd: textOf(newest.spent.round(2)), usualUsd: textOf(usual.round(2)) } : null;
}
