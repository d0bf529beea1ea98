import { describe, expect, it } from 'vitest';
import { average, cpuPercent, readMatrix, usedPercent } from '../../../../main/core/fetched/metric-matrix.ts';

/**
 * The form in which metrics operations answer:
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/monitoring_get_DropletCpuMetrics
 */
const matrix = (...result: { metric: Record<string, string>; values: [number, string][] }[]) => {
  const read = readMatrix({ status: 'success', data: { resultType: 'matrix', result } });
  if (!read) throw new Error('This is a matrix');
  return read;
};

describe('a metric matrix', () => {
  it('is read with its labels, without points that are not numbers', () => {
    expect(
      matrix({
        metric: { mode: 'idle' },
        values: [
          [1, '2.5'],
          [2, 'NaN'],
        ],
      }),
    ).toEqual([{ labels: { mode: 'idle' }, points: [{ atMs: 1000, value: 2.5 }] }]);
  });

  it('is refused if it is not a matrix', () => {
    expect(readMatrix({ data: {} })).toBeNull();
    expect(readMatrix(null)).toBeNull();
  });

  it('gives the processors’ share from the growth of each mode', () => {
    const modes = matrix(
      {
        metric: { mode: 'idle' },
        values: [
          [0, '1000'],
          [60, '1009'],
        ],
      },
      {
        metric: { mode: 'user' },
        values: [
          [0, '500'],
          [60, '580'],
        ],
      },
      {
        metric: { mode: 'system' },
        values: [
          [0, '100'],
          [60, '111'],
        ],
      },
    );
    expect(cpuPercent(modes)).toBeCloseTo(91, 5);
  });

  it('gives no share across a reboot or without data', () => {
    expect(
      cpuPercent(
        matrix({
          metric: { mode: 'idle' },
          values: [
            [0, '1000'],
            [60, '5'],
          ],
        }),
      ),
    ).toBeNull();
    expect(cpuPercent([])).toBeNull();
  });

  it('gives the fullest mount point', () => {
    const size = matrix(
      { metric: { mountpoint: '/' }, values: [[0, '100']] },
      { metric: { mountpoint: '/data' }, values: [[0, '200']] },
    );
    const free = matrix(
      { metric: { mountpoint: '/data' }, values: [[0, '20']] },
      { metric: { mountpoint: '/' }, values: [[0, '60']] },
    );
    expect(usedPercent(size, free)).toBe(90);
  });

  it('averages values that are measured directly', () => {
    expect(
      average(
        matrix({
          metric: {},
          values: [
            [0, '1'],
            [60, '3'],
          ],
        }),
      ),
    ).toBe(2);
    expect(average([])).toBeNull();
  });
});
