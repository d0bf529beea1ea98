/**
 * How times and lengths of time read, the same in the window, the tray, the menu and notices. Written out instead of made by
 * `Intl`: to make one of its formatters takes as long as to load the whole client for scripts, which has these words in it, and
 * they do not agree on "Sep".
 */

const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');
const shortMonth = (month: number): string => months[month]?.slice(0, 3) ?? '';

const yearOf = (atMs: number): number => new Date(atMs).getFullYear();
const startOfDay = (atMs: number): number => new Date(atMs).setHours(0, 0, 0, 0);

/** Local days from one time to the other. A day with a clock change is an hour longer or shorter, so the quotient is rounded. */
export const daysApart = (fromMs: number, toMs: number): number => Math.round((startOfDay(toMs) - startOfDay(fromMs)) / dayMs);

/** Start of the local day, in Unix milliseconds. It is the same for all times of one day, so lists sort and group by it. */
export const dayNumber = startOfDay;

/** "14:32", local time. */
export const clock = (atMs: number): string => {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
};

/** "14:32:08", local time. */
export const clockSeconds = (atMs: number): string => `${clock(atMs)}:${two(new Date(atMs).getSeconds())}`;

/** "18 Mar 2026". */
export const calendarDay = (atMs: number): string => {
  const at = new Date(atMs);
  return `${at.getDate()} ${shortMonth(at.getMonth())} ${at.getFullYear()}`;
};

/** "21 Nov", and "12 Jan 2027" where that is another year than now. */
export const shortDay = (atMs: number, nowMs: number): string => {
  const at = new Date(atMs);
  return yearOf(atMs) === yearOf(nowMs) ? `${at.getDate()} ${shortMonth(at.getMonth())}` : calendarDay(atMs);
};

/** "Saturday 21 November", with its year where that is another one than now. */
export const longDay = (atMs: number, nowMs: number): string => {
  const at = new Date(atMs);
  const year = yearOf(atMs) === yearOf(nowMs) ? '' : ` ${at.getFullYear()}`;
  return `${days[at.getDay()]} ${at.getDate()} ${months[at.getMonth()]}${year}`;
};

/** "November", with its year where a year begins with it: the local month. */
export const monthName = (atMs: number): string => {
  const at = new Date(atMs);
  return `${months[at.getMonth()]}${at.getMonth() === 0 ? ` ${at.getFullYear()}` : ''}`;
};

/** "Saturday", the local day of the week. */
export const weekday = (atMs: number): string => days[new Date(atMs).getDay()] ?? '';

/** Start of a local day that is written as `YYYY-MM-DD`, in Unix milliseconds. */
export const startOfDate = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).getTime();
};

/**
 * "in 9 days", "in 13 h", "now", "3 days ago": whole units that are left or have passed for sure, so neither is rounded up. It is
 * "now" until `endsAtMs`, and "today" on a day of which the hour is not known.
 */
export const untilOrAgo = (
  { atMs, endsAtMs, isDay }: { atMs: number; endsAtMs: number | null; isDay: boolean },
  nowMs: number,
): string => {
  if (isDay && daysApart(nowMs, atMs) === 0) return 'today';
  if (Math.abs(atMs - nowMs) < minuteMs || (atMs <= nowMs && nowMs < (endsAtMs ?? atMs))) return 'now';
  return atMs > nowMs ? `in ${shortSpan(atMs - nowMs)}` : `${shortSpan(nowMs - atMs)} ago`;
};

/** "23 Nov 2026, 14:08:02". */
export const exactMoment = (atMs: number): string => `${calendarDay(atMs)}, ${clockSeconds(atMs)}`;

// DigitalOcean bills calendar months in UTC, wherever the person is.
/** "November": the month that DigitalOcean bills at that time. */
export const billedMonth = (atMs: number): string => months[new Date(atMs).getUTCMonth()] ?? '';
/** The last millisecond of the month that is billed at that time. */
export const endOfBilledMonth = (atMs: number): number => {
  const at = new Date(atMs);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1) - 1;
};
/** "30 November", as DigitalOcean counts the days of its bills. */
export const billedDay = (atMs: number): string => `${new Date(atMs).getUTCDate()} ${billedMonth(atMs)}`;
/** "30 Nov": the last day of the month that is billed at that time. */
export const lastBilledDay = (atMs: number): string =>
  `${new Date(endOfBilledMonth(atMs)).getUTCDate()} ${shortMonth(new Date(atMs).getUTCMonth())}`;

/** A length of time in at most two units: "25 s", "1 min 20 s", "21 min", "2 h 5 min", "3 days". Never negative. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / secondMs));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10 && seconds % 60 !== 0) return `${minutes} min ${seconds % 60} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return counted(Math.floor(hours / 24), 'day', 'days');
}

/** One unit, for the end of a line: "25 s", "6 min", "3 h", "2 days". */
export function shortSpan(ms: number): string {
  const value = Math.max(0, ms);
  if (value < minuteMs) return `${Math.floor(value / secondMs)} s`;
  if (value < hourMs) return `${Math.floor(value / minuteMs)} min`;
  if (value < dayMs) return `${Math.floor(value / hourMs)} h`;
  return counted(Math.floor(value / dayMs), 'day', 'days');
}

/** With a comma between thousands. */
const counted = (value: number, one: string, many: string): string =>
  `${String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${value === 1 ? one : many}`;
