import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../../main/core/coming/calendar.ts';
import type { ConnectionState } from '../../../../main/core/state/state.ts';
import { aCertificate, aSource, inDays, sourcesOf } from '../../../doubles/core/date-sources.ts';
import { connectionIn, loadedState, startMs } from '../../../doubles/core/states.ts';

const all = { connectionId: null, kind: null } as const;
const team = (fields: Partial<ConnectionState>) => connectionIn(loadedState(fields));
const certificates = (...names: string[]) =>
  sourcesOf(
    aSource(
      'certificate',
      names.map((name, index) => aCertificate(name, inDays(9 + index))),
    ),
  );

async function written(connections: readonly ConnectionState[], choice: Parameters<typeof calendarOf>[1] = all) {
  const { text, entries } = await calendarOf(connections, choice, startMs);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { text, entries, events };
}

describe('the calendar file', () => {
  it('is read by another program as it was meant: moments in UTC, windows with their end, a token as a day', async () => {
    const window = { day: 'sunday', time: '04:00', lastsMs: 14_400_000 };
    const dates = sourcesOf(
      aSource('certificate', [aCertificate('shop', inDays(9))]),
      aSource('cluster', [{ id: 'k1', name: 'harbour', version: '1.33.5-do.1', window, isAutomatic: true }]),
      aSource('upgrade', [{ id: 'k1', versions: ['1.33.6-do.0'] }], { inside: 'k1' }),
    );
    const { events, entries } = await written([team({ dates, tokenEndsOn: '2026-12-06' })]);
    const told = events.map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()]);
    expect(told).toEqual([
      ['Certificate shop ends', '2026-12-02T14:08:00Z', '2026-12-02T14:08:00Z'],
      ['Token of Harbour Works ends', '2026-12-06', '2026-12-07'],
      ['harbour gets Kubernetes 1.33.6', '2026-11-29T04:00:00Z', '2026-11-29T08:00:00Z'],
    ]);
    expect(events[0]?.description).toBe('Harbour Works · yours to renew');
    expect(entries).toBe(3);
  });

  it.each([
    ['emoji', '🚢⚓️ harbour 👩‍👩‍👧'],
    ['right-to-left letters', 'שלום-חנות ومتجر'],
    ['signs that the format uses', 'a;b,c\\d:e"f^g'],
    ['line breaks', 'one\r\nBEGIN:VEVENT\ntwo'],
    ['half a character', 'cut \ud83d'],
    ['more than a line holds', `${'名前'.repeat(60)} end 🚢`],
  ])('keeps names with %s, in lines of 75 bytes at most', async (_what, name) => {
    const { text, events } = await written([team({ dates: certificates(name) })]);
    expect(events).toHaveLength(1);
    const summary = events[0]?.summary ?? '';
    const expected = name.toWellFormed().replaceAll(/\p{Cc}/gu, ' ');
    expect(summary.replaceAll(/[\u2068\u2069]/g, '')).toBe(`Certificate ${expected} ends`);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd\ufffd');
  });

  it('leaves out what is over and what has no date', async () => {
    const dates = sourcesOf(
      aSource('certificate', [aCertificate('old', inDays(-3)), aCertificate('new', null), aCertificate('shop', inDays(1))]),
    );
    const { events } = await written([team({ dates })]);
    expect(events.map(({ summary }) => summary)).toEqual(['Certificate shop ends']);
  });

  it('gives each entry the same id every time, and none twice', async () => {
    const connection = team({ dates: certificates(...Array.from({ length: 400 }, (_, index) => `site-${index}`)) });
    const [first, second] = [await written([connection]), await written([connection])];
    const ids = first.events.map(({ uid }) => uid);
    expect(second.events.map(({ uid }) => uid)).toEqual(ids);
    expect(new Set(ids).size).toBe(400);
  });

  it('holds only the team and the kind that are shown', async () => {
    const one = team({ dates: certificates('shop'), tokenEndsOn: '2026-12-06' });
    const other = { ...team({ dates: certificates('other') }), id: 'c2' };
    const kinds = await written([one, other], { connectionId: 'c1', kind: 'certificates' });
    expect(kinds.events.map(({ summary }) => summary)).toEqual(['Certificate shop ends']);
    expect((await written([one, other], { connectionId: 'c2', kind: null })).entries).toBe(1);
  });
});
