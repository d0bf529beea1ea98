import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../main/core/metrics/matrix.ts';
import { firingsIn, withFiring } from '../../../../main/core/watching/firings.ts';
import { judge, type Verdict } from '../../../../main/core/watching/judge.ts';
import type { Rule } from '../../../../main/core/watching/rule.ts';

const minuteMs = 60_000;
const nowMs = Date.UTC(2026, 10, 23, 14, 8);
const hot: Rule = { isAbove: true, limit: 80, windowMs: 5 * minuteMs };
const windows = fc.constantFrom(5 * minuteMs, 10 * minuteMs);

/** One sample a minute that end now, oldest first; `null`: that one is missing. */
const minutes = (values: readonly (number | null)[]): Sample[] =>
  values.flatMap((value, index) => (value === null ? [] : { atMs: nowMs - (values.length - 1 - index) * minuteMs, value }));
const times = (count: number, value: number | null) => Array.from({ length: count }, () => value);

describe('when a policy fired, by the samples of a chart', () => {
  const since = (count: number) => nowMs - count * minuteMs;

  it('is from the first sample on the wrong side to the last, and goes on over a short dip and not over a gap', () => {
    const values = [...times(5, 20), ...times(6, 91), 20, 20, 91, ...times(6, 20), ...times(4, null), ...times(3, 91)];
    expect(firingsIn(hot, minutes(values))).toEqual([{ fromMs: since(21), toMs: since(13) }]);
    const both = [...times(6, 91), null, null, ...times(6, 91)];
    expect(firingsIn(hot, minutes(both))).toEqual([
      { fromMs: since(13), toMs: since(8) },
      { fromMs: since(5), toMs: since(0) },
    ]);
    expect(firingsIn(hot, [])).toEqual([]);
  });

  it('is when looks at every sample would have found it firing', () => {
    const values = fc.array(fc.constantFrom(91, 91, 91, 20), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(values, windows, (some, windowMs) => {
        const rule = { ...hot, windowMs };
        const samples = minutes(some);
        const found: { fromMs: number; toMs: number }[] = [];
        let before: Verdict | null = null;
        for (const [index, { atMs, value }] of samples.entries()) {
          before = judge(rule, samples.slice(0, index + 1), { nowMs: atMs, before });
          if (before.judgement !== 'firing' || before.firingSinceMs === null || value < 80) continue;
          const last = found.at(-1);
          if (last?.fromMs === before.firingSinceMs) last.toMs = atMs;
          else found.push({ fromMs: before.firingSinceMs, toMs: atMs });
        }
        expect(firingsIn(rule, samples)).toEqual(found);
      }),
    );
  });
});

describe('the firings that are kept', () => {
  const dayMs = 86_400_000;
  const nowMs = 100 * dayMs;
  const ended = (agoMs: number) => ({ fromMs: nowMs - agoMs - 600_000, toMs: nowMs - agoMs });

  it('are those that a chart can show, the newest last, and 20 at most', () => {
    expect(withFiring([ended(15 * dayMs), ended(13 * dayMs)], ended(0), nowMs)).toEqual([ended(13 * dayMs), ended(0)]);
    const many = Array.from({ length: 40 }, (_, index) => ended((40 - index) * 3_600_000));
    const kept = many.reduce<ReturnType<typeof withFiring>>((past, one) => withFiring(past, one, nowMs), []);
    expect(kept).toEqual(many.slice(-20));
  });

  it('are none from a future, which a clock that was set back leaves behind', () => {
    expect(withFiring([ended(-dayMs)], ended(0), nowMs)).toEqual([ended(0)]);
  });
});
