import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../main/demo/wire/faults.ts';
import type { LogBatch } from '../../preload/contract/log.ts';
import type { LogSource } from '../../preload/contract/log-route.ts';
import { idIn } from '../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../doubles/core/core-on-demo.ts';

/** The log of an app from its API to the page's lines, over real sockets, while its host misbehaves. */

afterEach(endAll);

async function openLog(world: World, change: Partial<LogSource> = {}) {
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  const appId = idIn(world, '/v2/apps', 'storefront');
  const source: LogSource = { connectionId, appId, type: 'run', deploymentId: null, component: null, runId: null, ...change };
  const opened = await world.buoy.calls.openLog({ source });
  if (!opened.ok) throw new Error(opened.failure.message);
  const { logId } = opened.value;
  const read = async (after = 0): Promise<LogBatch> => {
    const batch = await world.buoy.calls.readLog({ logId, after });
    if (!batch.ok) throw new Error(batch.failure.message);
    return batch.value;
  };
  return { read };
}

async function withFault(fault: Fault, times: number | 'always' = 1) {
  const world = await connected({ seed: 7 });
  world.demo.faults.add({ path: '/logs/' }, fault, times);
  return { world, ...(await openLog(world)) };
}
const kindOf =
  (read: (after?: number) => Promise<LogBatch>, ...kinds: string[]) =>
  async () =>
    kinds.includes((await read()).state.kind);

describe('a live log', () => {
  it('flows, and what a person missed meanwhile is there', async () => {
    const world = await connected({ seed: 7 });
    const { read } = await openLog(world);
    await world.until(async () => (await read()).newest > 20);
    const before = await read();
    await world.pass(20_000);
    const after = await read(before.newest);
    expect(after.lines.length).toBeGreaterThan(5);
    expect(after.lines[0]?.seq).toBe(before.newest + 1);
    const times = [...before.lines, ...after.lines].map(({ atMs }) => atMs ?? 0);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('whose host is mute is tried again, and goes on once it speaks', async () => {
    const { world, read } = await withFault({ kind: 'slow', firstByteMs: 200 });
    await world.until(kindOf(read, 'live'));
    await world.until(async () => (await read()).newest > 20);
  });

  it.each<[string, Fault, RegExp]>([
    ['resets the connection', { kind: 'reset-before' }, /broke/],
    ['answers with 503', { kind: 'status', status: 503 }, /503/],
    ['says that the address has expired', { kind: 'status', status: 410 }, /410/],
    ['sends a message that is far too large', { kind: 'huge' }, /broke/],
    ['drops the socket', { kind: 'cut' }, /broke/],
  ])('whose host %s is asked for again, and then flows', async (_what, fault, message) => {
    const { world, read } = await withFault(fault);
    await world.until(kindOf(read, 'waiting'));
    const { state } = await read();
    expect(state.kind === 'waiting' && state.failure.message).toMatch(message);
    await world.pass(2_000);
    await world.until(kindOf(read, 'live'));
    await world.until(async () => (await read()).newest > 20);
    const asked = world.demo.requests().filter(({ operation }) => operation === 'apps_get_logs_active_deployment_aggregate');
    expect(asked.length).toBe(2);
  });

  it('in pieces of one character each is whole lines', async () => {
    const { world, read } = await withFault({ kind: 'trickle', everyMs: 1 });
    await world.until(async () => (await read()).newest > 20);
    for (const { text } of (await read()).lines) expect(text).toMatch(/ /);
  });

  it('in a form that is not known is shown as it comes', async () => {
    const { world, read } = await withFault({ kind: 'malformed-json' });
    await world.until(async () => (await read()).newest > 20);
    expect((await read()).lines[0]?.text).toMatch(/^\{"data":"\w+$/);
  });

  it('in binary messages is read too', async () => {
    const { world, read } = await withFault({ kind: 'media-type', mediaType: 'x' });
    await world.until(async () => (await read()).newest > 20);
    expect((await read()).lines[0]?.who).toMatch(/^(web|api)$/);
  });

  it('is given up, with what to do, when its address never works', async () => {
    const { world, read } = await withFault({ kind: 'status', status: 410 }, 'always');
    await world.until(kindOf(read, 'waiting'));
    await world.pass(2_000);
    await world.until(kindOf(read, 'failed'));
    const { state } = await read();
    expect(state).toMatchObject({ failure: { status: 410, nextStep: expect.stringContaining('Try again') } });
  });

  it('has its address in no line of Buoy’s own log, and in no document', async () => {
    const { world, read } = await withFault({ kind: 'status', status: 503 });
    await world.until(kindOf(read, 'waiting'));
    await world.pass(5_000);
    await world.until(kindOf(read, 'live'));
    const written = [...world.ports.logged, ...world.ports.files.values()].join('\n');
    // Compared as a whole, this would print everything that was written.
    expect([written.includes('token='), written.includes('GET /products')]).toEqual([false, false]);
  });
});

describe('a log that is kept', () => {
  const build = { type: 'build' } as const;

  it.each<[string, Fault, RegExp]>([
    ['is cut', { kind: 'cut' }, /broke/],
    ['is refused', { kind: 'status', status: 502 }, /502/],
    ['is reset', { kind: 'reset-before' }, /broke/],
  ])('that %s is read again, once whole', async (_what, fault, message) => {
    const world = await connected({ seed: 7 });
    world.demo.faults.add({ path: '/logs/kept' }, fault);
    const { read } = await openLog(world, build);
    await world.until(kindOf(read, 'waiting'));
    const { state, newest } = await read();
    expect([state.kind === 'waiting' && state.failure.message, newest]).toEqual([expect.stringMatching(message), 0]);
    await world.pass(2_000);
    await world.until(kindOf(read, 'ended'));
    const texts = (await read()).lines.map(({ who, text }) => `${who} ${text}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.at(-1)).toContain('build complete');
  });

  it('whose host is mute is given up for now, and tried again', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.add({ path: '/logs/kept' }, { kind: 'hang' }, 'always');
    const { read } = await openLog(world, build);
    await world.until(async () => {
      // Without waiting for sockets in between, since this one never answers.
      await world.clock.advance(1_000);
      return (await read()).state.kind === 'waiting';
    });
    const { state } = await read();
    expect(state.kind === 'waiting' && state.failure.message).toMatch(/broke/);
  });

  it('of a build that runs goes on until the build is over', async () => {
    const world = await connected({ seed: 7 });
    const appId = idIn(world, '/v2/apps', 'storefront');
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const sent = await world.buoy.calls.sendRequest({
      ...{ requestId: 'r1', connectionId, operationId: 'apps_create_deployment', path: { app_id: appId } },
      ...{ query: {}, headers: {}, body: { force_build: true }, isSchemaMismatchAllowed: false, isAllPages: false },
    });
    expect(sent).toMatchObject({ ok: true, value: { status: 'answered' } });
    const { read } = await openLog(world, build);
    await world.until(kindOf(read, 'live'));
    await world.pass(6_000);
    await world.until(async () => (await read()).newest > 5);
    expect((await read()).state.kind).toBe('live');
    await world.pass(15_000);
    await world.until(kindOf(read, 'ended'));
    expect((await read()).lines.at(-1)?.text).toContain('build complete');
  });
});
