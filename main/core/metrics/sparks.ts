import type { Spark } from '../../../preload/contract/metrics.ts';
import { callAs } from '../digitalocean/resources/typed-calls.ts';
import { splitDropletKey } from '../names/droplet-key.ts';
import type { CoreServices } from '../services.ts';
import { cpu } from './charts/droplet.ts';
import { busyPercent } from './derive.ts';
import { readMatrix, type Sample } from './matrix.ts';
import { asQuery, spanOf } from './ranges.ts';
import type { SparkBudget } from './spark-budget.ts';

/** A spark is as wide as a word, so a quarter of an hour is less than a pixel, and half an hour old is new enough. */
const points = 96;
const keptForMs = { read: 1_800_000, none: 21_600_000 } as const;
/** Sparks kept in memory. Each has at most 96 numbers. */
const keptAtMost = 2_000;
/** Requests of sparks at the same time. */
const atOnce = 3;
const deadlineMs = 15_000;

export interface Sparks {
  /** The CPU of these droplets over a day. What is not kept is read as far as the budget allows. */
  read(dropletKeys: readonly string[], signal: AbortSignal): Promise<Spark[]>;
  clear(): void;
}

/** What is needed besides the shared services. */
export interface SparkOptions {
  budget: SparkBudget;
  /** Whether anything may be asked for that team now: not while paused, asleep or offline. */
  canAsk(connectionId: string): boolean;
}

export function createSparks(services: Pick<CoreServices, 'clock' | 'state' | 'api'>, { budget, canAsk }: SparkOptions): Sparks {
  const { clock, state, api } = services;
  const kept = new Map<string, Spark & { readAtMs: number }>();

  const without = (key: string, why: 'none' | 'spared' | 'failed'): Spark => {
    // An older drawing is better than none.
    const { readAtMs: _at, ...older } = kept.get(key) ?? { ...empty(key, why), readAtMs: 0 };
    return older;
  };

  function keep(spark: Spark): Spark {
    kept.delete(spark.key);
    kept.set(spark.key, { ...spark, readAtMs: clock.now() });
    for (const oldest of kept.keys()) {
      if (kept.size <= keptAtMost) break;
      kept.delete(oldest);
    }
    return spark;
  }

  function known(key: string): Spark | null {
    const found = kept.get(key);
    if (found === undefined || (found.state !== 'read' && found.state !== 'none')) return null;
    const { readAtMs, ...spark } = found;
    return Math.abs(clock.now() - readAtMs) < keptForMs[found.state] ? spark : null;
  }

  async function readOne(key: string, signal: AbortSignal): Promise<Spark> {
    const { connectionId, dropletId } = splitDropletKey(key);
    const droplet = state().connections.get(connectionId)?.droplets.get(dropletId);
    // A droplet that is off sends nothing, and one that is new has no day behind it.
    if (droplet?.status !== 'active') return empty(key, 'none');
    const found = known(key);
    if (found) return found;
    const opened = api(connectionId);
    if (!opened.ok) return without(key, 'failed');
    if (signal.aborted || !canAsk(connectionId) || !budget.hasRoom(connectionId, opened.value.budget()))
      return without(key, 'spared');
    budget.spend(connectionId);
    const span = spanOf('24h', clock.now());
    const answer = await callAs(opened.value, cpu.operationId, {
      args: { query: { host_id: String(dropletId), ...asQuery(span) } },
      options: { lane: 'poll', deadlineMs, signal },
      parse: (body) => readMatrix(body) ?? undefined,
    });
    if (!answer.ok) return without(key, 'failed');
    const busy = busyPercent(answer.value);
    const last = busy?.samples.at(-1);
    if (busy === null || last === undefined) return keep({ ...empty(key, 'none'), endMs: span.endMs });
    const values = evenly(busy.samples, span.startMs, span.endMs);
    return keep({ key, state: 'read', values, endMs: span.endMs, latest: rounded(last.value), sampledAtMs: last.atMs });
  }

  return {
    async read(dropletKeys, signal) {
      const all = new Map<string, Spark>();
      const waiting = [...new Set(dropletKeys)];
      const work = async (): Promise<void> => {
        for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) all.set(key, await readOne(key, signal));
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return [...all.values()];
    },
    clear: () => kept.clear(),
  };
}

const empty = (key: string, state: Spark['state']): Spark => ({
  key,
  state,
  values: [],
  endMs: 0,
  latest: null,
  sampledAtMs: null,
});

const rounded = (percent: number): number => Math.round(percent * 10) / 10;

/** The mean of each stretch, over stretches of equal length; `null` where nothing was measured. */
function evenly(samples: readonly Sample[], startMs: number, endMs: number): (number | null)[] {
  const sums = Array.from({ length: points }, () => ({ sum: 0, count: 0 }));
  for (const { atMs, value } of samples) {
    const stretch = sums[Math.min(points - 1, Math.floor(((atMs - startMs) * points) / (endMs - startMs)))];
    if (stretch === undefined) continue;
    stretch.sum += value;
    stretch.count += 1;
  }
  return sums.map(({ sum, count }) => (count === 0 ? null : rounded(sum / count)));
}
