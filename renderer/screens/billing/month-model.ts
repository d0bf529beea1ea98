import type { Days, MonthCurve } from '../../../preload/contract/bills.ts';
import type { MonthRow } from '../../../preload/contract/view.ts';
import { type ChartModel, type ModelLine, topOf } from '../../charts/model.ts';
import { thinned } from '../../charts/thin.ts';
import { drawn } from '../../readings/month.ts';
import { billingWords } from '../../words/billing.ts';
import { roughMoney } from '../../words/money.ts';

const daySeconds = 86_400;
/** Pixels that a month is never wider than. */
const widest = 2000;

/** Days of UTC, which DigitalOcean counts, whatever the person's clock says. */
const tickDays = [5, 10, 15, 20, 25];

const valuesOf = ({ days }: MonthCurve, length: number): (number | null)[] =>
  Array.from({ length }, (_, index) => {
    const usd = days[index]?.usd ?? null;
    return usd === null ? null : drawn(usd);
  });

/**
 * The month against the one before, day by day, with the forecast and the limit. The other month is drawn on the days of this one;
 * a day that this one does not have is left out. `null`: there is nothing to draw. Amounts become numbers here, for drawing only.
 */
export function monthModel(month: MonthRow, { current, last }: Days): ChartModel | null {
  const start = Date.parse(`${current.period}-01T00:00:00Z`) / 1000;
  const end = (month.endsAtMs + 1) / 1000;
  const now = month.generatedAtMs / 1000;
  const days = Math.round((end - start) / daySeconds);
  // A balance of the month before is no point of this one.
  if (!Number.isFinite(start) || now <= start || now > end) return null;
  const ends = Array.from({ length: days }, (_, index) => start + (index + 1) * daySeconds);
  const passed = ends.filter((at) => at < now).length;
  // What is used now stands where the day is that has not ended.
  const times = [start, ...ends.slice(0, passed), now, ...ends.slice(passed)];
  const own = valuesOf(current, days).map((value, index) => (index < passed ? value : null));
  const other = valuesOf(last, days);
  const place = passed + 1;
  const before = { at: times[place - 1] ?? start, value: passed === 0 ? 0 : (other[passed - 1] ?? null) };
  const after = { at: times[place + 1] ?? end, value: other[passed] ?? null };
  const lines: ModelLine[] = [
    {
      key: 'current',
      name: billingWords.monthName(current.period),
      values: [0, ...own.slice(0, passed), drawn(month.usedUsd), ...own.slice(passed)],
    },
  ];
  if (last.source !== 'none')
    lines.push({
      key: 'last',
      name: billingWords.monthName(last.period),
      values: [0, ...other.slice(0, passed), between(before, after, now), ...other.slice(passed)],
    });
  const outline = thinned({ times, lines }, times[0] ?? 0, times.at(-1) ?? 0, widest);
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const { forecast, limit } = month;
  const limitUsd = limit ? drawn(limit.usd) : 0;
  const highest = Math.max(...all, drawn(forecast?.likely?.highUsd ?? forecast?.usd));
  // A limit far above everything would press the lines flat.
  const isInReach = limitUsd > 0 && limitUsd <= highest * 2.5;
  return {
    unit: 'dollars',
    times,
    lines,
    limits: limit
      ? [
          {
            key: 'limit',
            text: billingWords.limitLine(roughMoney(limit.usd)),
            value: limitUsd,
            firingSince: null,
            fired: [],
            isInReach,
          },
        ]
      : [],
    start,
    end,
    outline,
    extent: { lowest: Math.min(...all), highest: Math.max(...all) },
    top: topOf('dollars', Math.max(highest, isInReach ? limitUsd : 0), false),
    ticks: tickDays
      .filter((day) => day <= days - 1)
      .map((day) => ({ at: start + (day - 1) * daySeconds, text: billingWords.tick(day, current.period) })),
    ...(forecast
      ? {
          outlook: {
            from: now,
            value: drawn(month.usedUsd),
            to: end,
            aim: drawn(forecast.usd),
            low: drawn(forecast.likely?.lowUsd ?? forecast.usd),
            high: drawn(forecast.likely?.highUsd ?? forecast.usd),
          },
        }
      : {}),
  };
}

interface Point {
  at: number;
  value: number | null;
}

const between = (one: Point, other: Point, at: number): number | null =>
  one.value === null || other.value === null || other.at === one.at
    ? null
    : one.value + ((other.value - one.value) * (at - one.at)) / (other.at - one.at);
