import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyPercent } from '../../../../main/core/metrics/derive.ts';
import type { Sample } from '../../../../main/core/metrics/matrix.ts';
import { clearMs, judge, lookBackMs, type Verdict } from '../../../../main/core/watching/judge.ts';
import type { Rule } from '../../../../main/core/watching/rule.ts';

const minuteMs = 60_000;
const nowMs = Date.UTC(2026, 10, 23, 14, 8);
const hot: Rule = { isAbove: true, limit: 80, windowMs: 5 * minuteMs };

/** One sample a minute that end now, oldest first; `null`: that one is missing. */
const minutes = (values: readonly (number | null)[], endMs = nowMs): Sample[] =>
  values.flatMap((value, index) => (value === null ? [] : { atMs: endMs - (values.length - 1 - index) * minuteMs, value }));
const times = (count: number, value: number | null) => Array.from({ length: count }, () => value);

const firing = (latestAtMs: number, sinceMs = latestAtMs): Verdict => ({
  judgement: 'firing',
  firingSinceMs: sinceMs,
  latest: { atMs: latestAtMs, value: 91 },
  isLeaning: false,
});
const judged = (samples: readonly Sample[], before: Verdict | null = null, rule = hot, atMs = nowMs) =>
  judge(rule, samples, { nowMs: atMs, before });

describe('a policy that has not fired', () => {
  it.each<[string, readonly (number | null)[], Verdict['judgement']]>([
    ['is over the limit for the whole window', [...times(5, 20), ...times(5, 91)], 'firing'],
    ['is over it for one minute less', [...times(5, 20), ...times(4, 91)], 'fine'],
    ['is exactly at the limit all the time', times(10, 80), 'fine'],
    ['is over it by the least', times(10, 80.001), 'firing'],
    ['is over it on average only: one peak', [...times(5, 20), 20, 20, 20, 20, 400], 'fine'],
    ['is over it but for one sample of the window', [...times(5, 91), 91, 91, 79, 91, 91], 'fine'],
    ['was over it until a minute ago', [...times(8, 91), 20], 'fine'],
    ['is over it where one sample of the window is missing', [...times(5, 91), 91, null, 91, 91, 91], 'unknown'],
    ['is over it where the newest samples of the window are all there is', times(4, 91), 'unknown'],
    ['is over it for the window, of which nothing is known before', times(5, 91), 'firing'],
    ['has one sample', [91], 'unknown'],
    ['has no samples', [], 'unknown'],
    ['is fine after a gap', [...times(3, 91), ...times(4, null), 20, 20], 'fine'],
    ['is over it after a gap, for less than the window', [...times(5, 20), ...times(6, null), 91, 91], 'unknown'],
  ])('%s', (_case, values, expected) => {
    expect(judged(minutes(values)).judgement).toBe(expected);
  });

  it('fires below the limit if the policy says less than, and at the limit it does not', () => {
    const low: Rule = { isAbove: false, limit: 0.01, windowMs: 5 * minuteMs };
    expect(judged(minutes(times(6, 0.001)), null, low).judgement).toBe('firing');
    expect(judged(minutes(times(6, 0.01)), null, low).judgement).toBe('fine');
  });

  it('says since when: from the first sample on the wrong side', () => {
    const verdict = judged(minutes([...times(5, 20), ...times(8, 91)]));
    expect(verdict).toMatchObject({ judgement: 'firing', firingSinceMs: nowMs - 7 * minuteMs, latest: { value: 91 } });
  });

  it('leans while it is over the limit for less than the window', () => {
    expect(judged(minutes([20, 20, 91])).isLeaning).toBe(true);
    expect(judged(minutes([20, 91, 20])).isLeaning).toBe(false);
  });

  it('is unknown while its samples are late, and fires once those of a whole window have come', () => {
    const late = minutes(times(10, 91), nowMs - 6 * minuteMs);
    expect(judged(late).judgement).toBe('unknown');
    expect(judged([...late, ...minutes(times(6, 91))]).judgement).toBe('firing');
    expect(judged(minutes(times(10, 91), nowMs - 3 * minuteMs)).judgement).toBe('firing');
  });

  it('does not fire by samples from the future, which a wrong clock stamped', () => {
    expect(judged(minutes(times(10, 91), nowMs + 30 * minuteMs).slice(-5)).judgement).toBe('unknown');
    expect(judged([...minutes(times(6, 20)), ...minutes(times(5, 91), nowMs + 20 * minuteMs)]).judgement).toBe('fine');
  });

  it('does not fire across a reboot, when the counters begin anew', () => {
    const idle = (values: number[]) =>
      values.map((value, index) => ({ atMs: nowMs - (values.length - 1 - index) * minuteMs, value }));
    // Busy all the time. After the reboot the seconds begin at nothing.
    const busy = [{ labels: { mode: 'idle' }, samples: idle([100, 102, 104, 106, 0, 2, 4, 6]) }];
    const used = [{ labels: { mode: 'user' }, samples: idle([900, 958, 1016, 1074, 0, 58, 116, 174]) }];
    const derived = busyPercent([...busy, ...used])?.samples ?? [];
    expect(derived.every(({ value }) => value > 90)).toBe(true);
    expect(judged(derived).judgement).toBe('unknown');
  });

  it.each([
    [5, 5],
    [10, 10],
    [30, 30],
    [60, 60],
  ])('with a window of %i min fires after as many samples on the wrong side', (windowMinutes, samples) => {
    const rule = { ...hot, windowMs: windowMinutes * minuteMs };
    expect(judged(minutes([...times(3, 20), ...times(samples, 91)]), null, rule).judgement).toBe('firing');
    expect(judged(minutes([...times(3, 20), ...times(samples - 1, 91)]), null, rule).judgement).toBe('fine');
  });

  it.each(['Europe/Berlin', 'America/New_York'])('counts the same across the change of the clocks in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    // 25 October 2026, 01:00 UTC, and 1 November, 06:00 UTC: an hour is told twice. In spring one is missing.
    for (const change of [
      Date.UTC(2026, 9, 25, 1),
      Date.UTC(2026, 10, 1, 6),
      Date.UTC(2026, 2, 29, 1),
      Date.UTC(2026, 2, 8, 7),
    ]) {
      const endMs = change + 2 * minuteMs;
      expect(judged(minutes([20, ...times(5, 91)], endMs), null, hot, endMs).judgement).toBe('firing');
      expect(judged(minutes([20, ...times(4, 91)], endMs), null, hot, endMs).judgement).toBe('fine');
    }
    process.env.TZ = before;
  });
});

describe('a policy that fires', () => {
  const before = firing(nowMs - 5 * minuteMs, nowMs - 20 * minuteMs);

  it.each<[string, readonly (number | null)[], Verdict['judgement']]>([
    ['goes on while it is over the limit', times(10, 91), 'firing'],
    ['goes on with a single sample on the right side', [...times(9, 91), 20], 'firing'],
    ['goes on until it was on the right side for five minutes', [...times(6, 91), ...times(4, 20)], 'firing'],
    ['is over after five minutes on the right side', [...times(5, 91), ...times(5, 20)], 'fine'],
    ['goes on if it comes back within them', [...times(5, 91), 20, 20, 20, 91, 20], 'firing'],
    ['goes on at the limit for less than five minutes', [...times(6, 91), ...times(4, 80)], 'firing'],
    ['is unknown over a gap', [...times(3, 91), ...times(5, null), 91, 91], 'unknown'],
    [
      'is unknown after a gap on the right side, for less than five minutes',
      [...times(3, 91), ...times(5, null), 20, 20],
      'unknown',
    ],
    ['is over after a gap and five minutes on the right side', [...times(3, 91), ...times(3, null), ...times(5, 20)], 'fine'],
    ['is unknown without samples', [], 'unknown'],
  ])('%s', (_case, values, expected) => {
    const verdict = judged(minutes(values), before);
    expect(verdict.judgement).toBe(expected);
    expect(verdict.firingSinceMs).toBe(expected === 'fine' ? null : before.firingSinceMs);
  });

  it('needs the whole window again after it was unknown, and has fired since the same time then', () => {
    const unknown: Verdict = { ...before, judgement: 'unknown' };
    expect(judged(minutes([...times(2, 20), ...times(3, 91)]), unknown).judgement).toBe('unknown');
    expect(judged(minutes([20, ...times(5, 91)]), unknown)).toMatchObject({
      judgement: 'firing',
      firingSinceMs: before.firingSinceMs,
    });
    expect(judged(minutes(times(6, 20)), unknown)).toMatchObject({ judgement: 'fine', firingSinceMs: null });
  });

  it('is unknown when the last look was so long ago that samples between are missing', () => {
    const yesterday = firing(nowMs - 86_400_000);
    expect(judged(minutes([...times(5, 20), 91, 91]), yesterday).judgement).toBe('unknown');
  });
});

/** A value over time, and samples of it: `every` apart, the first `phase` after its beginning. */
const sampled = (value: (atMs: number) => number, everyMs: number, phaseMs: number, fromMs: number): Sample[] => {
  const samples: Sample[] = [];
  for (let atMs = fromMs + phaseMs; atMs <= nowMs; atMs += everyMs) samples.push({ atMs, value: value(atMs) });
  return samples;
};
const windows = fc.constantFrom(5, 10, 30, 60).map((minute) => minute * minuteMs);
const shortWindows = fc.constantFrom(5 * minuteMs, 10 * minuteMs);
const distances = fc.constantFrom(15_000, 30_000, 60_000);
const phases = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('whatever the samples are', () => {
  it('never fires without a full window on the wrong side', () => {
    let fired = 0;
    // Mostly on the wrong side, or it would hardly ever fire.
    const series = fc.array(
      fc.record({ value: fc.constantFrom(91, 91, 91, 91, 91, 80.5, 80, 20), gap: fc.integer({ min: 0, max: 30 }) }),
      {
        minLength: 8,
        maxLength: 90,
      },
    );
    fc.assert(
      fc.property(shortWindows, distances, series, fc.integer({ min: 0, max: 400_000 }), (windowMs, everyMs, parts, lateMs) => {
        let atMs = nowMs - lateMs;
        const samples = parts.map(({ value, gap }) => {
          // One in thirty follows a gap.
          atMs -= everyMs * (gap === 30 ? 5 : 1);
          return { atMs, value };
        });
        samples.reverse();
        const verdict = judge({ ...hot, windowMs }, samples, { nowMs, before: null });
        if (verdict.judgement !== 'firing') return;
        fired += 1;
        const newest = samples.at(-1)?.atMs ?? 0;
        const inside = samples.filter((one) => one.atMs > newest - windowMs);
        expect(inside.every(({ value }) => value > hot.limit)).toBe(true);
        expect(inside.length).toBeGreaterThanOrEqual(Math.floor(windowMs / everyMs));
        expect(newest).toBeGreaterThanOrEqual(nowMs - 300_000);
      }),
      { numRuns: 1000 },
    );
    expect(fired).toBeGreaterThan(20);
  });

  it('always fires with one, whatever the phase of the samples', () => {
    fc.assert(
      fc.property(windows, distances, phases, fc.integer({ min: 0, max: 120_000 }), (windowMs, everyMs, phase, agoMs) => {
        const beginMs = nowMs - agoMs - windowMs;
        // It is over the limit for exactly the window, and it is judged when the last sample of it has come.
        const samples = sampled(
          (atMs) => (atMs >= beginMs ? 91 : 20),
          everyMs,
          phase * everyMs,
          nowMs - lookBackMs({ ...hot, windowMs }),
        );
        const known = samples.filter(({ atMs }) => atMs <= beginMs + windowMs);
        const verdict = judge({ ...hot, windowMs }, known, { nowMs, before: null });
        expect(verdict.judgement).toBe('firing');
      }),
      { numRuns: 500 },
    );
  });

  it('never calls it over before it was on the right side for five minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(20, 91), { minLength: 2, maxLength: 40 }), (values) => {
        const samples = minutes(values);
        const verdict = judged(samples, firing(samples[0]?.atMs ?? 0));
        if (verdict.judgement !== 'fine') return;
        const recent = samples.filter(({ atMs }) => atMs > nowMs - clearMs);
        expect(recent.every(({ value }) => value <= hot.limit)).toBe(true);
        expect(recent.length).toBe(5);
      }),
    );
  });
});
