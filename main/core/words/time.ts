import { clock, daysApart, duration, shortDay } from '../../../preload/contract/time-words.ts';

const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * How long ago something was: "just now" for a minute and a half, so that data which is read every minute always says the
 * same; then in minutes, hours or days.
 */
export function ago(sinceMs: number, nowMs: number): string {
  const elapsed = nowMs - sinceMs;
  return elapsed < 90 * secondMs ? 'just now' : `${span(elapsed)} ago`;
}

/** How long something has lasted, rounded down: "1 min" at least, then "3 h", and "2 d" from two days on. */
export function span(ms: number): string {
  if (ms < hourMs) return `${Math.max(1, Math.floor(ms / minuteMs))} min`;
  if (ms < 2 * dayMs) return `${Math.floor(ms / hourMs)} h`;
  return `${Math.floor(ms / dayMs)} d`;
}

/** What is left of an estimate, in steps of 5 s so that it does not change every second: "20 s left", "1 min 20 s left". */
export function timeLeft(ms: number): string {
  const rounded = ms < 10 * minuteMs ? Math.max(5 * secondMs, Math.round(ms / (5 * secondMs)) * 5 * secondMs) : ms;
  return `${duration(rounded)} left`;
}

/** "14:32" for a time on the same local day, else "24 Nov, 14:32", with its year where that is another one. */
export const clockTime = (atMs: number, nowMs: number): string =>
  daysApart(atMs, nowMs) === 0 ? clock(atMs) : `${shortDay(atMs, nowMs)}, ${clock(atMs)}`;
