import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { MetricRange } from '../../../preload/contract/metric-charts.ts';
import type { CallOptions } from '../digitalocean/api.ts';
import { callAs } from '../digitalocean/resources/typed-calls.ts';
import type { CoreServices } from '../services.ts';
import { metricReadWords } from '../words/metrics.ts';
import { readMatrix, type Series } from './matrix.ts';
import { distanceOf, samplesIn, withTail } from './merge.ts';
import { asQuery, keptForMs, type Span, spanOf } from './ranges.ts';
import { createSharedCall, type SharedCall } from './shared-call.ts';

/** One metric of one thing over a range, as the API reads it. */
export interface MetricAddress {
  connectionId: string;
  operationId: string;
  /** Without start and end. */
  query: Readonly<Record<string, string>>;
  range: MetricRange;
}

/** What was read of a metric. */
export interface KeptRead extends Span {
  series: readonly Series[];
  readAtMs: number;
}

interface Entry {
  connectionId: string;
  kept: KeptRead | null;
  running: SharedCall<KeptRead> | null;
  usedAtMs: number;
}

/** Samples kept in memory over all metrics; some 60 bytes each. Beyond that the longest unused go. */
const samplesAtMost = 300_000;
/** Asked again with each newer end, because samples may come late. */
const overlapMs = 300_000;
/** Charts wait for an answer as long as a person does. */
const options: CallOptions = { lane: 'command', deadlineMs: 30_000 };

/**
 * Metrics that were read, each kept for the resolution of its range, so that a look at another range and back asks once each.
 * Whoever asks for the same shares one request. Of what is too old only the newest end is asked again.
 */
export interface KeptReads {
  read(address: MetricAddress, signal: AbortSignal): Promise<Outcome<KeptRead>>;
  clear(): void;
}

export function createKeptReads({ clock, state, api }: Pick<CoreServices, 'clock' | 'state' | 'api'>): KeptReads {
  const entries = new Map<string, Entry>();

  function at(key: string, connectionId: string): Entry {
    const entry = entries.get(key) ?? { connectionId, kept: null, running: null, usedAtMs: 0 };
    entry.usedAtMs = clock.now();
    entries.set(key, entry);
    return entry;
  }

  /** Drops what belongs to removed connections, and the longest unused metrics while too many samples are held. */
  function shrink(): void {
    for (const [key, { connectionId }] of entries) if (!state().connections.has(connectionId)) entries.delete(key);
    const oldestFirst = [...entries].toSorted(([, one], [, other]) => one.usedAtMs - other.usedAtMs);
    let held = oldestFirst.reduce((sum, [, { kept }]) => sum + samplesIn(kept?.series ?? []), 0);
    // The last one stays: somebody is about to draw it.
    for (const [key, { kept }] of oldestFirst.slice(0, -1)) {
      if (held <= samplesAtMost) return;
      held -= samplesIn(kept?.series ?? []);
      entries.delete(key);
    }
  }

  async function ask(address: MetricAddress, span: Span, signal: AbortSignal): Promise<Outcome<readonly Series[]>> {
    const opened = api(address.connectionId);
    if (!opened.ok) return opened;
    return callAs(opened.value, address.operationId, {
      args: { query: { ...address.query, ...asQuery(span) } },
      options: { ...options, signal },
      parse: (body) => readMatrix(body) ?? undefined,
    });
  }

  async function readAnew(address: MetricAddress, entry: Entry, signal: AbortSignal): Promise<Outcome<KeptRead>> {
    const readAtMs = clock.now();
    const span = spanOf(address.range, readAtMs);
    const before = entry.kept;
    const tailFromMs = before === null ? null : tailOf(before, span);
    const asked = tailFromMs === null ? span : { ...span, startMs: tailFromMs };
    const answer = await ask(address, asked, signal);
    if (!answer.ok) return answer;
    const series =
      before === null || tailFromMs === null ? answer.value : withTail(before.series, answer.value, tailFromMs, span.startMs);
    const kept = { ...span, series, readAtMs };
    entry.kept = kept;
    shrink();
    return success(kept);
  }

  return {
    read(address, signal) {
      const key = keyOf(address);
      const entry = at(key, address.connectionId);
      const { kept } = entry;
      // Absolute, so that a clock that was set back does not make an answer serve for ever.
      if (kept && Math.abs(clock.now() - kept.readAtMs) < keptForMs[address.range]) return Promise.resolve(success(kept));
      if (signal.aborted) return Promise.resolve(failed(gaveUp));
      if (entry.running === null || entry.running.isOver())
        entry.running = createSharedCall((shared) => readAnew(address, entry, shared), gaveUp);
      return entry.running.join(signal);
    },
    clear: () => entries.clear(),
  };
}

const gaveUp = { kind: 'aborted', message: metricReadWords.closed } as const;

const keyOf = ({ connectionId, operationId, query, range }: MetricAddress): string =>
  JSON.stringify([connectionId, operationId, Object.entries(query).toSorted(), range]);

/** From where the end has to be read anew; `null`: all of it, because little of what is kept still counts. */
function tailOf(kept: KeptRead, { startMs, endMs }: Span): number | null {
  const distanceMs = distanceOf(kept.series);
  if (distanceMs === null || kept.endMs > endMs) return null;
  const fromMs = kept.endMs - Math.max(overlapMs, 2 * distanceMs);
  return fromMs - startMs > (endMs - startMs) / 2 ? fromMs : null;
}
