import { clock, daysApart, duration, longDay, shortDay, shortSpan } from '../../preload/contract/time-words.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.4375 * day;
const year = 365.25 * day;

/** "14:32" today, "yesterday 14:32", else "21 Nov 14:32", with its year where that is another one. */
export const clockOrDay = (atMs: number, nowMs: number): string => {
  const days = daysApart(atMs, nowMs);
  if (days === 0) return clock(atMs);
  return days === 1 ? `yesterday ${clock(atMs)}` : `${shortDay(atMs, nowMs)} ${clock(atMs)}`;
};

/** Head of a day in a list: "Today", "Yesterday", else "Saturday 21 November", with its year where that is another one. */
export const dayHead = (atMs: number, nowMs: number): string => {
  const days = daysApart(atMs, nowMs);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return longDay(atMs, nowMs);
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
  if (days === 0) return clock(atMs);
  return days === 1 ? `tomorrow ${clock(atMs)}` : `${shortDay(atMs, nowMs)} ${clock(atMs)}`;
};

/** This hour of the next local day, in Unix milliseconds. */
export const tomorrowAt = (nowMs: number, hours: number): number => {
  const date = new Date(nowMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, hours).getTime();
};
