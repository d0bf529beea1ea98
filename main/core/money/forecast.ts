import { type Amount, amountOf, nothing, textOf } from '../../../preload/contract/amounts.ts';
import { dayMs, monthStart } from './calendar.ts';
import { pointsOfMonth, type SpendPoint } from './spending.ts';

/** Decimal text in US dollars. */
export interface Forecast {
  usd: string;
  /** Between what it likely ends; `null`: too few days were seen to tell how much they differ. */
  likely: { lowUsd: string; highUsd: string } | null;
}

/** Days of which the usual one is taken. */
const daysBack = 7;
/** Before so much of the month is over, too little is known. */
const leastMs = 2 * dayMs;
/** Stretches that are shorter say more about when DigitalOcean computes than about what is spent. */
const shortestMs = dayMs / 4;
/** Below so many days their differences are chance. */
const daysForBand = 3;

/** What was spent between two looks, in US dollars a day. */
interface Stretch {
  perDay: Amount;
  lengthMs: number;
}

/**
 * What a month will have cost: what it has so far, plus its usual day of the last seven (the median) for each day that is left. The
 * usual day, because a charge that comes once must not be counted again, while a lasting change is the usual after four days. The
 * band takes a cheap and an expensive one of those days, the quarter below and above. Days on which usage fell, which a credit does, are
 * none. `null` in the first two days. `points`: what Buoy saw; without any, the mean of the month is its usual day.
 */
export function forecastOf(now: { usedUsd: string; atMs: number }, points: readonly SpendPoint[]): Forecast | null {
  const used = amountOf(now.usedUsd);
  const [startMs, endMs] = [monthStart(now.atMs), monthStart(now.atMs, 1)];
  if (used === null || now.atMs - startMs < leastMs) return null;
  const stretches = recent(stretchesOf(used, now.atMs, startMs, pointsOfMonth(points, now.atMs)), daysBack * dayMs);
  if (stretches.length === 0) return { usd: textOf(used), likely: null };
  const daysLeft = (endMs - now.atMs) / dayMs;
  const at = (share: number): string => textOf(used.plus(quantile(stretches, share).times(daysLeft)).round(2));
  return {
    usd: at(0.5),
    likely: stretches.length < daysForBand ? null : { lowUsd: at(0.25), highUsd: at(0.75) },
  };
}

/** Between each look and the next, from the start of the month until now. The newest comes first. */
function stretchesOf(used: Amount, nowMs: number, startMs: number, points: readonly SpendPoint[]): Stretch[] {
  const looks = [...points, { atMs: nowMs, usedUsd: textOf(used) }];
  const stretches: Stretch[] = [];
  let before = { atMs: startMs, used: nothing };
  for (const { atMs, usedUsd } of looks) {
    const seen = amountOf(usedUsd);
    const lengthMs = atMs - before.atMs;
    if (seen === null || lengthMs < shortestMs) continue;
    const perDay = seen.minus(before.used).times(dayMs).div(lengthMs);
    if (perDay.gte(0)) stretches.unshift({ perDay, lengthMs });
    before = { atMs, used: seen };
  }
  return stretches;
}

/** The newest ones that make up so much time; the last of them as far as it lies in it. */
function recent(stretches: readonly Stretch[], lengthMs: number): Stretch[] {
  const taken: Stretch[] = [];
  let left = lengthMs;
  for (const one of stretches) {
    if (left <= 0) break;
    taken.push({ ...one, lengthMs: Math.min(one.lengthMs, left) });
    left -= one.lengthMs;
  }
  return taken;
}

/** The rate below which that share of the time lies: a stretch over several days counts as so many of them. */
function quantile(stretches: readonly Stretch[], share: number): Amount {
  const sorted = [...stretches].sort((one, other) => one.perDay.cmp(other.perDay));
  const wanted = sorted.reduce((sum, { lengthMs }) => sum + lengthMs, 0) * share;
  let passed = 0;
  for (const { perDay, lengthMs } of sorted) {
    passed += lengthMs;
    if (passed >= wanted) return perDay;
  }
  return sorted.at(-1)?.perDay ?? nothing;
}
