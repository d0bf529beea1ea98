import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOccurrence } from '../../../../main/core/coming/windows.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const at = (iso: string) => Date.parse(iso);
const window = (day: string, time: string, lastsMs: number | null = null) => ({ day, time, lastsMs });

describe('the next occurrence of a weekly window', () => {
  it.each([
    ['is later the same day', 'monday', '18:00', '2026-11-23T14:00:00Z', '2026-11-23T18:00:00Z'],
    ['is open for an hour where its length is not told', 'monday', '14:00:00', '2026-11-23T14:59:00Z', '2026-11-23T14:00:00Z'],
    ['is a week later once that hour is over', 'monday', '14:00:00', '2026-11-23T15:00:00Z', '2026-11-30T14:00:00Z'],
    ['crosses the end of a year', 'sunday', '04:00', '2026-12-28T00:00:00Z', '2027-01-03T04:00:00Z'],
    ['does not move where clocks change in Europe', 'sunday', '02:30', '2026-10-24T12:00:00Z', '2026-10-25T02:30:00Z'],
    ['takes a day in capitals and an hour of one digit', 'Sunday', '4:00', '2026-11-23T00:00:00Z', '2026-11-29T04:00:00Z'],
  ])('%s', (_what, day, time, now, expected) => {
    expect(nextOccurrence(window(day, time), at(now))?.startMs).toBe(at(expected));
  });

  it('is still open past midnight as long as it lasts', () => {
    const open = nextOccurrence(window('sunday', '22:00', 4 * hourMs), at('2026-11-30T01:00:00Z'));
    expect(open).toEqual({ startMs: at('2026-11-29T22:00:00Z'), endMs: at('2026-11-30T02:00:00Z') });
  });

  it.each([
    ['any', '04:00'],
    ['', '04:00'],
    ['sunday', 'in the night'],
    ['sunday', '25:00'],
  ])('is not known of day "%s" and time "%s"', (day, time) => {
    expect(nextOccurrence(window(day, time), at('2026-11-23T14:00:00Z'))).toBeNull();
  });

  it('is never over and never further away than a week', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        (day, hour, hours, nowMs) => {
          const next = nextOccurrence(window(day, `${String(hour).padStart(2, '0')}:00`, hours * hourMs), nowMs);
          expect(next?.endMs).toBeGreaterThan(nowMs);
          expect((next?.startMs ?? 0) - nowMs).toBeLessThanOrEqual(7 * dayMs);
          expect(days[(new Date(next?.startMs ?? 0).getUTCDay() + 6) % 7]).toBe(day);
        },
      ),
    );
  });
});
