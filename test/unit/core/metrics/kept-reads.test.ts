import { describe, expect, it } from 'vitest';
import { createKeptReads } from '../../../../main/core/metrics/kept-reads.ts';
import { createSharedCall } from '../../../../main/core/metrics/shared-call.ts';
import type { MetricRange } from '../../../../preload/contract/metric-charts.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { Failing, type SeenCall } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';

const operationId = 'monitoring_get_dropletLoad1Metrics';
const never = new AbortController().signal;

/** Answers a sample for each step of what is asked, whose value is its minute. */
const matrix = ({ args }: SeenCall, stepSeconds = 120) => {
  const { start, end } = args.query as { start: string; end: string };
  const values: [number, string][] = [];
  for (let at = Number(start); at <= Number(end); at += stepSeconds) values.push([at, String(at / 60)]);
  return { status: 'success', data: { resultType: 'matrix', result: [{ metric: { host_id: '1' }, values }] } };
};

function begin(reply: (call: SeenCall) => unknown = (call) => matrix(call)) {
  const core = createCoreServices({ [operationId]: reply });
  const reads = createKeptReads(core.services);
  const read = (range: MetricRange, thing = '1', signal = never) =>
    reads.read({ connectionId: 'c1', operationId, query: { host_id: thing }, range }, signal);
  const spans = () => core.api.seen.map(({ args }) => Number(args.query?.end) - Number(args.query?.start));
  return { core, read, spans };
}

describe('what was read of a metric', () => {
  it('serves for the resolution of its range: 1 h, 6 h and 1 h again ask once each', async () => {
    const { read, spans, core } = begin();
    await read('1h');
    await read('6h');
    await core.clock.advance(50_000);
    await read('1h');
    await read('6h');
    expect(spans()).toEqual([3600, 21_600]);
    await core.clock.advance(20_000);
    await read('1h');
    await read('6h');
    expect(spans()).toHaveLength(3);
  });

  it('asks only for the newest end again, and thins it to the distance of the rest', async () => {
    const { read, spans, core } = begin((call) =>
      matrix(call, Number(call.args.query?.end) - Number(call.args.query?.start) > 3600 ? 120 : 15),
    );
    const first = await read('6h');
    await core.clock.advance(10 * 60_000);
    const second = await read('6h');
    expect(spans()).toEqual([21_600, 15 * 60]);
    if (!first.ok || !second.ok) throw new Error('It was not read');
    const samples = second.value.series[0]?.samples ?? [];
    const distances = new Set(samples.slice(1).map(({ atMs }, index) => atMs - (samples[index]?.atMs ?? 0)));
    expect([...distances]).toEqual([120_000]);
    expect(samples[0]?.atMs).toBeGreaterThanOrEqual(second.value.startMs);
    expect(samples.at(-1)?.atMs).toBeGreaterThan(first.value.endMs);
    expect(samples.length).toBe(first.value.series[0]?.samples.length);
  });

  it('takes a late sample into the place where it was missing', async () => {
    const { read, core } = begin();
    await read('1h');
    core.api.answer({ [operationId]: (call) => matrix(call) });
    let isLate = true;
    core.api.answer({
      [operationId]: (call) => {
        const answer = matrix(call, 60);
        if (isLate) answer.data.result[0]?.values.splice(-2);
        return answer;
      },
    });
    const before = await read('1h', '2');
    isLate = false;
    await core.clock.advance(60_000);
    const after = await read('1h', '2');
    if (!before.ok || !after.ok) throw new Error('It was not read');
    const minutes = (read: typeof after.value) => read.series[0]?.samples.map(({ atMs }) => atMs / 60_000) ?? [];
    expect(minutes(after.value).slice(-3)).toEqual([0, 1, 2].map((step) => (minutes(before.value).at(-1) ?? 0) + 1 + step));
  });

  it('asks for everything again when little of it still counts', async () => {
    const { read, spans, core } = begin();
    await read('1h');
    await core.clock.advance(45 * 60_000);
    await read('1h');
    expect(spans()).toEqual([3600, 3600]);
  });

  it('is asked once by those who ask at the same time, and after a failure again', async () => {
    const { read, core } = begin(() => new Failing({ kind: 'server-error', message: 'No.' }));
    const both = await Promise.all([read('1h'), read('1h')]);
    expect(both.map(({ ok }) => ok)).toEqual([false, false]);
    expect(core.api.seen).toHaveLength(1);
    core.api.answer({ [operationId]: (call) => matrix(call) });
    expect((await read('1h')).ok).toBe(true);
  });

  it('refuses an answer that is no matrix, with what was asked', async () => {
    const { read } = begin(() => ({ status: 'success', data: 'none' }));
    expect(await read('1h')).toMatchObject({
      ok: false,
      failure: { kind: 'bad-answer', path: '/v2/monitoring/metrics/droplet/load_1' },
    });
  });

  it('goes when its team goes, and the longest unused when too much is held', async () => {
    const { read, core } = begin((call) => matrix(call, 20));
    // 14 days at one sample every 20 s are 60,480, so the sixth is too much.
    for (const thing of ['1', '2', '3', '4']) await read('14d', thing);
    await core.clock.advance(1000);
    await read('14d', '1');
    await read('14d', '5');
    expect(core.api.seen).toHaveLength(5);
    await read('14d', '2');
    expect(core.api.seen).toHaveLength(6);
    await read('14d', '1');
    expect(core.api.seen).toHaveLength(6);
    core.dispatch({ type: 'connection-removed', connectionId: 'c1' });
    await read('1h', '9');
    await read('14d', '1');
    expect(core.api.seen).toHaveLength(8);
  });
});

describe('a shared call', () => {
  const gaveUp = { kind: 'aborted', message: 'Closed.' } as const;

  it('goes on while somebody waits, and is aborted once nobody does', async () => {
    let inside: AbortSignal | undefined;
    const call = createSharedCall<string>((signal) => {
      inside = signal;
      return new Promise(() => {});
    }, gaveUp);
    const [one, other] = [new AbortController(), new AbortController()];
    const first = call.join(one.signal);
    void call.join(other.signal);
    one.abort();
    expect(await first).toEqual({ ok: false, failure: gaveUp });
    expect([inside?.aborted, call.isOver()]).toEqual([false, false]);
    other.abort();
    expect([inside?.aborted, call.isOver()]).toEqual([true, true]);
  });

  it('is over once it has ended', async () => {
    const call = createSharedCall(async () => ({ ok: true as const, value: 5 }), gaveUp);
    expect(await call.join(never)).toEqual({ ok: true, value: 5 });
    await settle();
    expect(call.isOver()).toBe(true);
  });
});
