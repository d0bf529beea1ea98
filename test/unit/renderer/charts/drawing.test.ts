import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricChart, MetricLimit } from '../../../../preload/contract/metrics.ts';
import { type ChartPlace, placeAfter } from '../../../../renderer/charts/chart-keys.ts';
import { csvOf } from '../../../../renderer/charts/csv.ts';
import { lookOf } from '../../../../renderer/charts/looks.ts';
import { modelOf, nearestMoment, newest } from '../../../../renderer/charts/model.ts';
import { firingStretches } from '../../../../renderer/charts/overlays.ts';
import { sparkPaths } from '../../../../renderer/charts/spark-path.ts';
import { thinned } from '../../../../renderer/charts/thin.ts';
import { timeTicks } from '../../../../renderer/charts/ticks.ts';
import { base64Of, fileName } from '../../../../renderer/page/made-file.ts';
import { lineName, metricValue } from '../../../../renderer/words/charts.ts';

const minute = 60_000;
const startMs = Date.UTC(2026, 10, 23, 14);
const nobody = () => undefined;

const chart = (values: (number | null)[], more: Partial<MetricChart> = {}): MetricChart => ({
  unit: 'percent',
  startMs,
  endMs: startMs + (values.length - 1) * minute,
  fromMs: startMs,
  stepMs: minute,
  lines: [{ line: 'used', detail: null, values }],
  limits: [],
  sampledAtMs: startMs,
  freshUntilMs: startMs,
  ...more,
});
const limit = (value: number, firingSinceMs: number | null = null) => ({
  policyUuid: `p${value}`,
  description: '',
  comparison: 'GreaterThan' as const,
  value,
  windowMinutes: 5,
  line: 'used',
  firingSinceMs,
  fired: [] as MetricLimit['fired'],
});

describe('what is shaded', () => {
  it('is each stretch in which any policy fired, once, and the running one to the end', () => {
    const { end } = modelOf(chart([1]), nobody);
    const at = (from: number, to: number) => ({ fromMs: (end - from) * 1000, toMs: (end - to) * 1000 });
    const limits = [
      { ...limit(80), fired: [at(900, 600), at(300, 240)] },
      { ...limit(90, (end - 60) * 1000), fired: [at(700, 500)] },
    ];
    const shaded = firingStretches(modelOf(chart([1], { limits }), nobody));
    expect(shaded.map(({ from, to }) => [end - from, end - to])).toEqual([
      [900, 500],
      [300, 240],
      [60, 0],
    ]);
  });
});

describe('a model', () => {
  it('knows its moments and its extremes', () => {
    const model = modelOf(chart([null, 4, null, 2]), nobody);
    expect(model.times).toEqual([0, 60, 120, 180].map((seconds) => startMs / 1000 + seconds));
    expect(model.extent).toEqual({ lowest: 2, highest: 4 });
    expect(modelOf(chart([null]), nobody).extent).toBeNull();
  });

  it.each<[MetricChart['unit'], number, number]>([
    ['percent', 34, 100],
    ['percent', 130, 200],
    ['count', 3.4, 4],
    ['count', 0, 1],
    ['per-second', 187, 200],
    ['megabits-per-second', 0.34, 0.4],
    ['bytes', 3 * 1024 ** 3, 4 * 1024 ** 3],
    ['bytes', 700, 800],
  ])('in %s ends its scale for %d at %d', (unit, value, top) => {
    expect(modelOf(chart([value, 0], { unit }), nobody).top).toBeCloseTo(top, 6);
  });

  it('makes room for the limits of policies, unless one lies so far above that the lines would be flat', () => {
    const { top, limits } = modelOf(chart([3, 2], { unit: 'count', limits: [limit(5), limit(900)] }), nobody);
    expect([top, limits.map(({ isInReach, text }) => [isInReach, text])]).toEqual([
      5,
      [
        [true, 'alert above 5'],
        [false, 'alert above 900'],
      ],
    ]);
    expect(modelOf(chart([3], { limits: [limit(80)] }), nobody).limits[0]?.isInReach).toBe(true);
  });

  it('finds the measured moment that is nearest, and the newest value', () => {
    const model = modelOf(chart([1, null, null, null, 5, null]), nobody);
    const at = (minutes: number) => nearestMoment(model, startMs / 1000 + minutes * 60);
    expect([at(-50), at(1), at(2), at(3), at(900)]).toEqual([0, 0, 0, 4, 4]);
    expect(model.lines[0] && newest(model, model.lines[0])).toEqual({ value: 5, at: startMs / 1000 + 240 });
    expect(nearestMoment(modelOf(chart([null, null]), nobody), 0)).toBeNull();
  });
});

describe('what is drawn', () => {
  const whole = (values: (number | null)[], pixels: number) => {
    const model = modelOf(chart(values), nobody);
    return thinned(model, model.start, model.end, pixels);
  };

  it('goes on over one missing measurement, and has a gap where two or more are missing', () => {
    expect(whole([null, 1, null, 3, null, null, 6, null], 100).lines).toEqual([[null, 1, undefined, 3, null, null, 6, null]]);
  });

  it('is the lowest and the highest of what falls on one pixel, in their order', () => {
    const { times, lines } = whole([1, 9, 5, 2, 8, 8, 1, 4, null, null, null, null], 3);
    expect(lines).toEqual([[1, 9, 8, 1, null, null]]);
    expect(times.map((time) => time - startMs / 1000)).toEqual([0, 120, 240, 360, 480, 600]);
  });

  it('is the stretch that is shown, with one more at either end', () => {
    const model = modelOf(chart(Array.from({ length: 100 }, (_, index) => index)), nobody);
    const { lines } = thinned(model, startMs / 1000 + 10 * 60, startMs / 1000 + 14 * 60, 500);
    expect(lines).toEqual([[9, 10, 11, 12, 13, 14]]);
  });

  it('keeps every extreme, and few points, however many there are', () => {
    const value = fc.option(fc.integer({ min: -50, max: 50 }), { freq: 10 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (values, pixels) => {
        const drawn = whole(values, pixels).lines[0] ?? [];
        const measured = (from: readonly (number | null | undefined)[]) => from.filter((one) => typeof one === 'number');
        expect(Math.max(...measured(drawn))).toBe(Math.max(...measured(values)));
        expect(Math.min(...measured(drawn))).toBe(Math.min(...measured(values)));
        expect(drawn.length).toBeLessThanOrEqual(4 * pixels + 4);
      }),
    );
  });
});

describe('the keys of a chart', () => {
  const model = modelOf(chart([0, 1, 2, null, null, 5, 6, 7, 8, 9, 10, 11, 12]), nobody);
  const seconds = (index: number) => startMs / 1000 + index * 60;
  const press = (place: Partial<ChartPlace>, key: string, shiftKey = false) =>
    placeAfter({ key, shiftKey }, { index: null, zoom: null, ...place }, model);

  it('move along what was measured, and over gaps', () => {
    expect(press({}, 'ArrowLeft')?.index).toBe(12);
    expect(press({}, 'ArrowRight')?.index).toBe(0);
    expect(press({ index: 2 }, 'ArrowRight')?.index).toBe(5);
    expect(press({ index: 5 }, 'ArrowLeft')?.index).toBe(2);
    expect(press({ index: 12 }, 'ArrowRight')?.index).toBe(12);
    expect(press({ index: 12 }, 'ArrowLeft', true)?.index).toBe(0);
    expect(press({ index: 6 }, 'Home')?.index).toBe(0);
    expect(press({ index: 6 }, 'End')?.index).toBe(12);
  });

  it('zoom around the cursor, not beyond a few measurements, and back', () => {
    const zoom = press({ index: 6 }, '+')?.zoom;
    expect(zoom).toEqual({ from: seconds(3), to: seconds(9) });
    expect(press({ index: 6, zoom: zoom ?? null }, '+')?.zoom).toEqual(zoom);
    expect(press({ index: 12, zoom: zoom ?? null }, 'Home')?.index).toBe(5);
    expect(press({ index: 6, zoom: zoom ?? null }, '-')?.zoom).toBeNull();
    expect(press({ index: 6, zoom: zoom ?? null }, '0')).toEqual({ index: 6, zoom: null });
  });

  it('take the chart’s own state back with Escape, and leave it to others when there is none', () => {
    expect(press({ index: 6, zoom: { from: 1, to: 2 } }, 'Escape')).toEqual({ index: null, zoom: null });
    expect(press({}, 'Escape')).toBeUndefined();
    expect(press({}, 'x')).toBeUndefined();
  });
});

describe('a chart in words and files', () => {
  it('names lines by what they are: modes, mount points, droplets behind a load balancer', () => {
    const name = (line: string, detail: string | null) => lineName({ line, detail }, (id) => (id === 101 ? 'web-01' : undefined));
    expect([name('used', null), name('mode', 'iowait'), name('mode', 'odd'), name('used', '/mnt/data')]).toEqual([
      'used',
      'waiting for disks',
      'odd',
      '/mnt/data',
    ]);
    expect([name('target', 'node-101'), name('target', 'node-7'), name('code', '5xx')]).toEqual(['web-01', 'droplet 7', '5xx']);
  });

  it.each<[MetricChart['unit'], number, string]>([
    ['percent', 4.25, '4.3 %'],
    ['percent', 91.4, '91 %'],
    ['count', 12_345, '12,345'],
    ['count', 0.0241, '0.024'],
    ['per-second', 62.66, '62.7/s'],
    ['seconds', 0.0991, '99.1 ms'],
    ['seconds', 2.4, '2.4 s'],
    ['bytes', 0, '0 bytes'],
    ['bytes', 1.5 * 1024 ** 3, '1.5 GiB'],
    ['bytes-per-second', 1_420_000, '1.42 MB/s'],
    ['megabits-per-second', 0.016, '16 kbit/s'],
    ['megabits-per-second', 5.7, '5.7 Mbit/s'],
    ['megabits-per-second', 2500, '2.5 Gbit/s'],
  ])('say %s %d as %s', (unit, value, text) => {
    expect(metricValue(unit, value)).toBe(text);
  });

  it('writes every measurement as CSV, in UTC, with nothing where nothing was measured', () => {
    const lines = [
      { line: 'used', detail: '/', values: [47, null] },
      { line: 'used', detail: '/mnt/a, "b"', values: [1.5, 2] },
    ];
    expect(csvOf(modelOf(chart([], { lines }), nobody))).toBe(
      'time,/ (percent),"/mnt/a, ""b"" (percent)"\r\n2026-11-23T14:00:00.000Z,47,1.5\r\n2026-11-23T14:01:00.000Z,,2\r\n',
    );
  });

  it('names files so that every system takes them, and encodes any text', () => {
    expect(fileName('CPU by mode of web/01 “été”', 'csv')).toBe('cpu-by-mode-of-web-01-été.csv');
    expect(Buffer.from(base64Of('é, “5 %”'), 'base64').toString('utf8')).toBe('é, “5 %”');
    expect(Buffer.from(base64Of('x'.repeat(100_000)), 'base64').length).toBe(100_000);
  });

  it('has the clock on its axis within two days and the day beyond, but nothing at the very ends', () => {
    const from = startMs / 1000;
    expect(timeTicks([from, from + 3600, from + 21_590], from, from + 21_600)).toEqual([null, '15:00', null]);
    const day = 86_400;
    const midnight = Date.UTC(2026, 10, 24) / 1000;
    expect(timeTicks([midnight, midnight + day / 2], from, from + 3 * day)).toEqual(['24 Nov', '12:00']);
    expect(timeTicks([midnight + day / 2], from, from + 7 * day)).toEqual(['24 Nov']);
  });

  it('tells eight lines apart by colour and dashes', () => {
    expect(new Set(Array.from({ length: 12 }, (_, index) => JSON.stringify(lookOf(index)))).size).toBe(12);
    expect([lookOf(0).dash, lookOf(1).dash.length > 0]).toEqual([[], true]);
  });
});

describe('a spark', () => {
  const box = { width: 100, height: 20, top: 100 };

  it('is a line and an area that break at gaps, but not at one missing value', () => {
    const { line, area } = sparkPaths([0, null, 100, null, null, 50], box);
    expect(line).toBe('M0 19L40 1M100 10h.01');
    expect(area).toBe('M0 20L0 19L40 1L40 20ZM100 20L100 10L100 20Z');
  });

  it('is nothing without values, and flat without height', () => {
    expect(sparkPaths([], box)).toEqual({ line: '', area: '' });
    expect(sparkPaths([0, 0], { ...box, top: 0 }).line).toBe('M0 19L100 19');
  });
});
