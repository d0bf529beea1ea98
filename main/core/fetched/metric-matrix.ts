import { z } from 'zod';

/** A Prometheus-like matrix, as the metrics operations answer it: values are strings. */
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
  labels: Record<string, string>;
  /** Oldest first. */
  points: { atMs: number; value: number }[];
}

/** `null` where the body is no matrix. Points that are no numbers are left out. */
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

/** How busy the processors were over the series, in percent: their seconds per mode are counted up since boot. */
export function cpuPercent(modes: readonly Series[]): number | null {
  const grown = (series: Series) => (series.points.at(-1)?.value ?? 0) - (series.points[0]?.value ?? 0);
  const all = sum(modes.map(grown));
  const idle = sum(modes.filter((series) => series.labels.mode === 'idle').map(grown));
  // A counter that fell was reset by a reboot: nothing can be said of this stretch.
  return all > 0 && idle >= 0 ? 100 * (1 - idle / all) : null;
}

/** The fullest of the parts in percent, from their whole and their free amounts, matched by mount point where there is one. */
export function usedPercent(wholes: readonly Series[], frees: readonly Series[]): number | null {
  const shares = wholes.flatMap((whole) => {
    const free = frees.find((series) => series.labels.mountpoint === whole.labels.mountpoint);
    const [size, left] = [latest(whole), free ? latest(free) : null];
    return size === null || left === null || size <= 0 ? [] : [100 * (1 - left / size)];
  });
  return shares.length === 0 ? null : Math.max(...shares);
}
