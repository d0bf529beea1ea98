import { describe, expect, it } from 'vitest';
import { createLogs } from '../../../../main/core/logs/logs.ts';
import type { KeptDownload } from '../../../../main/core/services.ts';
import type { State } from '../../../../main/core/state/state.ts';
import type { LogBatch } from '../../../../preload/contract/log.ts';
import type { LogSource } from '../../../../preload/contract/log-route.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { createMemorySockets } from '../../../doubles/core/memory-sockets.ts';
import { createMemoryTransport } from '../digitalocean/memory-transport.ts';

const source: LogSource = {
  connectionId: 'c1',
  appId: 'a1',
  type: 'run',
  deploymentId: null,
  component: null,
  runId: null,
};
const elsewhere = 'https://logs.example.com/?token=secret-of-the-address';

function create(address = 'https://proxy-apps-prod-1.ondigitalocean.app/?token=secret-of-the-address') {
  const core = createCoreServices({
    apps_get_logs_active_deployment_aggregate: () => ({ live_url: address }),
    apps_get_logs_active_deployment: () => ({ live_url: address }),
  });
  const told: string[] = [];
  const logged: string[] = [];
  const sockets = createMemorySockets();
  const transport = createMemoryTransport(() => 'never');
  const kept: KeptDownload[] = [];
  let listener: (next: State, previous: State) => void = () => {};
  const services = {
    ...core.services,
    log: { info: (line: string) => void logged.push(line), warn: (line: string) => void logged.push(line) },
    emit: (_event: string, payload: unknown) => void told.push((payload as { logId: string }).logId),
  };
  const logs = createLogs(services, {
    subscribe: (added) => {
      listener = added;
      return () => {};
    },
    keep: (download) => `d${kept.push(download)}`,
    openTransport: () => transport,
    openSockets: () => sockets,
    proxyFor: () => null,
  });
  const open = async (change: Partial<LogSource> = {}, isFresh = false): Promise<string> => {
    const opened = await logs.calls.openLog({ source: { ...source, ...change }, isFresh });
    await settle();
    if (!opened.ok) throw new Error(opened.failure.message);
    return opened.value.logId;
  };
  const read = async (logId: string, after = 0): Promise<LogBatch> => {
    const batch = await logs.calls.readLog({ logId, after });
    if (!batch.ok) throw new Error(batch.failure.message);
    return batch.value;
  };
  const says = async (...lines: string[]) => {
    for (const line of lines) sockets.latest().say(JSON.stringify({ data: `${line}\n` }));
    await settle();
  };
  const removeConnection = () => listener({ ...core.state(), connections: new Map() } as State, core.state());
  return { logs, clock: core.clock, sockets, transport, told, logged, kept, open, read, says, removeConnection };
}

describe('an open log', () => {
  it('is the same for whoever opens the same source, and another for another one', async () => {
    const { open, sockets } = create();
    const first = await open();
    expect(await open()).toBe(first);
    expect(await open({ component: 'web' })).not.toBe(first);
    expect(sockets.requests).toHaveLength(2);
  });

  it('begins anew where that is asked for', async () => {
    const { open, says, read, logs } = create();
    const first = await open();
    await says('one');
    const second = await open({}, true);
    expect((await read(second)).lines).toEqual([]);
    expect(await logs.calls.readLog({ logId: first, after: 0 })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('is read by number, 2,000 lines at a time', async () => {
    const { open, says, read } = create();
    const logId = await open();
    await says(...Array.from({ length: 2_500 }, (_, index) => `line ${index + 1}`));
    const first = await read(logId);
    const second = await read(logId, first.lines.at(-1)?.seq);
    expect([first.lines.length, first.newest, second.lines.length, second.lines.at(-1)?.text]).toEqual([
      2_000,
      2_500,
      500,
      'line 2500',
    ]);
  });

  it('tells of changes once, gathered, and not again before somebody has read', async () => {
    const { open, says, read, clock, told } = create();
    const logId = await open();
    await clock.advance(1_000);
    await read(logId);
    told.length = 0;
    await says('one', 'two');
    await says('three');
    await clock.advance(140);
    expect(told).toEqual([]);
    await clock.advance(20);
    await says('four');
    await clock.advance(10_000);
    expect(told).toEqual([logId]);
    await read(logId);
    await says('five');
    await clock.advance(150);
    expect(told).toEqual([logId, logId]);
  });

  it('ends ten minutes after somebody last looked, keeps its lines for another ten, and is then forgotten', async () => {
    const { open, says, read, clock, sockets, logs } = create();
    const logId = await open();
    await says('one');
    await clock.advance(540_000);
    await read(logId);
    await clock.advance(540_000);
    expect(sockets.latest().isLeft()).toBe(false);
    await clock.advance(61_000);
    expect(sockets.latest().isLeft()).toBe(true);
    await clock.advance(300_000);
    const batch = await read(logId);
    expect([batch.state, batch.lines.length]).toEqual([{ kind: 'ended', why: 'unwatched' }, 1]);
    await clock.advance(1_201_000);
    expect((await logs.calls.readLog({ logId, after: 0 })).ok).toBe(false);
  });

  it('goes on for as long as somebody looks', async () => {
    const { open, read, clock, says, sockets } = create();
    const logId = await open();
    for (let minute = 0; minute < 60; minute += 1) {
      await clock.advance(60_000);
      await says(`line ${minute}`);
      await read(logId);
    }
    expect((await read(logId)).state).toEqual({ kind: 'live' });
    expect(sockets.requests).toHaveLength(1);
  });

  it('gives way to a seventh that is opened, the one that was longest unread', async () => {
    const { open, read, clock, logs } = create();
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      ids.push(await open({ component: `c-${at}` }));
      await clock.advance(1_000);
    }
    await read(ids[0] ?? '');
    await open({ component: 'c-6' });
    const left = await Promise.all(ids.map(async (logId) => (await logs.calls.readLog({ logId, after: 0 })).ok));
    expect(left).toEqual([true, false, true, true, true, true]);
  });

  it('is closed with its connection', async () => {
    const { open, sockets, removeConnection, logs } = create();
    const logId = await open();
    removeConnection();
    await settle();
    expect(sockets.latest().isLeft()).toBe(true);
    expect((await logs.calls.readLog({ logId, after: 0 })).ok).toBe(false);
  });

  it('is closed with all others when Buoy quits', async () => {
    const { open, sockets, transport, logs } = create();
    await open();
    await logs.stop();
    expect([sockets.latest().isLeft(), sockets.isClosed, transport.isClosed]).toEqual([true, true, true]);
  });
});

describe('a host that the person allows', () => {
  it('is read for that connection, also when another log of it is opened', async () => {
    const { open, read, logs, sockets } = create(elsewhere);
    const logId = await open();
    expect((await read(logId)).state).toEqual({ kind: 'asking', host: 'logs.example.com' });
    await logs.calls.allowLogHost({ logId, host: 'logs.example.com' });
    await settle();
    expect((await read(logId)).state).toEqual({ kind: 'live' });
    const other = await open({ component: 'web' });
    expect((await read(other)).state).toEqual({ kind: 'live' });
    expect(sockets.requests).toHaveLength(2);
  });

  it('is only the one that was named', async () => {
    const { open, read, logs, sockets } = create(elsewhere);
    const logId = await open();
    await logs.calls.allowLogHost({ logId, host: 'other.example.com' });
    await settle();
    expect((await read(logId)).state.kind).toBe('asking');
    expect(sockets.requests).toEqual([]);
  });
});

describe('a log that is saved', () => {
  it('is a file of the lines as they came, without remarks, from where it was cleared', async () => {
    const { open, says, logs, kept, sockets, clock } = create();
    const logId = await open({ component: 'web' });
    await says('web 2026-11-23T14:08:11Z one', 'web 2026-11-23T14:08:12Z two');
    sockets.latest().break();
    await settle();
    await clock.advance(2_000);
    await says('web 2026-11-23T14:08:13Z three');
    expect(await logs.calls.saveLog({ logId, after: 1 })).toEqual({ ok: true, value: { downloadId: 'd1' } });
    expect(kept[0]?.suggestedName).toMatch(/^web-run-\d{4}-\d\d-\d\d-\d{4}\.log$/);
    expect(new TextDecoder().decode(kept[0]?.bytes)).toBe('web 2026-11-23T14:08:12Z two\nweb 2026-11-23T14:08:13Z three\n');
  });
});

describe('the address of a log', () => {
  it('is in nothing that a page or a file of Buoy gets', async () => {
    const { open, says, read, logged, told, sockets, logs, kept, clock } = create();
    sockets.next.push({ refuse: 503 });
    const logId = await open();
    const batches = [await read(logId)];
    await clock.advance(2_000);
    await says('one');
    batches.push(await read(logId));
    await logs.calls.saveLog({ logId, after: 0 });
    const all = JSON.stringify([
      batches,
      logged,
      told,
      kept.map(({ suggestedName, bytes }) => [suggestedName, new TextDecoder().decode(bytes)]),
    ]);
    expect(sockets.requests.some(({ url }) => url.includes('secret-of-the-address'))).toBe(true);
    expect(all).not.toContain('secret-of-the-address');
  });
});
