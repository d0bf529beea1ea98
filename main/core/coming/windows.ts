import type { WeeklyWindow } from '../digitalocean/resources/dated-things.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A window once, Unix milliseconds. */
export interface Occurrence {
  startMs: number;
  /** `null`: the API does not tell how long it lasts. */
  endMs: number | null;
}

/**
 * The window that is open at that time, else the next one; `null`: its day or its time is not told. Days and times are UTC, so
 * no clock change moves them. One whose length is not told counts as open for an hour.
 */
export function nextOccurrence({ day, time, lastsMs }: WeeklyWindow, nowMs: number): Occurrence | null {
  const weekday = weekdays.indexOf(day.toLowerCase());
  const found = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(time);
  if (weekday < 0 || !found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  if (hours > 23 || minutes > 59) return null;
  const todayMs = Math.floor(nowMs / dayMs) * dayMs;
  const inDays = (weekday - new Date(todayMs).getUTCDay() + 7) % 7;
  const thisWeekMs = todayMs + inDays * dayMs + hours * hourMs + minutes * minuteMs;
  // A window may have begun on the day before, or a week ago to the day.
  const startMs = [thisWeekMs - 7 * dayMs, thisWeekMs, thisWeekMs + 7 * dayMs].find((at) => at + (lastsMs ?? hourMs) > nowMs);
  return startMs === undefined ? null : { startMs, endMs: lastsMs === null ? null : startMs + lastsMs };
}
