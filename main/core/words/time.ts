const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** "31 s", "1 min 20 s", "21 min", "2 h 5 min", "3 d". Negative counts as zero. */
export function duration(ms: number): string {
  const whole = Math.max(0, Math.round(ms / secondMs));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  if (minutes < 60) return `${Math.round(whole / 60)} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

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

// Written out: to make an `Intl` formatter takes as long as to load the whole client for scripts, which has these words in it.
const months = 'January February March April May June July August September October November December'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

/** "14:32" for a time on the same local day, else "24 Nov, 14:32", with its year where that is another one. */
export function clockTime(atMs: number, nowMs: number): string {
  const at = new Date(atMs);
  const now = new Date(nowMs);
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === now.toDateString()) return time;
  const year = at.getFullYear() === now.getFullYear() ? '' : ` ${at.getFullYear()}`;
  return `${at.getDate()} ${months[at.getMonth()]?.slice(0, 3)}${year}, ${time}`;
}

/** "November": the month that DigitalOcean bills at that time, in UTC. */
export const billedMonth = (atMs: number): string => months[new Date(atMs).getUTCMonth()] ?? '';

/** "30 Nov": the last day of the month that DigitalOcean bills at that time, in UTC. */
export function lastBilledDay(atMs: number): string {
  const at = new Date(atMs);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0));
  return `${last.getUTCDate()} ${billedMonth(atMs).slice(0, 3)}`;
}
