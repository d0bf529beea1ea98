/** One measured figure. Milliseconds differ from machine to machine: the ratio to something of the same run is what counts. */
export interface BenchRow {
  suite: string;
  case: string;
  metric: string;
  value: number;
  unit: string;
  /** What it is compared with; `null`: with nothing. */
  against: string | null;
  /** `value` divided by the same figure of `against`. */
  ratio: number | null;
}

/** A set of figures that belong together, by the name under which it is asked for. */
export interface Suite {
  name: string;
  /** Rejects where it cannot be measured here; the message says why. */
  run(): Promise<BenchRow[]>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

/** How long each of `times` runs took, in milliseconds, after two that do not count. */
export function timesOf(times: number, run: () => unknown): number[] {
  return Array.from({ length: times + 2 }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  }).slice(2);
}
