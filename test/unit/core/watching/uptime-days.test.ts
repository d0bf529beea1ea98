import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { daysKept, type Look, seenBetween, withSeen } from '../../../../main/core/watching/uptime-days.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const nowMs = Date.UTC(2026, 10, 23, 14, 0);
const trustMs = 30 * minuteMs;
const look = (fields: Partial<Look> = {}): Look => ({
  atMs: nowMs,
  status: 'up',
  sinceMs: nowMs - 5 * hourMs,
  outage: null,
  ...fields,
});
const earlier = (minutes: number, status: Look['status'] = 'up') => ({ atMs: nowMs - minutes * minuteMs, status });
const inMinutes = (some: ReturnType<typeof seenBetween>) =>
  some.map(({ fromMs, toMs, status }) => [(fromMs - nowMs) / minuteMs, (toMs - nowMs) / minuteMs, status]);

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

describe('what was seen between two looks', () => {
  it.each<[string, Parameters<typeof seenBetween>, unknown]>([
    ['what the API says, at the first look', [null, look(), trustMs], [[-300, 0, 'up']]],
    [
      'the outage that the API tells, at the first look',
      [null, look({ outage: { startedAtMs: nowMs - 6 * hourMs, endedAtMs: nowMs - 5 * hourMs } }), trustMs],
      [
        [-360, -300, 'down'],
        [-300, 0, 'up'],
      ],
    ],
    ['nothing, at a first look without an answer', [null, look({ status: 'unknown', sinceMs: null }), trustMs], []],
    ['up all the time', [earlier(5), look(), trustMs], [[-5, 0, 'up']]],
    [
      'down for the last two minutes',
      [earlier(5), look({ status: 'down', sinceMs: nowMs - 2 * minuteMs }), trustMs],
      [
        [-5, -2, 'up'],
        [-2, 0, 'down'],
      ],
    ],
    [
      'up again, after an outage that nobody saw',
      [
        earlier(10),
        look({ sinceMs: nowMs - 3 * minuteMs, outage: { startedAtMs: nowMs - 7 * minuteMs, endedAtMs: nowMs - 3 * minuteMs } }),
        trustMs,
      ],
      [
        [-10, -7, 'up'],
        [-7, -3, 'down'],
        [-3, 0, 'up'],
      ],
    ],
    [
      'up through a night in which nobody looked, as the API says',
      [earlier(480), look({ sinceMs: nowMs - 20 * hourMs }), trustMs],
      [[-480, 0, 'up']],
    ],
    [
      'unknown before a change in a night in which nobody looked',
      [earlier(480), look({ sinceMs: nowMs - hourMs }), trustMs],
      [
        [-480, -60, 'unknown'],
        [-60, 0, 'up'],
      ],
    ],
    [
      'as it was, where the API does not say since when',
      [earlier(5, 'down'), look({ sinceMs: null }), trustMs],
      [[-5, 0, 'down']],
    ],
    [
      'unknown after a time in which it was switched off',
      [earlier(5, 'unknown'), look({ status: 'unknown', sinceMs: null }), trustMs],
      [[-5, 0, 'unknown']],
    ],
    ['nothing when the clock was set back', [earlier(-5), look(), trustMs], []],
  ])('%s', (_case, args, expected) => {
    expect(inMinutes(seenBetween(...args))).toEqual(expected);
  });

  it('fills the time exactly, whatever the API says', () => {
    const status = fc.constantFrom<Look['status']>('up', 'down', 'unknown');
    const moment = fc.integer({ min: -2000, max: 100 }).map((minutes) => nowMs + minutes * minuteMs);
    const outage = fc.option(
      fc.tuple(moment, moment).map(([one, other]) => ({ startedAtMs: Math.min(one, other), endedAtMs: Math.max(one, other) })),
    );
    fc.assert(
      fc.property(
        status,
        status,
        fc.option(moment),
        outage,
        fc.integer({ min: 1, max: 1500 }),
        (was, is, sinceMs, ended, minutes) => {
          const pieces = seenBetween(earlier(minutes, was), look({ status: is, sinceMs, outage: ended }), trustMs);
          expect(pieces[0]?.fromMs).toBe(nowMs - minutes * minuteMs);
          expect(pieces.at(-1)?.toMs).toBe(nowMs);
          for (const [index, piece] of pieces.entries())
            expect(piece.fromMs).toBe(index === 0 ? piece.fromMs : pieces[index - 1]?.toMs);
        },
      ),
    );
  });
});

describe('the days of a check', () => {
  it('are split at local midnight', () => {
    process.env.TZ = 'Europe/Berlin';
    const midnight = new Date(2026, 10, 24).getTime();
    expect(withSeen([], [{ fromMs: midnight - 90_000, toMs: midnight + 30_000, status: 'down' }])).toEqual([
      { day: '2026-11-23', upSeconds: 0, downSeconds: 90, unknownSeconds: 0 },
      { day: '2026-11-24', upSeconds: 0, downSeconds: 30, unknownSeconds: 0 },
    ]);
  });

  it.each([
    ['Europe/Berlin', 25, [2026, 9, 25]],
    ['Europe/Berlin', 23, [2026, 2, 29]],
    ['America/New_York', 25, [2026, 10, 1]],
    ['Asia/Tokyo', 24, [2026, 9, 25]],
  ] as const)('in %s have %i hours where the clocks change', (timeZone, hours, [year, month, day]) => {
    process.env.TZ = timeZone;
    const [fromMs, toMs] = [new Date(year, month, day).getTime(), new Date(year, month, day + 1).getTime()];
    const days = withSeen([], [{ fromMs, toMs, status: 'up' }]);
    expect(days.map(({ upSeconds }) => upSeconds / 3600)).toEqual([hours]);
  });

  it('add up, and only the latest are kept', () => {
    let days: ReturnType<typeof withSeen> = [];
    for (let hour = 0; hour < 24 * 40; hour += 6)
      days = withSeen(days, [
        { fromMs: nowMs + hour * hourMs, toMs: nowMs + (hour + 6) * hourMs, status: hour % 12 === 0 ? 'up' : 'unknown' },
      ]);
    expect(days).toHaveLength(daysKept);
    const whole = days.slice(0, -1);
    expect(whole.every(({ upSeconds, unknownSeconds }) => upSeconds + unknownSeconds === 86_400)).toBe(true);
    expect(withSeen(days, [])).toBe(days);
  });
});
