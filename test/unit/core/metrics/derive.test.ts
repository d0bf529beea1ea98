import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  busyPercent,
  difference,
  isGap,
  modePercents,
  percentOf,
  sampleDistanceMs,
  usedPercents,
} from '../../../../main/core/metrics/derive.ts';
import type { Series } from '../../../../main/core/metrics/matrix.ts';

/** A series with a sample a minute; `null`: none at that minute. */
const minutes = (values: readonly (number | null)[], labels: Record<string, string> = {}): Series => ({
  labels,
  samples: values.flatMap((value, index) => (value === null ? [] : { atMs: index * 60_000, value })),
});
const valuesOf = ({ samples }: Series) => samples.map(({ atMs, value }) => [atMs / 60_000, value]);

describe('gaps', () => {
  it('knows the usual distance of samples although some are missing', () => {
    expect(sampleDistanceMs(minutes([1, 2, 3, null, null, 6, 7]).samples)).toBe(60_000);
    expect(sampleDistanceMs(minutes([1]).samples)).toBeNull();
  });

  it('takes one missing sample for none, and two for a gap', () => {
    expect(isGap(120_000, 60_000)).toBe(false);
    expect(isGap(150_000, 60_000)).toBe(false);
    expect(isGap(180_000, 60_000)).toBe(true);
  });
});

describe('CPU', () => {
  const modes = [
    minutes([0, 45, 90, 0, 30], { mode: 'idle', host_id: '7' }),
    minutes([0, 10, 25, 0, 20], { mode: 'user', host_id: '7' }),
    minutes([0, 5, 5, 0, 10], { mode: 'system', host_id: '7' }),
  ];

  it('is what the idle mode leaves of all modes, and silent at a reset', () => {
    const busy = busyPercent(modes);
    expect(busy?.labels).toEqual({ host_id: '7' });
    expect(busy && valuesOf(busy)).toEqual([
      [1, 25],
      [2, 25],
      [4, 50],
    ]);
  });

  it('says nothing over a gap, and goes on after one missing sample', () => {
    const idle = minutes([0, 30, null, 90, null, null, null, 300, 330], { mode: 'idle' });
    const user = minutes([0, 30, null, 90, null, null, null, 300, 330], { mode: 'user' });
    expect(valuesOf(busyPercent([idle, user]) ?? idle)).toEqual([
      [1, 50],
      [3, 50],
      [8, 50],
    ]);
  });

  it('adds the idle time of several processors up', () => {
    const two = ['0', '1'].flatMap((cpu) => [
      minutes([0, cpu === '0' ? 60 : 0], { mode: 'idle', cpu }),
      minutes([0, cpu === '0' ? 0 : 60], { mode: 'user', cpu }),
    ]);
    expect(busyPercent(two)?.samples).toEqual([{ atMs: 60_000, value: 50 }]);
  });

  it('shares the time out among the modes, 100 in all', () => {
    const shares = modePercents(modes);
    expect(shares.map(({ labels, samples }) => [labels.mode, samples.at(-1)?.value])).toEqual([
      ['idle', 50],
      ['user', expect.closeTo(33.33, 2)],
      ['system', expect.closeTo(16.67, 2)],
    ]);
  });

  it('says nothing while no mode grows, or while one of them is missing', () => {
    expect(busyPercent([minutes([5, 5], { mode: 'idle' }), minutes([9, 9], { mode: 'user' })])?.samples).toEqual([]);
    expect(busyPercent([minutes([0, 30, 60], { mode: 'idle' }), minutes([0, 30], { mode: 'user' })])?.samples).toHaveLength(1);
    expect(busyPercent([minutes([0, 30], { mode: 'user' })])).toBeNull();
    expect(busyPercent([])).toBeNull();
  });

  it('stays between 0 and 100, whatever the counters do', () => {
    const counter = fc.array(fc.option(fc.nat(100_000)), { maxLength: 20 });
    fc.assert(
      fc.property(counter, counter, counter, (idle, user, system) => {
        const busy = busyPercent([
          minutes(idle, { mode: 'idle' }),
          minutes(user, { mode: 'user' }),
          minutes(system, { mode: 's' }),
        ]);
        expect(busy?.samples.every(({ value }) => value >= 0 && value <= 100.000001)).toBe(true);
      }),
    );
  });
});

describe('what is used of a whole', () => {
  it('is matched by the mount point, and only where both were measured', () => {
    const sizes = [
      minutes([100, 100], { mountpoint: '/' }),
      minutes([200, 200], { mountpoint: '/data' }),
      minutes([1], { mountpoint: '/x' }),
    ];
    const frees = [minutes([150, null], { mountpoint: '/data' }), minutes([40, 20], { mountpoint: '/' })];
    expect(usedPercents(sizes, frees, 'mountpoint').map((series) => [series.labels.mountpoint, valuesOf(series)])).toEqual([
      [
        '/',
        [
          [0, 60],
          [1, 80],
        ],
      ],
      ['/data', [[0, 25]]],
    ]);
  });

  it('needs no label where there is one of each, as for memory', () => {
    expect(usedPercents([minutes([1024], { host_id: '1' })], [minutes([256], { host_id: '1' })], null)[0]?.samples).toEqual([
      { atMs: 0, value: 75 },
    ]);
  });

  it('has no share of nothing, and is never negative', () => {
    expect(percentOf(minutes([5]), minutes([0])).samples).toEqual([]);
    expect(difference(minutes([10]), minutes([12])).samples).toEqual([{ atMs: 0, value: 0 }]);
  });
});
