import { describe, expect, it } from 'vitest';
import { episodesOf, sumOfWaves, waveOf } from '../../../../../main/demo/families/monitoring/waves.ts';

const anchorSeconds = 1_000_000;
const episodes = episodesOf({ low: 30, high: 90, anchorSeconds, periodSeconds: 2_700, highSeconds: 1_200 });

describe.each([
  ['a swinging wave', waveOf('cpu', 40, 12)],
  ['episodes', episodes],
  ['their sum', sumOfWaves(waveOf('cpu', 0, 3), episodes)],
])('%s', (_, wave) => {
  it('adds up to its total over any stretch of time', () => {
    for (const [from, length] of [
      [anchorSeconds - 5_000, 700],
      [anchorSeconds + 100, 4_000],
      [anchorSeconds + 90_000, 60],
    ] as const) {
      let sum = 0;
      for (let second = from; second < from + length; second += 0.5) sum += wave.at(second + 0.25) * 0.5;
      expect(wave.total(from + length) - wave.total(from)).toBeCloseTo(sum, -1);
    }
  });
});

describe('episodes', () => {
  it('are high from their anchor for the given time, again and again', () => {
    const seen = [-1, 0, 1_199, 1_200, 2_699, 2_700].map((seconds) => episodes.at(anchorSeconds + seconds));
    expect(seen).toEqual([30, 90, 90, 30, 30, 90]);
  });
});
