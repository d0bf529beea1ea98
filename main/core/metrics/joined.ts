import { percentOf, sampleDistanceMs, usedPercents } from './derive.ts';
import type { Sample, Series } from './matrix.ts';

/*
 * One line out of several, as policies compare it and as charts draw it. A value is made only at moments at which every part of it was
 * measured.
 */

/** The average of all lines at each moment that all of them have. */
export const averaged = (lines: readonly Series[]): readonly Sample[] =>
  joined(lines, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);

/** The sum of all lines at each moment that all of them have. */
export const summed = (lines: readonly Series[]): readonly Sample[] =>
  joined(lines, (values) => values.reduce((sum, value) => sum + value, 0));

/** A part of a whole in percent, each summed over its lines: a load balancer has one for each of its nodes. */
export const shareOf = (wholes: readonly Series[], parts: readonly Series[]): readonly Sample[] =>
  percentOf({ labels: {}, samples: summed(parts) }, { labels: {}, samples: summed(wholes) }).samples;

/** Memory in use in percent. */
export const memoryPercent = (totals: readonly Series[], available: readonly Series[]): readonly Sample[] =>
  averaged(usedPercents(totals, available, null));

/**
 * How full the root disk is in percent, which is what DigitalOcean's guide says that policies are about; the fullest one where no
 * file system is mounted at the root.
 */
export function diskPercent(sizes: readonly Series[], frees: readonly Series[]): readonly Sample[] {
  const disks = usedPercents(sizes, frees, 'mountpoint');
  const root = disks.find(({ labels }) => labels.mountpoint === '/');
  return root ? root.samples : joined(disks, (values) => Math.max(...values));
}

const fiveMinutesMs = 300_000;

/** Answers of a class, such as `5xx`, that were given in the five minutes before each moment. The lines are rates a second. */
export function countOver5Min(lines: readonly Series[], digit: string): readonly Sample[] {
  return means(ratesOf(lines, digit)).map(({ atMs, value }) => ({ atMs, value: (value * fiveMinutesMs) / 1000 }));
}

/**
 * By how many percent answers of a class became more: the five minutes before each moment against the five before those. From
 * nothing to something is no percentage.
 */
export function increaseOver5Min(lines: readonly Series[], digit: string): readonly Sample[] {
  const now = means(ratesOf(lines, digit));
  const then = new Map(now.map(({ atMs, value }) => [atMs + fiveMinutesMs, value]));
  return now.flatMap(({ atMs, value }) => {
    const old = then.get(atMs);
    if (old === undefined || (old === 0 && value > 0)) return [];
    return { atMs, value: old === 0 ? 0 : (100 * (value - old)) / old };
  });
}

/**
 * All lines of a class as one. Which label holds the code is not written down, so any whose value is one counts. Where others were
 * answered and none of this class, their rate is zero.
 */
function ratesOf(lines: readonly Series[], digit: string): readonly Sample[] {
  const isCode = (value: string) => /^[1-5](xx|\d\d)$/i.test(value);
  const coded = lines.filter(({ labels }) => Object.values(labels).some(isCode));
  const own = coded.filter(({ labels }) => Object.values(labels).some((value) => isCode(value) && value.startsWith(digit)));
  const moments = new Map(coded.flatMap(({ samples }) => samples.map(({ atMs }) => [atMs, 0])));
  for (const { samples } of own) for (const { atMs, value } of samples) moments.set(atMs, (moments.get(atMs) ?? 0) + value);
  return [...moments].sort(([one], [other]) => one - other).map(([atMs, value]) => ({ atMs, value }));
}

/** The mean of the samples of the five minutes before each moment, where none of them is missing. */
function means(samples: readonly Sample[]): Sample[] {
  const usualMs = sampleDistanceMs(samples);
  if (usualMs === null || usualMs <= 0) return [];
  const needed = Math.max(1, Math.round(fiveMinutesMs / usualMs));
  return samples.flatMap(({ atMs }, index) => {
    const recent = samples.slice(Math.max(0, index + 1 - needed), index + 1);
    const first = recent[0];
    const isWhole = recent.length === needed && first !== undefined && atMs - first.atMs < fiveMinutesMs + usualMs / 2;
    return isWhole ? { atMs, value: recent.reduce((sum, { value }) => sum + value, 0) / needed } : [];
  });
}

function joined(lines: readonly Series[], make: (values: readonly number[]) => number): readonly Sample[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  if (others.length === 0) return first.samples.map(({ atMs, value }) => ({ atMs, value: make([value]) }));
  const rest = others.map(({ samples }) => new Map(samples.map(({ atMs, value }) => [atMs, value])));
  return first.samples.flatMap(({ atMs, value }) => {
    const values = [value, ...rest.map((one) => one.get(atMs))].filter((one) => one !== undefined);
    return values.length === lines.length ? { atMs, value: make(values) } : [];
  });
}
