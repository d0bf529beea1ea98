import type { Sample, Series } from './matrix.ts';

/*
 * What people expect of a metric, made from what the API counts: CPU in percent from seconds, memory and disks in percent from
 * amounts. DigitalOcean answers everything else as amounts and rates already. A value is made only where all of its parts were measured; anything else stays a gap.
 */

/** Samples further apart than this many usual distances have a gap between them. One that is missing is none yet. */
const gapFrom = 2.5;

/** The usual distance of samples in milliseconds: the lower median, so that gaps do not count. `null` with fewer than two. */
export function sampleDistanceMs(samples: readonly Sample[]): number | null {
  const distances = samples.slice(1).map(({ atMs }, index) => atMs - (samples[index]?.atMs ?? atMs));
  return distances.toSorted((one, other) => one - other)[Math.floor((distances.length - 1) / 2)] ?? null;
}

/** Whether nothing was measured between two samples that far apart. */
export const isGap = (distanceMs: number, usualMs: number): boolean => distanceMs > gapFrom * usualMs;

/**
 * The part of each mode in percent, 0 to 100, from the seconds that were spent in each. A moment at which any of the counters
 * was reset, or at which nothing grew, says nothing.
 */
export function modePercents(modes: readonly Series[]): Series[] {
  const growth = modes.map(({ samples }) => new Map(steps(samples).map(({ atMs, grown }) => [atMs, grown])));
  const totals = new Map<number, number>();
  for (const atMs of growth[0]?.keys() ?? []) {
    const parts = growth.map((one) => one.get(atMs));
    const total = parts.reduce<number>((sum, part) => sum + (part === undefined || part < 0 ? Number.NaN : part), 0);
    if (total > 0) totals.set(atMs, total);
  }
  return modes.map(({ labels }, index) => ({
    labels,
    samples: [...totals].map(([atMs, total]) => ({ atMs, value: (100 * (growth[index]?.get(atMs) ?? 0)) / total })),
  }));
}

/** CPU in use in percent, 0 to 100: what the idle mode leaves, over all lines that have it. `null` without such a line. */
export function busyPercent(modes: readonly Series[]): Series | null {
  const idles = modePercents(modes).filter(({ labels }) => labels.mode === 'idle');
  const [first] = idles;
  if (first === undefined) return null;
  const { mode: _mode, ...labels } = first.labels;
  const left = (index: number) => idles.reduce((sum, { samples }) => sum - (samples[index]?.value ?? 0), 100);
  return { labels, samples: first.samples.map(({ atMs }, index) => ({ atMs, value: Math.max(0, left(index)) })) };
}

/** Part of a whole in percent at each moment at which both were measured. */
export const percentOf = (part: Series, whole: Series): Series =>
  together(part, whole, (value, all) => (all > 0 ? (100 * value) / all : null));

/** What is used of a whole of which the free part is known: the difference. */
export const difference = (whole: Series, free: Series): Series => together(whole, free, (all, left) => Math.max(0, all - left));

/**
 * How much is used in percent, 0 to 100, from sizes and free amounts in the same unit: one series for each size that has a free
 * amount. They are matched by `label`, such as the mount point of a file system; `null`: there is only one of each.
 */
export function usedPercents(wholes: readonly Series[], frees: readonly Series[], label: string | null): Series[] {
  return wholes.flatMap((whole) => {
    const free = frees.find(({ labels }) => label === null || labels[label] === whole.labels[label]);
    return free === undefined ? [] : [percentOf(difference(whole, free), whole)];
  });
}

/** Two series as one, at the moments that both have. `null` of `make` is a gap. */
function together(one: Series, other: Series, make: (value: number, beside: number) => number | null): Series {
  const beside = new Map(other.samples.map(({ atMs, value }) => [atMs, value]));
  return {
    labels: one.labels,
    samples: one.samples.flatMap(({ atMs, value }) => {
      const second = beside.get(atMs);
      const made = second === undefined ? null : make(value, second);
      return made === null ? [] : { atMs, value: made };
    }),
  };
}

/**
 * How much a counter grew from each sample to the next; below zero where it was reset, as by a reboot. Steps over a gap are left
 * out.
 */
function steps(samples: readonly Sample[]): { atMs: number; grown: number }[] {
  const usualMs = sampleDistanceMs(samples) ?? 0;
  return samples.slice(1).flatMap(({ atMs, value }, index) => {
    const before = samples[index];
    if (before === undefined || isGap(atMs - before.atMs, usualMs)) return [];
    return { atMs, grown: value - before.value };
  });
}
