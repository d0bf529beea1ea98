/** What is drawn. `null`: a gap. `undefined`: a single missing sample, over which the line goes on. */
export type Drawn = number | null | undefined;

/** Moments in Unix seconds, and what each line measured at them; `null`: nothing. */
interface Measured {
  times: readonly number[];
  lines: readonly { values: readonly (number | null)[] }[];
}

/** Moments and lines in the form that the drawing takes. */
export interface Thinned {
  times: readonly number[];
  lines: readonly (readonly Drawn[])[];
}

/**
 * The samples of a stretch of time (Unix seconds), as many as can be seen on so many pixels. Where several fall on one, only the
 * lowest and the highest of each line are left, in their order: the line looks the same, and 14 days are drawn as fast as one.
 */
export function thinned({ times, lines }: Measured, from: number, to: number, pixels: number): Thinned {
  // One more at either end, so that the lines go on to the edges.
  const first = Math.max(0, placeOf(times, from) - 1);
  const last = Math.min(times.length - 1, placeOf(times, to));
  const size = Math.floor((last - first + 1) / Math.max(1, pixels));
  if (size < 3) return { times: times.slice(first, last + 1), lines: lines.map((line) => bridged(line, first, last)) };
  const starts: number[] = [];
  // Counted from the very first sample, so that a line does not tremble while it is moved along.
  for (let start = first - (first % size); start <= last; start += size) starts.push(Math.max(first, start));
  const middle = size >> 1;
  return {
    times: starts.flatMap((start) => [times[start] ?? 0, times[Math.min(start + middle, last)] ?? 0]),
    lines: lines.map(({ values }) => extremes(values, starts, size, last)),
  };
}

/** Place of the first moment that is not before a time. */
function placeOf(times: readonly number[], seconds: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lowest and highest of each stretch, in the order in which they were measured. A stretch without a sample is a gap. */
function extremes(values: readonly (number | null)[], starts: readonly number[], size: number, last: number): Drawn[] {
  const drawn: Drawn[] = new Array(starts.length * 2);
  for (let place = 0; place < starts.length; place += 1) {
    const start = starts[place] ?? 0;
    const end = Math.min(start + size, last + 1);
    let [lowest, highest, lowestAt, highestAt] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, -1];
    for (let index = start; index < end; index += 1) {
      const value = values[index];
      if (value === null || value === undefined) continue;
      if (value < lowest) {
        lowest = value;
        lowestAt = index;
      }
      if (value > highest) {
        highest = value;
        highestAt = index;
      }
    }
    const isRising = lowestAt <= highestAt;
    drawn[2 * place] = lowestAt < 0 ? null : isRising ? lowest : highest;
    drawn[2 * place + 1] = lowestAt < 0 ? null : isRising ? highest : lowest;
  }
  return drawn;
}

/** Two and a half sample distances without a measurement are a gap, so one that is missing alone is none. */
function bridged({ values }: Measured['lines'][number], first: number, last: number): Drawn[] {
  const drawn: Drawn[] = values.slice(first, last + 1);
  for (let index = 1; index < drawn.length - 1; index += 1)
    if (drawn[index] === null && typeof drawn[index - 1] === 'number' && typeof drawn[index + 1] === 'number')
      drawn[index] = undefined;
  return drawn;
}
