import type { Spark } from '../../../preload/contract/metrics.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import type { Measured, MeasuredRow } from '../../../preload/contract/watching.ts';
import { byName } from '../../readings/droplet-order.ts';

/** Droplets that are drawn. */
const shownAtMost = 5;
/** Droplets whose CPU is asked for to find the busiest: at two looks an hour well within what drawings of CPU may cost. */
const askedAtMost = 24;

/** A droplet whose CPU is known. */
export interface BusyDroplet {
  key: string;
  name: string;
  connectionId: string;
  cpu: Measured;
  memory: Measured | null;
  disk: Measured | null;
  spark: Spark | undefined;
}

/** Why a droplet's CPU is not known. `waiting`: it is asked for. */
export type Unknown = Exclude<Spark['state'], 'read'> | 'waiting';

export interface Busiest {
  rows: readonly BusyDroplet[];
  /** Droplets whose CPU is known and that are not drawn, and the highest of theirs; `null`: there are none. */
  rest: { count: number; percent: number } | null;
  /** The others, by why. */
  unknown: ReadonlyMap<Unknown, number>;
  isEmpty: 'no droplet' | 'none runs' | null;
}

export interface BusySource {
  droplets: readonly DropletRow[];
  /** By the droplet's key. */
  measured: ReadonlyMap<string, MeasuredRow>;
  sparks: ReadonlyMap<string, Spark>;
  /** The droplets that are asked for. */
  asked: readonly string[];
}

/** A droplet that is off or not there yet sends nothing. */
const runs = ({ status }: DropletRow): boolean => status === 'active';
const isProd = ({ tags }: DropletRow): boolean => tags.some((tag) => /^prod(uction)?$/i.test(tag));

/** Whose CPU is asked for, by key: those that policies found busiest, then the pinned ones and those tagged prod. */
export function askedFor({ droplets, measured }: Pick<BusySource, 'droplets' | 'measured'>): string[] {
  const known = ({ key }: DropletRow) => measured.get(key)?.cpu?.percent ?? -1;
  return droplets
    .filter(runs)
    .sort(
      (one, other) =>
        known(other) - known(one) ||
        Number(other.isPinned) - Number(one.isPinned) ||
        Number(isProd(other)) - Number(isProd(one)) ||
        byName(one, other),
    )
    .slice(0, askedAtMost)
    .map(({ key }) => key);
}

/** The busiest droplets by the newest that is known of their CPU, and what is to be said of the others. */
export function busiestOf({ droplets, measured, sparks, asked }: BusySource): Busiest {
  const running = droplets.filter(runs);
  const isAsked = new Set(asked);
  const known: BusyDroplet[] = [];
  const unknown = new Map<Unknown, number>();
  for (const { key, name, connectionId } of running.toSorted(byName)) {
    const { memory = null, disk = null, cpu = null } = measured.get(key) ?? {};
    const spark = sparks.get(key);
    const newest = newer(cpu, spark);
    if (newest !== null) known.push({ key, name, connectionId, cpu: newest, memory, disk, spark });
    else {
      const why = spark === undefined ? (isAsked.has(key) ? 'waiting' : 'spared') : spark.state === 'read' ? 'none' : spark.state;
      unknown.set(why, (unknown.get(why) ?? 0) + 1);
    }
  }
  known.sort((one, other) => other.cpu.percent - one.cpu.percent);
  const [next, ...others] = known.slice(shownAtMost);
  return {
    rows: known.slice(0, shownAtMost),
    rest: next === undefined ? null : { count: others.length + 1, percent: next.cpu.percent },
    unknown,
    isEmpty: droplets.length === 0 ? 'no droplet' : running.length === 0 ? 'none runs' : null,
  };
}

/** What a policy saw or what the drawing says, whichever was measured later. Only a policy knows whether that is too much. */
function newer(cpu: Measured | null, spark: Spark | undefined): Measured | null {
  if (spark === undefined || spark.latest === null || spark.sampledAtMs === null) return cpu;
  const isNewer = cpu === null || spark.sampledAtMs > cpu.atMs;
  return isNewer ? { percent: spark.latest, atMs: spark.sampledAtMs, state: cpu?.state ?? 'quiet' } : cpu;
}
