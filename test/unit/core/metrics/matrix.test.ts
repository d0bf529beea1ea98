import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../../main/core/metrics/matrix.ts';

const body = (values: unknown, metric: unknown = {}) => ({ data: { resultType: 'matrix', result: [{ metric, values }] } });

describe('readMatrix', () => {
  it('reads seconds as milliseconds and texts as numbers', () => {
    const read = readMatrix(
      body(
        [
          [1_634_052_360, '0.5'],
          [1_634_052_480.5, '7'],
        ],
        { host_id: '1', mode: 'idle', odd: 5 },
      ),
    );
    expect(read).toEqual([
      {
        labels: { host_id: '1', mode: 'idle' },
        samples: [
          { atMs: 1_634_052_360_000, value: 0.5 },
          { atMs: 1_634_052_480_500, value: 7 },
        ],
      },
    ]);
  });

  it('leaves out what is no number, so that it becomes a gap', () => {
    const junk = ['NaN', '+Inf', '-Inf', '', ' ', 'off', null, {}, [], true, undefined];
    const values = [...junk.map((value, index) => [index, value]), [50, '3'], [51, 4], 'no pair', [null, '1'], ['52', '1']];
    expect(readMatrix(body(values))?.[0]?.samples).toEqual([
      { atMs: 50_000, value: 3 },
      { atMs: 51_000, value: 4 },
    ]);
  });

  it('puts samples in order, and takes the later one of two at the same moment', () => {
    const read = readMatrix(
      body([
        [3, '3'],
        [1, '1'],
        [2, '2'],
        [1, '9'],
      ]),
    );
    expect(read?.[0]?.samples).toEqual([
      { atMs: 1000, value: 9 },
      { atMs: 2000, value: 2 },
      { atMs: 3000, value: 3 },
    ]);
  });

  it('has no series for a thing that was never measured', () => {
    expect(readMatrix({ status: 'success', data: { resultType: 'matrix', result: [] } })).toEqual([]);
    expect(readMatrix(body(undefined))).toEqual([{ labels: {}, samples: [] }]);
  });

  it.each([null, undefined, 5, 'text', [], {}, { data: null }, { data: { result: 'none' } }])('refuses %j', (given) => {
    expect(readMatrix(given)).toBeNull();
  });
});
