import { z } from 'zod';

/** The matrix that the metrics operations answer, as in Prometheus: Unix seconds, and values as text. */
const matrixSchema = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()).catch({}),
        values: z.array(z.tuple([z.number(), z.string()])),
      }),
    ),
  }),
});

export interface Series {
  /** Such as `mode` for CPU and `mountpoint` for disks. */
  labels: Record<string, string>;
  /** Oldest first. */
  points: { atMs: number; value: number }[];
}

/** Reads a matrix; `null` when the body is not one. Leaves out points that are not numbers. */
export function readMatrix(body: unknown): Series[] | null {
  const parsed = matrixSchema.safeParse(body);
  if (!parsed.success) return null;
  return parsed.data.data.result.map(({ metric, values }) => ({
    labels: metric,
    points: values
      .map(([seconds, value]) => ({ atMs: seconds * 1000, value: Number(value) }))
      .filter((point) => Number.isFinite(point.value)),
  }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const latest = (series: Series): number | null => series.points.at(-1)?.value ?? null;

/** The mean of all points; `null` without any. */
export function average(all: readonly Series[]): number | null {
  const values = all.flatMap((series) => series.points.map((point) => point.value));
  return values.length === 0 ? null : sum(values) / values.length;
}

/**
 * CPU use over the series in percent, 0 to 100. The metric counts the seconds in each mode since the droplet started, so the
 * use is one minus the idle mode's part of the growth. `null` without any growth.
 */
export function cpuPercent(modes: readonly Series[]): number | null {
  const grown = (series: Series) => (series.points.at(-1)?.value ?? 0) - (series.points[0]?.value ?? 0);
  const all = sum(modes.map(grown));
  const idle = sum(modes.filter((series) => series.labels.mode === 'idle').map(grown));
  // A counter that fell was reset by a reboot, so this stretch says nothing.
  return all > 0 && idle >= 0 ? 100 * (1 - idle / all) : null;
}

/**
 * How full the fullest part is in percent, 0 to 100, from sizes and free amounts in the same unit. Disks are matched by their
 * mount point; memory has none. `null` without data.
 */
export function usedPercent(wholes: readonly Series[], frees: readonly Series[]): number | null {
  const shares = wholes.flatMap((whole) => {
    const free = frees.find((series) => series.labels.mountpoint === whole.labels.mountpoint);
    const [size, left] = [latest(whole), free ? latest(free) : null];
    return size === null || left === null || size <= 0 ? [] : [100 * (1 - left / size)];
  });
  return shares.length === 0 ? null : Math.max(...shares);
}
