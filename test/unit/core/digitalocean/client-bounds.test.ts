import { beforeAll, describe, expect, it } from 'vitest';
import type { Budget } from '../../../../main/core/digitalocean/api.ts';
import { bytesOf, whenAborted } from './memory-transport.ts';
import { calledOperations, elapse, failureOf, fine, openClient, preload, status } from './open-client.ts';

beforeAll(() => preload(...calledOperations));

describe('bounds', () => {
  it('end a request that gets no headers within 15 s', async () => {
    const { api, clock } = openClient(() => 'never');
    const { value, tookMs } = await elapse(clock, api.call('account_get', {}, { deadlineMs: 1_000_000 }));
    expect(failureOf(value)).toMatchObject({ kind: 'timeout', attempts: 4 });
    expect(tookMs).toBeGreaterThanOrEqual(60_000);
    expect(tookMs).toBeLessThan(63_000);
  });

  it('end a trickle after 30 s and free its place', async () => {
    const { api, clock } = openClient(({ url }, index) => {
      if (url.endsWith('/account') && index < 10) return { stream: (signal) => trickle(clock, signal) };
      return fine;
    });
    const trickles = Array.from({ length: 10 }, () => api.call('account_get', {}, { deadlineMs: 35_000 }));
    await clock.advance(10);
    const other = elapse(clock, api.call('account_get'));
    const { value, tookMs } = await other;
    expect(value.ok).toBe(true);
    expect(tookMs).toBeGreaterThan(29_900);
    expect(tookMs).toBeLessThan(31_000);
    for (const one of trickles) expect((await elapse(clock, one)).value).toMatchObject({ ok: true, value: { attempts: 2 } });
  });

  it('end everything at the deadline, including the waits between repeats', async () => {
    const { api, clock } = openClient(() => status(503));
    const { value, tookMs } = await elapse(clock, api.call('account_get', {}, { deadlineMs: 300 }));
    expect(failureOf(value)).toMatchObject({ kind: 'server-error', status: 503 });
    expect(tookMs).toBeLessThanOrEqual(301);
  });

  it('refuse more than 32 MB because of the announced length, before it is read', async () => {
    let hasStarted = false;
    const { api, transport } = openClient(() => ({
      headers: { 'content-type': 'application/json', 'content-length': '104857600' },
      async *stream() {
        yield bytesOf('{');
        hasStarted = true;
        yield bytesOf('}');
      },
    }));
    expect(failureOf(await api.call('account_get'))).toMatchObject({ kind: 'too-large', attempts: 1 });
    expect(hasStarted).toBe(false);
    expect(transport.requests).toHaveLength(1);
  });

  it('refuse more than 32 MB that arrived without an announced length', async () => {
    const piece = new Uint8Array(1024 * 1024);
    let pieces = 0;
    const { api } = openClient(() => ({
      headers: { 'content-type': 'application/json' },
      async *stream() {
        for (; pieces < 100; pieces += 1) yield piece;
      },
    }));
    expect(failureOf(await api.call('account_get'))).toMatchObject({ kind: 'too-large' });
    expect(pieces).toBe(32);
  });

  it('leave a body of millions of tiny values after the first megabytes', async () => {
    const piece = bytesOf('{},'.repeat(20_000));
    let pieces = 0;
    const { api } = openClient(() => ({
      headers: { 'content-type': 'application/json' },
      async *stream() {
        yield bytesOf('{"account":[');
        for (; pieces < 500; pieces += 1) yield piece;
        yield bytesOf('{}]}');
      },
    }));
    expect(failureOf(await api.call('account_get'))).toMatchObject({
      kind: 'too-large',
      message: 'The answer to GET /v2/account holds more than Buoy reads at once, and was not read.',
      attempts: 1,
    });
    expect(pieces).toBeLessThan(30);
  });

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('refuse %s that are nested a thousand deep', async (_what, open, close) => {
    const { api } = openClient(() => ({
      headers: { 'content-type': 'application/json' },
      bytes: `${open.repeat(1_000)}1${close.repeat(1_000)}`,
    }));
    expect(failureOf(await api.call('account_get'))).toMatchObject({ kind: 'too-large', attempts: 1 });
  });

  it('give other work a turn again and again while a large answer is parsed', async () => {
    const items = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    const { api } = openClient(() => ({ json: { account: { items } } }));
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const outcome = await api.call<{ account: { items: unknown[] } }>('account_get');
    isOver = true;
    expect(outcome.ok && outcome.value.body.account.items).toEqual(items);
    expect(turns).toBeGreaterThan(30);
  });

  it('read only the beginning of an error, and obey its status', async () => {
    const piece = new Uint8Array(32 * 1024).fill(32);
    let pieces = 0;
    const { api } = openClient(() => ({
      status: 503,
      headers: { 'content-type': 'application/json' },
      async *stream() {
        for (; pieces < 100; pieces += 1) yield piece;
      },
    }));
    expect(failureOf(await api.call('droplets_destroy', { path: { droplet_id: 1 } }))).toMatchObject({ status: 503 });
    expect(pieces).toBeLessThan(5);
  });

  it('let a model think and write for longer than that', async () => {
    const { api, clock } = openClient(() => ({
      headers: { 'content-type': 'application/json' },
      async *stream(signal) {
        await Promise.race([new Promise<void>((resolve) => clock.after(100_000, resolve)), whenAborted(signal)]);
        yield bytesOf('{"choices":[]}');
      },
    }));
    const call = api.call('inference_create_chat_completion', { body: { model: 'm', messages: [] } }, { deadlineMs: 200_000 });
    expect((await elapse(clock, call)).value).toMatchObject({ ok: true, value: { body: { choices: [] }, attempts: 1 } });
  });

  it('keep a stream open while it sends something, and end it when it falls silent', async () => {
    const { api, clock } = openClient(() => ({
      headers: { 'content-type': 'text/event-stream' },
      stream: (signal) => slowly(clock, signal, [60_000, 60_000, 60_000]),
    }));
    const body = { model: 'm', messages: [], stream: true };
    const { value, tookMs } = await elapse(
      clock,
      api.call('inference_create_chat_completion', { body }, { deadlineMs: 900_000 }),
    );
    expect(failureOf(value)).toMatchObject({ kind: 'outcome-unknown' });
    expect(tookMs).toBe(180_000 + 120_000);
  });
});

async function* trickle(clock: { after(ms: number, run: () => void): unknown }, signal: AbortSignal): AsyncIterable<Uint8Array> {
  yield* slowly(clock, signal, Array<number>(1000).fill(200));
}

/** One piece after each of the waits, then silence. */
async function* slowly(
  clock: { after(ms: number, run: () => void): unknown },
  signal: AbortSignal,
  waitsMs: readonly number[],
): AsyncIterable<Uint8Array> {
  for (const ms of waitsMs) {
    await Promise.race([new Promise<void>((resolve) => clock.after(ms, resolve)), whenAborted(signal)]);
    yield bytesOf(' ');
  }
  await whenAborted(signal);
}

describe('aborting', () => {
  it('ends a running read with aborted', async () => {
    const { api, clock } = openClient(() => 'never');
    const abort = new AbortController();
    const call = api.call('account_get', {}, { signal: abort.signal });
    await clock.advance(1000);
    abort.abort();
    expect(failureOf((await elapse(clock, call)).value)).toMatchObject({ kind: 'aborted' });
  });

  it('leaves the outcome of a running change unknown', async () => {
    const { api, clock } = openClient(() => 'never');
    const abort = new AbortController();
    const call = api.call('droplets_create', { body: { name: 'a', size: 's', image: 'i' } }, { signal: abort.signal });
    await clock.advance(1000);
    abort.abort();
    expect(failureOf((await elapse(clock, call)).value)).toMatchObject({ kind: 'outcome-unknown' });
  });

  it('before the start sends nothing', async () => {
    const { api, transport } = openClient(() => fine);
    expect(failureOf(await api.call('account_get', {}, { signal: AbortSignal.abort() }))).toMatchObject({ kind: 'aborted' });
    expect(transport.requests).toHaveLength(0);
  });

  it('during the wait for a repeat ends the call at once', async () => {
    const { api, clock } = openClient(() => status(429, {}, { 'retry-after': '60' }));
    const abort = new AbortController();
    const call = api.call('account_get', {}, { signal: abort.signal });
    await clock.advance(100);
    abort.abort();
    const { value, tookMs } = await elapse(clock, call);
    expect(failureOf(value)).toMatchObject({ kind: 'aborted' });
    expect(tookMs).toBeLessThan(10);
  });

  it('by closing ends what runs, refuses later calls and leaves no timer', async () => {
    const { api, clock } = openClient(() => 'never');
    const running = api.call('account_get');
    await clock.advance(100);
    await api.close();
    expect(failureOf((await elapse(clock, running)).value)).toMatchObject({ kind: 'aborted' });
    expect(failureOf(await api.call('account_get'))).toMatchObject({ kind: 'aborted' });
    expect(clock.waiting()).toEqual([]);
  });
});

describe('the budget', () => {
  it('is reported soon after a wait starts and ends, and not once per request', async () => {
    const { api, clock } = openClient(() => fine, { pace: { minuteLimit: 20 } });
    const told: Budget['held'][] = [];
    api.subscribeBudget(({ held }) => void told.push(held));
    for (let index = 0; index < 20; index += 1) await api.call('account_get');
    expect(clock.waiting()).toEqual([]);
    const untilMs = clock.now() + 60_010;
    const waiting = api.call('account_get');
    await clock.advance(250);
    expect(told).toEqual([{ window: 'minute', untilMs }]);
    await elapse(clock, waiting);
    await clock.advance(250);
    expect(told).toEqual([{ window: 'minute', untilMs }, null]);
    expect(clock.waiting()).toEqual([]);
  });

  it('does not count requests to inference', async () => {
    const { api } = openClient(() => ({ json: { data: [] } }));
    await api.call('inference_list_models');
    expect(api.budget().usedByBuoy).toBe(0);
  });
});
