import { locale } from './locale.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.4375 * day;
const year = 365.25 * day;

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const dayMonthYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const fullMoment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
const fullDayYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
// DigitalOcean bills calendar months in UTC, wherever the person is.
const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
const monthDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** "14:32", local time. */
export const clockTime = (atMs: number): string => clock.format(atMs);
/** "Monday 23 November". */
export const longDay = (atMs: number): string => fullDay.format(atMs).replace(',', '');
/** "November": the month that DigitalOcean bills at that time. */
export const billedMonth = (atMs: number): string => monthName.format(atMs);
/** "30 November", as DigitalOcean counts the days of its bills. */
export const billedDay = (atMs: number): string => monthDay.format(atMs);
/** "18 Mar 2026". */
export const calendarDay = (atMs: number): string => dayMonthYear.format(atMs);
/** "23 Nov 2026, 14:08:02", for tooltips. */
export const exactMoment = (atMs: number): string => fullMoment.format(atMs);

const startOfDay = (atMs: number): number => new Date(atMs).setHours(0, 0, 0, 0);
// A day with a clock change is an hour longer or shorter, so the quotient is rounded.
const daysApart = (fromMs: number, toMs: number): number => Math.round((startOfDay(toMs) - startOfDay(fromMs)) / day);

/** "21 Nov", and "12 Jan 2027" where that is another year than now. */
const shortDay = (atMs: number, nowMs: number): string =>
  (new Date(atMs).getFullYear() === new Date(nowMs).getFullYear() ? dayMonth : dayMonthYear).format(atMs);

/** "14:32" today, "yesterday 14:32", else "21 Nov 14:32", with its year where that is another one. */
export const clockOrDay = (atMs: number, nowMs: number): string => {
  const days = daysApart(atMs, nowMs);
  if (days === 0) return clockTime(atMs);
  return days === 1 ? `yesterday ${clockTime(atMs)}` : `${shortDay(atMs, nowMs)} ${clockTime(atMs)}`;
};

/** Head of a day in a list: "Today", "Yesterday", else "Saturday 21 November", with its year where that is another one. */
export const dayHead = (atMs: number, nowMs: number): string => {
  const days = daysApart(atMs, nowMs);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return isThisYear ? longDay(atMs) : fullDayYear.format(atMs).replace(',', '');
};

/** Start of the local day, in Unix milliseconds. It is the same for all times of one day, so lists sort and group by it. */
export const dayNumber = (atMs: number): number => startOfDay(atMs);

/** A length of time in at most two units: "25 s", "1 min 20 s", "2 h 5 min", "3 days". Never negative. */
export const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / second));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10 && seconds % 60 !== 0) return `${minutes} min ${seconds % 60} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return days === 1 ? '1 day' : `${days} days`;
};

/** One unit, for the end of a line: "6 min", "25 s", "3 h", "2 days". */
export const shortSpan = (ms: number): string => {
  const value = Math.max(0, ms);
  if (value < minute) return `${Math.floor(value / second)} s`;
  if (value < hour) return `${Math.floor(value / minute)} min`;
  if (value < day) return `${Math.floor(value / hour)} h`;
  const days = Math.floor(value / day);
  return days === 1 ? '1 day' : `${days} days`;
};

/** "just now", "12 s ago", "6 min ago"; "yesterday 14:02" and earlier dates past a day. */
export const ago = (atMs: number, nowMs: number): string => {
  const span = nowMs - atMs;
  if (span < 5 * second) return 'just now';
  return span < day ? `${shortSpan(span)} ago` : clockOrDay(atMs, nowMs);
};

/** Age of a resource for a narrow column: "1 min", "3 d", "8 mo", "2 y". */
export const age = (sinceMs: number, nowMs: number): string => {
  const span = Math.max(0, nowMs - sinceMs);
  if (span < hour) return `${Math.max(1, Math.floor(span / minute))} min`;
  if (span < day) return `${Math.floor(span / hour)} h`;
  if (span < 2 * month) return `${Math.floor(span / day)} d`;
  return span < year ? `${Math.floor(span / month)} mo` : `${Math.floor(span / year)} y`;
};

/** Rounds the time that is left, so that it does not look exact: to 5 s below a minute, to 10 s below five, else to minutes. */
export const roughDuration = (ms: number): string => {
  const step = ms < minute ? 5 * second : ms < 5 * minute ? 10 * second : minute;
  return duration(Math.max(5 * second, Math.round(ms / step) * step));
};

/** Like `roughDuration`, but in one unit, for a narrow column: "20 s", "1 min". */
export const roughSpan = (ms: number): string => (ms < minute ? roughDuration(ms) : shortSpan(ms));

/** "25 s", or "3 to 4 min" if the usual range is wide enough to say so. */
export const usualSpan = (usualMs: number, rangeMs: [number, number] | null): string => {
  if (rangeMs) {
    const [low, high] = rangeMs.map((ms) => Math.round(ms / minute)) as [number, number];
    if (low >= 1 && high > low) return `${low} to ${high} min`;
  }
  return roughDuration(usualMs);
};

/** "15:00", or "tomorrow 07:00", for the end of a pause. */
export const untilTime = (atMs: number, nowMs: number): string => {
  const days = daysApart(nowMs, atMs);
  if (days === 0) return clockTime(atMs);
  return days === 1 ? `tomorrow ${clockTime(atMs)}` : `${shortDay(atMs, nowMs)} ${clockTime(atMs)}`;
};

/** The last millisecond of the month that is billed at that time. */
export const endOfBilledMonth = (atMs: number): number => {
  const date = new Date(atMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - 1;
};

/** This hour of the next local day, in Unix milliseconds. */
export const tomorrowAt = (nowMs: number, hours: number): number => {
  const date = new Date(nowMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, hours).getTime();
};
