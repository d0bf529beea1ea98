import { type Amount, amountOf, nothing, sumOf, textOf } from '../../../preload/contract/amounts.ts';
import type { Days, MonthCurve } from '../../../preload/contract/bills.ts';
import { string, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import { dayMs, dayOf, monthStart, periodOf } from '../money/calendar.ts';
import { pointsOfMonth, type SpendPoint } from '../money/spending.ts';

/** A day's cost of one product, as DigitalOcean estimated it in that night. */
export interface ToldDay {
  day: string;
  name: string;
  usd: Amount;
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#operation/billingInsights_list */
export function toldDays(rows: readonly WireRecord[]): ToldDay[] {
  return rows.flatMap((row) => {
    const [day, usd] = [string(row.start_date)?.slice(0, 10), amountOf(row.total_amount)];
    if (day === undefined || usd === null) return [];
    return { day, name: string(row.group_description) || string(row.description) || string(row.sku) || '', usd };
  });
}

/** What is known of how one team's months went. */
export interface TeamDays {
  points: readonly SpendPoint[];
  /** `null`: not read, or not readable. */
  told: readonly ToldDay[] | null;
  /** When the newest balance was computed, Unix milliseconds. */
  nowMs: number;
}

type Source = 'seen' | 'told';

/** What was used until the end of each day of the month; where nobody knows, nothing. */
function curveOf(
  { points, told, nowMs }: TeamDays,
  startMs: number,
): { source: Source | null; at: (endMs: number) => Amount | null } {
  const own = pointsOfMonth(points, startMs);
  const endMs = Math.min(monthStart(startMs, 1), nowMs);
  const firstMs = own[0]?.atMs ?? Number.POSITIVE_INFINITY;
  const hasTold = told?.some(({ day }) => day.startsWith(periodOf(startMs))) ?? false;
  // What was seen draws the month as it was once it covers the greater part; before that DigitalOcean's estimates say more.
  if (own.length > 0 && (!hasTold || firstMs - startMs < (endMs - startMs) / 2))
    return { source: 'seen', at: straight(own, startMs) };
  if (!hasTold || told === null) return { source: null, at: () => null };
  const lastDay = told.reduce((last, { day }) => (day > last ? day : last), '');
  return {
    source: 'told',
    at: (atMs) => {
      const day = dayOf(atMs - 1);
      if (day > lastDay) return null;
      return sumOf(told.flatMap((one) => (one.day.startsWith(periodOf(startMs)) && one.day <= day ? [one.usd] : [])));
    },
  };
}

/** Between two looks the usage is taken to have grown evenly; after the last one nobody knows. A month begins with nothing. */
const straight =
  (points: readonly SpendPoint[], startMs: number) =>
  (atMs: number): Amount | null => {
    let before = { atMs: startMs, used: nothing };
    for (const point of points) {
      const used = amountOf(point.usedUsd) ?? before.used;
      if (atMs <= point.atMs) {
        const share = point.atMs === before.atMs ? 1 : (atMs - before.atMs) / (point.atMs - before.atMs);
        return before.used.plus(used.minus(before.used).times(share)).round(2);
      }
      before = { atMs: point.atMs, used };
    }
    // A month that is over ends where the last look of its last day found it.
    const isWhole = atMs === monthStart(startMs, 1) && before.atMs >= atMs - dayMs;
    return isWhole ? before.used : null;
  };

function monthOf(teams: readonly TeamDays[], startMs: number): MonthCurve {
  const curves = teams.map((team) => curveOf(team, startMs));
  const sources = new Set(curves.flatMap(({ source }) => source ?? []));
  const days: MonthCurve['days'] = [];
  for (let endMs = startMs + dayMs; endMs <= monthStart(startMs, 1); endMs += dayMs) {
    const amounts = curves.map(({ at }) => at(endMs));
    const known = amounts.filter((one) => one !== null);
    // The sum of some teams would look like the whole.
    days.push({ day: dayOf(endMs - 1), usd: known.length === teams.length && known.length > 0 ? textOf(sumOf(known)) : null });
  }
  return { period: periodOf(startMs), days, source: sources.size > 1 ? 'both' : ([...sources][0] ?? 'none') };
}

const partsAtMost = 6;

/** What each day cost, newest first, with the products that cost most. */
function daysOf(told: readonly ToldDay[]): Days['days'] {
  const byDay = Map.groupBy(told, ({ day }) => day);
  return [...byDay]
    .sort(([one], [other]) => other.localeCompare(one))
    .map(([day, rows]) => {
      const parts = [...Map.groupBy(rows, ({ name }) => name)].map(([name, own]) => ({
        name,
        usd: sumOf(own.map(({ usd }) => usd)),
      }));
      parts.sort((one, other) => other.usd.cmp(one.usd));
      const shown = parts.slice(0, partsAtMost).map(({ name, usd }) => ({ name, usd: textOf(usd) }));
      return { day, usd: textOf(sumOf(rows.map(({ usd }) => usd))), parts: shown };
    });
}

/** How this month and the last one went, and what each day cost. `current`: any time of this month. */
export function monthsOf(teams: readonly TeamDays[], current: number): Omit<Days, 'unread'> {
  return {
    current: monthOf(teams, monthStart(current)),
    last: monthOf(teams, monthStart(current, -1)),
    days: daysOf(teams.flatMap(({ told }) => told ?? [])),
  };
}
