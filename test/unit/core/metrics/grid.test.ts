import { describe, expect, it } from 'vitest';
import { onGrid } from '../../../../main/core/metrics/grid.ts';

const span = { startMs: 0, endMs: 600_000 };
const line = (...values: (number | null)[]) => ({
  line: 'used',
  detail: null,
  samples: values.flatMap((value, index) => (value === null ? [] : { atMs: index * 60_000, value })),
});

describe('onGrid', () => {
  it('keeps missing samples as null, at moments that all lines share', () => {
    const { fromMs, stepMs, lines, sampledAtMs } = onGrid([line(null, 1, 2, null, null, 5), line(7, 8, 9, 10)], span);
    expect([fromMs, stepMs, sampledAtMs]).toEqual([0, 60_000, 300_000]);
    expect(lines.map(({ values }) => values)).toEqual([
      [null, 1, 2, null, null, 5],
      [7, 8, 9, 10, null, null],
    ]);
  });

  it('takes samples that are a little late to their moment', () => {
    const late = { line: 'used', detail: null, samples: [0, 61_000, 119_000, 180_500].map((atMs) => ({ atMs, value: atMs })) };
    expect(onGrid([late], span).lines[0]?.values).toEqual([0, 61_000, 119_000, 180_500]);
  });

  it('has no moments without a sample, and one with one', () => {
    expect(onGrid([], span)).toEqual({ fromMs: 0, stepMs: 60_000, lines: [], sampledAtMs: null });
    expect(onGrid([line()], span).lines[0]?.values).toEqual([]);
    expect(onGrid([line(null, 3)], span)).toMatchObject({ fromMs: 60_000, sampledAtMs: 60_000, lines: [{ values: [3] }] });
  });

  it('stays small, whatever the times of an answer are', () => {
    const odd = { line: 'used', detail: null, samples: [0, 1, 2, 3, 1e15].map((atMs) => ({ atMs, value: 1 })) };
    expect(onGrid([odd], span).lines[0]?.values.length).toBeLessThan(700);
  });

  it('tells no more digits than can be seen', () => {
    expect(onGrid([line(1 / 3, 4_294_967_296, 0)], span).lines[0]?.values).toEqual([0.333333, 4_294_970_000, 0]);
  });
});
