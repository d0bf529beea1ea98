import { list, record } from '../digitalocean/resources/wire-values.ts';

/** A value and when it was measured, in Unix milliseconds. */
export interface Sample {
  atMs: number;
  value: number;
}

/** One line of an answer: samples with rising times, oldest first. */
export interface Series {
  /** What tells it from the other lines, such as `mode` for CPU and `mountpoint` for disks. */
  labels: Readonly<Record<string, string>>;
  samples: readonly Sample[];
}

/**
 * Reads the matrix that the metrics operations answer, as in Prometheus: Unix seconds, and values as text. `null`: the body is
 * none. Samples that are no numbers ("NaN", "+Inf", nothing) are left out, so that they become gaps.
 */
export function readMatrix(body: unknown): Series[] | null {
  const result = record(record(body)?.data)?.result;
  if (!Array.isArray(result)) return null;
  return result.map((line) => {
    const wire = record(line);
    return { labels: labelsOf(wire?.metric), samples: samplesOf(list(wire?.values)) };
  });
}

const labelsOf = (metric: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record(metric) ?? {}).filter((label): label is [string, string] => typeof label[1] === 'string'),
  );

function samplesOf(values: readonly unknown[]): Sample[] {
  const samples: Sample[] = [];
  let isSorted = true;
  for (const pair of values) {
    const sample = sampleOf(pair);
    if (sample === null) continue;
    const last = samples.at(-1);
    if (last !== undefined && sample.atMs <= last.atMs) isSorted = false;
    samples.push(sample);
  }
  if (isSorted) return samples;
  // Of two samples of one moment the later one in the answer counts.
  const byTime = new Map(samples.map((sample) => [sample.atMs, sample]));
  return [...byTime.values()].sort((one, other) => one.atMs - other.atMs);
}

function sampleOf(pair: unknown): Sample | null {
  if (!Array.isArray(pair)) return null;
  const [seconds, raw] = pair;
  // An empty text would count as zero.
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  const isSample = Number.isFinite(seconds) && Number.isFinite(value);
  return isSample ? { atMs: Math.round(seconds * 1000), value } : null;
}
