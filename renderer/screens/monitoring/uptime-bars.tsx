import { shortDay } from '../../../preload/contract/time-words.ts';
import type { UptimeDayView } from '../../../preload/contract/watching.ts';
import { classNames } from '../../components/class-names.ts';
import { monitoringWords } from '../../words/monitoring.ts';

const daysShown = 30;
/** From this long on, a day's outage is no longer a short one. */
const longSeconds = 3600;

const two = (value: number): string => String(value).padStart(2, '0');
const dayKey = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

interface Bar {
  key: string;
  tone: 'up' | 'short' | 'long' | 'none';
  hint: string;
}

/** The last 30 local days, today last, each as Buoy saw it. */
export function barsOf(days: readonly UptimeDayView[], nowMs: number): Bar[] {
  const known = new Map(days.map((one) => [one.day, one]));
  const today = new Date(nowMs);
  return Array.from({ length: daysShown }, (_, index) => {
    const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (daysShown - 1 - index));
    const key = dayKey(at);
    const day = shortDay(at.getTime(), nowMs);
    const { upSeconds = 0, downSeconds = 0 } = known.get(key) ?? {};
    if (upSeconds + downSeconds === 0) return { key, tone: 'none', hint: monitoringWords.dayUnknown(day) };
    if (downSeconds === 0) return { key, tone: 'up', hint: monitoringWords.dayUp(day) };
    return { key, tone: downSeconds < longSeconds ? 'short' : 'long', hint: monitoringWords.dayDown(day, downSeconds * 1000) };
  });
}

/** A bar for each of the last 30 days. Days with an outage are taller, so that they differ without colour. */
export const UptimeBars = ({ days, nowMs }: { days: readonly UptimeDayView[]; nowMs: number }) => {
  const bars = barsOf(days, nowMs);
  const seen = bars.filter(({ tone }) => tone !== 'none');
  const troubled = seen.filter(({ tone }) => tone !== 'up');
  return (
    <span role="img" aria-label={monitoringWords.bars(seen.length, troubled.length)} className="uptime-bars">
      {bars.map(({ key, tone, hint }) => (
        <i key={key} className={classNames('day', tone)} title={hint} />
      ))}
    </span>
  );
};
