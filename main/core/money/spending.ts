import { dayOf, monthStart } from './calendar.ts';

/** What a team had used of a month on one day, as Buoy saw it last on that day. */
export interface SpendPoint {
  /** The day in UTC, "2026-11-23". One point a day. */
  key: string;
  /** Month to date, decimal text in US dollars. */
  usedUsd: string;
  accountUsd: string;
  /** When DigitalOcean computed it, Unix milliseconds. */
  atMs: number;
}

/** Months that points are kept for, the current one among them not counted. */
export const keptMonths = 13;
/** One a day in so many months, and never more, whatever a clock does. */
export const pointsAtMost = (keptMonths + 1) * 31;

/**
 * The points with what was seen now, oldest first. It takes the place of an older one of its day; an answer that is older than what
 * is known changes nothing. What is older than the kept months before it goes.
 */
export function withPoint(points: readonly SpendPoint[], seen: Omit<SpendPoint, 'key'>): readonly SpendPoint[] {
  const point = { key: dayOf(seen.atMs), ...seen };
  const known = points.find(({ key }) => key === point.key);
  if (known && (known.atMs > point.atMs || isEqual(known, point))) return points;
  const fromMs = monthStart(point.atMs, -keptMonths);
  return [...points.filter(({ key, atMs }) => key !== point.key && atMs >= fromMs), point]
    .sort((one, other) => one.atMs - other.atMs)
    .slice(-pointsAtMost);
}

const isEqual = (one: SpendPoint, other: SpendPoint): boolean =>
  one.atMs === other.atMs && one.usedUsd === other.usedUsd && one.accountUsd === other.accountUsd;

/** Those of the month of that time. */
export function pointsOfMonth(points: readonly SpendPoint[], atMs: number): SpendPoint[] {
  const [fromMs, toMs] = [monthStart(atMs), monthStart(atMs, 1)];
  return points.filter((point) => point.atMs >= fromMs && point.atMs < toMs);
}
