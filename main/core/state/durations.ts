/**
 * How long finished actions took, by type, region and size. Bounded: the newest 20 samples of at most 400 kinds. The map's
 * order is that of last use, oldest first.
 */
export type Durations = ReadonlyMap<string, readonly number[]>;

export interface DurationKind {
  type: string;
  regionSlug: string | null;
  sizeSlug: string | null;
}

/** What is usual: the median, and the range in which four of five fall, in milliseconds. */
export interface Usual {
  usualMs: number;
  rangeMs: [number, number];
}

export const maximumSamples = 20;
export const maximumKinds = 400;
/** Fewer say nothing about what is usual. */
const minimumSamples = 2;
/** Actions that took longer hung somewhere; they would spoil the estimate for weeks. */
const longestMs = 24 * 3_600_000;

/** The kinds a sample counts for, the closest first: estimates fall back along this list. */
function keysOf({ type, regionSlug, sizeSlug }: DurationKind): string[] {
  return [`${type}/${regionSlug ?? ''}/${sizeSlug ?? ''}`, `${type}//${sizeSlug ?? ''}`, `${type}//`];
}

/** With one more finished action. Durations below zero, or of a day and more, are not counted. */
export function learn(durations: Durations, kind: DurationKind, tookMs: number): Durations {
  if (!(tookMs >= 0 && tookMs < longestMs)) return durations;
  const next = new Map(durations);
  for (const key of new Set(keysOf(kind))) {
    const samples = [...(next.get(key) ?? []), tookMs].slice(-maximumSamples);
    next.delete(key);
    next.set(key, samples);
  }
  for (const key of next.keys()) {
    if (next.size <= maximumKinds) break;
    next.delete(key);
  }
  return next;
}

/** What is usual for that kind, or for the closest one with at least two samples; `null`: nothing learned. */
export function usual(durations: Durations, kind: DurationKind): Usual | null {
  for (const key of keysOf(kind)) {
    const samples = durations.get(key);
    if (samples && samples.length >= minimumSamples) return summarise(samples);
  }
  return null;
}

function summarise(samples: readonly number[]): Usual {
  const sorted = samples.toSorted((one, other) => one - other);
  return { usualMs: quantile(sorted, 0.5), rangeMs: [quantile(sorted, 0.1), quantile(sorted, 0.9)] };
}

/** Linear between neighbours; `sorted` holds at least one. */
function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return Math.round(below + (above - below) * (position - Math.floor(position)));
}

/** Far longer than usual: over three times the upper end, and a minute more than it. Never true without an estimate. */
export function isFarLonger(elapsedMs: number, estimate: Usual | null): boolean {
  if (!estimate) return false;
  const upperMs = estimate.rangeMs[1];
  return elapsedMs > upperMs * 3 && elapsedMs > upperMs + 60_000;
}
