import { hashOf } from '../../world/random.ts';

/**
 * Curves over time that store nothing: the same name and moment always give the same value. The integral is exact, because
 * CPU times are counters that only grow.
 */
export interface Wave {
  /** The value at a moment (Unix seconds). */
  at(seconds: number): number;
  /** The integral of the value from Unix second 0. */
  total(seconds: number): number;
}

interface Swing {
  height: number;
  periodSeconds: number;
  phase: number;
}

/** A mean with slow and quick swings around it. `spread` is the largest distance from the mean. */
export function waveOf(name: string, mean: number, spread: number): Wave {
  const phase = (index: number) => ((hashOf(name, index) % 1000) / 1000) * 2 * Math.PI;
  const swings: Swing[] = [
    { height: spread * 0.55, periodSeconds: 86_400, phase: phase(1) },
    { height: spread * 0.25, periodSeconds: 7_331, phase: phase(2) },
    { height: spread * 0.2, periodSeconds: 613, phase: phase(3) },
  ];
  return {
    at: (seconds) =>
      swings.reduce(
        (sum, { height, periodSeconds, phase: shift }) =>
          sum + height * Math.sin((seconds * 2 * Math.PI) / periodSeconds + shift),
        mean,
      ),
    total: (seconds) =>
      swings.reduce((sum, { height, periodSeconds, phase: shift }) => {
        const rate = (2 * Math.PI) / periodSeconds;
        return sum - (height / rate) * Math.cos(seconds * rate + shift);
      }, mean * seconds),
  };
}

/** A value that is high during part of every period, starting at an anchor, and low during the rest. */
export function episodesOf(options: {
  low: number;
  high: number;
  anchorSeconds: number;
  periodSeconds: number;
  highSeconds: number;
}): Wave {
  const { low, high, anchorSeconds, periodSeconds, highSeconds } = options;
  const position = (seconds: number) => (((seconds - anchorSeconds) % periodSeconds) + periodSeconds) % periodSeconds;
  return {
    at: (seconds) => (position(seconds) < highSeconds ? high : low),
    total(seconds) {
      const whole = Math.floor((seconds - anchorSeconds) / periodSeconds);
      const highTime = whole * highSeconds + Math.min(position(seconds), highSeconds);
      return low * (seconds - anchorSeconds) + (high - low) * highTime;
    },
  };
}

/** A wave that has one value from a moment on (Unix seconds). */
export const levelFrom = (wave: Wave, fromSeconds: number, level: number): Wave => ({
  at: (seconds) => (seconds < fromSeconds ? wave.at(seconds) : level),
  total: (seconds) => wave.total(Math.min(seconds, fromSeconds)) + Math.max(0, seconds - fromSeconds) * level,
});

/** The sum of two waves. */
export const sumOfWaves = (one: Wave, other: Wave): Wave => ({
  at: (seconds) => one.at(seconds) + other.at(seconds),
  total: (seconds) => one.total(seconds) + other.total(seconds),
});
