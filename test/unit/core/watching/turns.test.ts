import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestsForPoll } from '../../../../main/core/watching/budget.ts';
import { calm, type Flaps, isEndTold, startTelling, withFlap } from '../../../../main/core/watching/flapping.ts';
import { type Turn, taken } from '../../../../main/core/watching/turns.ts';

const minuteMs = 60_000;
const nowMs = 1_000_000_000;
const turn = (item: string, minutesAgo: number | null, everyMinutes: number | null = 10, cost = 1): Turn<string> => ({
  item,
  cost,
  lookedAtMs: minutesAgo === null ? null : nowMs - minutesAgo * minuteMs,
  everyMs: everyMinutes === null ? null : everyMinutes * minuteMs,
});
const take = (turns: Turn<string>[], requests: number) => taken(turns, requests, nowMs, 2 * minuteMs);

describe('whose turn it is', () => {
  it.each<[string, Turn<string>[], number, string[]]>([
    ['whoever was never looked at', [turn('a', 30), turn('b', null)], 1, ['b']],
    ['whoever waits longest', [turn('a', 11), turn('b', 30), turn('c', 20)], 2, ['b', 'c']],
    ['nobody who had a look lately', [turn('a', 7), turn('b', 1)], 5, []],
    ['whoever is nearly due, so that polls need not meet the second', [turn('a', 8)], 5, ['a']],
    ['the due ones before one that takes turns', [turn('a', 500, null), turn('b', 12)], 1, ['b', 'a']],
    [
      'then those that take turns, the longest waiting first',
      [turn('a', 5, null), turn('b', 60, null), turn('c', 12)],
      2,
      ['c', 'b'],
    ],
    ['one that costs more than there is, rather than nobody', [turn('a', 30, 10, 2)], 1, ['a']],
    ['no second one that costs more than is left', [turn('a', 30), turn('b', 20, 10, 2)], 2, ['a']],
    ['whoever was looked at in the future, by a clock that was set back', [turn('a', -30)], 1, ['a']],
  ])('%s', (_case, turns, requests, expected) => {
    expect(take(turns, requests)).toEqual(expected);
  });

  it('comes to everyone, whatever there is', () => {
    const some = fc.array(fc.record({ isRegular: fc.boolean(), cost: fc.integer({ min: 1, max: 2 }) }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (things, requests) => {
        const lookedAt = new Map<number, number>();
        // Regular ones need no more than the requests give, as the plan sees to.
        const regular = things.map(({ isRegular }, index) => isRegular && index < requests);
        for (let poll = 0; poll < 200; poll += 1) {
          const atMs = poll * 5 * minuteMs;
          const turns = things.map(({ cost }, index): Turn<number> => {
            return {
              item: index,
              cost: Math.min(cost, requests),
              lookedAtMs: lookedAt.get(index) ?? null,
              everyMs: regular[index] ? 10 * minuteMs : null,
            };
          });
          for (const index of taken(turns, requests, atMs, 2 * minuteMs)) lookedAt.set(index, atMs);
        }
        expect(lookedAt.size).toBe(things.length);
        // In the last hours everyone had a turn again.
        for (const atMs of lookedAt.values()) expect(atMs).toBeGreaterThan(100 * 5 * minuteMs);
      }),
    );
  });

  it('has a few more requests at first, but never more than a sixth of the hour', () => {
    expect(requestsForPoll(36, 5 * minuteMs)).toBe(3);
    expect(requestsForPoll(36, 5 * minuteMs, 5)).toBe(5);
    expect(requestsForPoll(36, 5 * minuteMs, 500)).toBe(6);
    expect(requestsForPoll(1, 5 * minuteMs)).toBe(1);
  });
});

describe('something that comes and goes', () => {
  const every = (minutes: number, count: number) => {
    const tellings: string[] = [];
    let flaps: Flaps = calm;
    for (let index = 0; index < count; index += 1) {
      const atMs = nowMs + index * minutes * minuteMs;
      flaps = withFlap(flaps, atMs);
      const telling = startTelling(flaps, atMs);
      tellings.push(telling.kind === 'flapping' ? `${telling.times} times` : telling.kind);
    }
    return { tellings, flaps };
  };

  it('is told alone twice, then as one that comes and goes, and again an hour later with how often', () => {
    expect(every(10, 12).tellings).toEqual([
      'alone',
      'alone',
      '3 times',
      'quiet',
      'quiet',
      'quiet',
      'quiet',
      'quiet',
      '6 times',
      'quiet',
      'quiet',
      'quiet',
    ]);
  });

  it('is told each time if it comes less than three times an hour', () => {
    expect(new Set(every(31, 10).tellings)).toEqual(new Set(['alone']));
  });

  it('is not said to be over while it comes and goes', () => {
    const { flaps } = every(10, 4);
    expect(isEndTold(flaps, nowMs + 31 * minuteMs)).toBe(false);
    expect(isEndTold(flaps, nowMs + 90 * minuteMs)).toBe(true);
    expect(isEndTold(every(10, 2).flaps, nowMs + 11 * minuteMs)).toBe(true);
  });

  it('remembers no more than an hour', () => {
    expect(every(1, 500).flaps.atMs.length).toBeLessThanOrEqual(60);
  });
});
