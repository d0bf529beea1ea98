/**
 * How long finished actions took in milliseconds, by type, region and size: the newest 20 samples of at most 400 kinds. The
 * kind that was used last is at the end of the map.
 */
export type Durations = ReadonlyMap<string, readonly number[]>;

/** What a duration depends on. A null region or size does not count. */
export interface DurationKind {
  type: string;
  regionSlug: string | null;
  sizeSlug: string | null;
}

/** What is usual, in milliseconds: the median, and the range that holds the middle four of five samples. */
export interface Usual {
  usualMs: number;
  rangeMs: [number, number];
}

export const maximumSamples = 20;
export const maximumKinds = 400;
/** With fewer samples there is no estimate. */
const minimumSamples = 2;
/** An action that took longer was stuck. It would distort the estimate for weeks. */
const longestMs = 24 * 3_600_000;

/**
 * The keys under which a sample is stored, the closest kind first: type with region and size, type with size, type alone. An
 * estimate uses the first key that has enough samples.
 */
function keysOf({ type, regionSlug, sizeSlug }: DurationKind): string[] {
  return [`${type}/${regionSlug ?? ''}/${sizeSlug ?? ''}`, `${type}//${sizeSlug ?? ''}`, `${type}//`];
}

/** Adds one finished action. Durations below zero and of a day or more are ignored. */
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

/** What is usual for that kind, or for the closest kind that has two samples; `null`: Buoy has not learned it yet. */
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

/** The value below which that share of the samples lies, between two samples by a straight line. `sorted` is not empty. */
function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return Math.round(below + (above - below) * (position - Math.floor(position)));
}

/**
 * Whether an action takes far longer than usual: over three times the upper end of the range, and over a minute more than it,
 * so that an action of a few seconds is not called slow. Never true without an estimate.
 */
export function isFarLonger(elapsedMs: number, estimate: Usual | null): boolean {
  if (!estimate) return false;
  const upperMs = estimate.rangeMs[1];
  return elapsedMs > upperMs * 3 && elapsedMs > upperMs + 60_000;
}
