import type { ICalCalendar } from 'ical-generator';
import { labelOf } from '../names/connection-label.ts';
import type { ConnectionState } from '../state/state.ts';
import { comingWords } from '../words/coming.ts';
import { comingOf } from './all.ts';
import type { Coming } from './coming.ts';

/** Which of what is coming up. `null`: all teams, every kind. */
export interface CalendarChoice {
  connectionId: string | null;
  kind: Coming['kind'] | null;
}

/**
 * Everything with a date that is not over, as a calendar of RFC 5545. Entries have the same id each time, so that a calendar which
 * takes them in again changes its own instead of adding them twice.
 */
export async function calendarOf(
  connections: Iterable<ConnectionState>,
  choice: CalendarChoice,
  nowMs: number,
): Promise<{ text: string; entries: number }> {
  // Needed by few, and not while Buoy starts.
  const { default: ical } = await import('ical-generator');
  const calendar = ical({ name: comingWords.calendar, prodId: '//Buoy//Coming up//EN' });
  for (const connection of connections) {
    if (choice.connectionId !== null && choice.connectionId !== connection.id) continue;
    for (const coming of comingOf(connection, nowMs)) {
      const isChosen = choice.kind === null || choice.kind === coming.kind;
      const { atMs } = coming;
      if (isChosen && atMs !== null && Math.max(atMs, coming.endsAtMs ?? atMs) >= nowMs) {
        add(calendar, { ...coming, atMs }, labelOf(connection), nowMs);
      }
    }
  }
  // Every line of a calendar ends (RFC 5545), and the library leaves the last one open.
  return { text: `${calendar.toString()}\r\n`, entries: calendar.length() };
}

function add(calendar: ICalCalendar, coming: Coming & { atMs: number }, team: string, nowMs: number): void {
  const { key, title, detail, atMs, endsAtMs, isDay } = coming;
  calendar.createEvent({
    id: `${encodeURIComponent(key.toWellFormed())}@buoy`,
    start: isDay ? dayInUtc(atMs) : new Date(atMs),
    ...(isDay ? { allDay: true } : {}),
    ...(endsAtMs === null ? {} : { end: new Date(endsAtMs) }),
    stamp: new Date(nowMs),
    summary: plain(title),
    description: plain(comingWords.told(team, detail)),
  });
}

/** A moment is written in UTC. The library writes days in UTC as well, but the person meant a day where they are. */
function dayInUtc(atMs: number): Date {
  const at = new Date(atMs);
  return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()));
}

/** A name may hold halves of characters and signs that no calendar takes. */
const plain = (text: string): string => text.toWellFormed().replaceAll(/\p{Cc}/gu, ' ');
