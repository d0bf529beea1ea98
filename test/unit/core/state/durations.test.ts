import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Durations,
  isFarLonger,
  learn,
  maximumKinds,
  maximumSamples,
  usual,
} from '../../../../main/core/state/durations.ts';

const reboot = { type: 'reboot', regionSlug: 'fra1', sizeSlug: 's-1vcpu-1gb' };
const learnAll = (samples: readonly number[], kind = reboot): Durations =>
  samples.reduce((durations, ms) => learn(durations, kind, ms), new Map() as Durations);

describe('learned durations', () => {
  it('give nothing from a single sample', () => {
    expect(usual(learnAll([20_000]), reboot)).toBeNull();
  });

  it('give the median and the range in which four of five fall', () => {
    expect(usual(learnAll([10_000, 20_000, 30_000, 40_000, 50_000]), reboot)).toEqual({
      usualMs: 30_000,
      rangeMs: [14_000, 46_000],
    });
  });

  it('fall back to the same size in other regions, then to the type alone', () => {
    const durations = learnAll([20_000, 22_000]);
    expect(usual(durations, { ...reboot, regionSlug: 'nyc3' })?.usualMs).toBe(21_000);
    expect(usual(durations, { type: 'reboot', regionSlug: 'nyc3', sizeSlug: 'c-4' })?.usualMs).toBe(21_000);
    expect(usual(durations, { ...reboot, type: 'resize' })).toBeNull();
  });

  it('forget the oldest samples, so that a change of pace is learned', () => {
    const durations = learnAll([...Array(50).fill(100_000), ...Array(maximumSamples).fill(5000)]);
    expect(usual(durations, reboot)?.usualMs).toBe(5000);
  });

  it('ignore durations below zero, or of a day and more', () => {
    expect(learnAll([-1, Number.NaN, 86_400_000]).size).toBe(0);
  });

  it('stay limited in number, however many kinds there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.nat()), { maxLength: 600 }), (all) => {
        let durations: Durations = new Map();
        for (const [type, sizeSlug, ms] of all) durations = learn(durations, { type, regionSlug: 'fra1', sizeSlug }, ms);
        expect(durations.size).toBeLessThanOrEqual(maximumKinds);
        for (const samples of durations.values()) expect(samples.length).toBeLessThanOrEqual(maximumSamples);
      }),
      { numRuns: 20 },
    );
  });
});

describe('far longer than usual', () => {
  const estimate = { usualMs: 25_000, rangeMs: [20_000, 30_000] as [number, number] };

  it.each([
    [89_000, false],
    [90_001, true],
    [30_000, false],
  ])('after %i ms with an upper end of 30 s: %s', (elapsedMs, expected) => {
    expect(isFarLonger(elapsedMs, estimate)).toBe(expected);
  });

  it('needs a minute more than the upper end, so that quick actions may take a little longer', () => {
    const quick = { usualMs: 2000, rangeMs: [1000, 3000] as [number, number] };
    expect(isFarLonger(60_000, quick)).toBe(false);
    expect(isFarLonger(63_001, quick)).toBe(true);
  });

  it('is never said without an estimate', () => {
    expect(isFarLonger(86_400_000, null)).toBe(false);
  });
});
