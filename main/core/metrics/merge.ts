import { sampleDistanceMs } from './derive.ts';
import type { Sample, Series } from './matrix.ts';

/** What tells the series of one answer apart, as one text. */
const identityOf = ({ labels }: Series): string =>
  JSON.stringify(Object.entries(labels).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** The usual distance of samples over all series of an answer, in milliseconds; `null`: no series has two. */
export function distanceOf(answer: readonly Series[]): number | null {
  const distances = answer.flatMap(({ samples }) => sampleDistanceMs(samples) ?? []);
  return distances.length === 0 ? null : Math.min(...distances);
}

/**
 * What was kept, with its newest end read anew: samples before `tailFromMs` stay, later ones are those of the tail, and those
 * before `startMs` go. DigitalOcean measures a short time more finely than a long one, so the tail is thinned to the distance of
 * what was kept.
 */
export function withTail(kept: readonly Series[], tail: readonly Series[], tailFromMs: number, startMs: number): Series[] {
  const distanceMs = distanceOf(kept) ?? 0;
  const tails = new Map(tail.map((series) => [identityOf(series), series]));
  const known = kept.map((series) => {
    const identity = identityOf(series);
    const newer = tails.get(identity)?.samples ?? [];
    tails.delete(identity);
    const older = series.samples.filter(({ atMs }) => atMs >= startMs && atMs < tailFromMs);
    return { labels: series.labels, samples: thinnedInto(older, newer, distanceMs) };
  });
  const added = [...tails.values()].map(({ labels, samples }) => ({ labels, samples: thinnedInto([], samples, distanceMs) }));
  return [...known, ...added].filter(({ samples }) => samples.length > 0);
}

/** Appends samples that stand at least about the usual distance after the last one. Counters lose nothing by that. */
function thinnedInto(older: Sample[], newer: readonly Sample[], distanceMs: number): Sample[] {
  let lastMs = older.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
  for (const sample of newer) {
    if (sample.atMs - lastMs < 0.9 * distanceMs) continue;
    older.push(sample);
    lastMs = sample.atMs;
  }
  return older;
}

export const samplesIn = (answer: readonly Series[]): number => answer.reduce((sum, { samples }) => sum + samples.length, 0);
