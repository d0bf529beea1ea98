/** One measured figure. Milliseconds differ from machine to machine: the ratio to something of the same run is what counts. */
export interface BenchRow {
  suite: string;
  case: string;
  metric: string;
  /** Text for how a call ended. */
  value: number | string;
  unit: string;
  /** What it is compared with; `null`: nothing. */
  against: string | null;
  /** `value` divided by the same figure of `against`. */
  ratio: number | null;
}

/** Makes the rows of one case: the ratio follows from the figure that a value is compared with. */
export const rowsFor =
  (suite: string, name: string) =>
  (metric: string, value: number, unit: string, against: string | null = null, other: number | null = null): BenchRow => ({
    suite,
    case: name,
    metric,
    value,
    unit,
    against,
    ratio: other === null ? null : value / other,
  });

/** What a suite may use. */
export interface BenchContext {
  /** Base URL of the mock server with options, such as `{ lat: 50, fault: 'resetonce' }`. Each call has counters of its own. */
  mockUrl(options?: Record<string, string | number>): { baseUrl: string; id: string };
  /** The mock's counters for that id. */
  stats(id: string): Promise<MockStats>;
  /** Runs one measurement in a process of its own. */
  measure(options: {
    peer: Peer;
    mode: string;
    baseUrl: string;
    capMs?: number;
    env?: Record<string, string>;
    args?: string[];
  }): Promise<Measured>;
  rounds: number;
  /** Writes a line of progress for people to standard error. */
  say(line: string): void;
}

export interface MockStats {
  requests: number;
  refused: number;
  posts: number;
  mostInFlight: number;
  connections: number;
}

export const peers = ['buoy', 'undici', 'node-http'] as const;
export type Peer = (typeof peers)[number];

/** What the measured process printed, and how long the whole process took. `isKilled`: it reached the time limit. */
export interface Measured {
  isKilled: boolean;
  wallMs: number;
  result: string;
  figures: Readonly<Record<string, number>>;
}

/** A group of measurements. Add one to `suites.ts` and it is part of `npm run bench`. */
export interface Suite {
  name: string;
  /** One sentence about what is measured and how to read it. */
  about?: string;
  /** Rejects if it cannot be measured on this machine. The message says why. */
  run(context: BenchContext): Promise<BenchRow[]>;
}

/** Throws if nothing was measured. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

/** How long each of `times` runs took, in milliseconds. Two runs before them do not count. */
export function timesOf(times: number, run: () => unknown): number[] {
  return Array.from({ length: times + 2 }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  }).slice(2);
}

/** Rows of one figure for every peer, each against the first one named in `against`. */
export function compare(
  identity: Pick<BenchRow, 'suite' | 'case' | 'metric' | 'unit'>,
  values: ReadonlyMap<Peer, number>,
  against: Peer,
): BenchRow[] {
  const base = values.get(against);
  return [...values].map(([peer, value]) => {
    const ratio = base === undefined || base === 0 || peer === against ? null : value / base;
    return { ...identity, case: `${identity.case} / ${peer}`, value, against: peer === against ? null : against, ratio };
  });
}
