import { describe, expect, it } from 'vitest';
import { createRing } from '../../../../main/core/logs/ring.ts';
import { type LogStream, startLogStream } from '../../../../main/core/logs/stream.ts';
import { success } from '../../../../preload/contract/failure.ts';
import type { LogSource, LogType } from '../../../../preload/contract/log-route.ts';
import { createFakeApi, Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { createFakeClock, settle } from '../../../doubles/core/fake-clock.ts';
import { createMemorySockets } from '../../../doubles/core/memory-sockets.ts';
import { createMemoryTransport, type Reply as FileReply } from '../digitalocean/memory-transport.ts';

const live = 'https://proxy-apps-prod-1.ondigitalocean.app/?token=live';
const file = (name: string) => `https://logs.fra1.digitaloceanspaces.com/${name}?X-Amz-Signature=s`;
const active = 'apps_get_logs_active_deployment_aggregate';

const sourceOf = (change: Partial<LogSource> = {}): LogSource => ({
  connectionId: 'c1',
  appId: 'a1',
  type: 'run',
  deploymentId: null,
  component: null,
  runId: null,
  ...change,
});

function start(
  replies: Record<string, Reply>,
  { source = sourceOf(), files = {} as Record<string, FileReply>, mostRead = 250_000_000 } = {},
) {
  const clock = createFakeClock();
  const api = createFakeApi(replies);
  const sockets = createMemorySockets();
  const transport = createMemoryTransport(({ url }) => files[url] ?? { status: 404, bytes: 'none' });
  const ring = createRing();
  const allowed = new Set<string>();
  const logged: string[] = [];
  const stream = startLogStream({
    ...{ source, ring, clock, sockets, transport, mostRead },
    log: { info: (line) => logged.push(line), warn: (line) => logged.push(line) },
    api: () => success(api),
    random: () => 0.5,
    isAllowed: (host) => allowed.has(host),
    onChange: () => {},
  });
  const texts = () => ring.lines().map(({ text }) => text);
  const says = (text: string) => sockets.latest().say(JSON.stringify({ data: `${text}\n` }));
  return { clock, api, sockets, transport, ring, allowed, logged, stream, texts, says };
}

const stateOf = async (stream: LogStream) => {
  await settle();
  return stream.state();
};
const isLive: Record<string, Reply> = { [active]: () => ({ live_url: live }) };

describe('where a log is', () => {
  it.each<[Partial<LogSource>, string, Record<string, string>, string]>([
    [{}, active, { app_id: 'a1' }, 'RUN'],
    [{ component: 'web' }, 'apps_get_logs_active_deployment', { app_id: 'a1', component_name: 'web' }, 'RUN'],
    [{ type: 'crashed' }, active, { app_id: 'a1' }, 'RUN_RESTARTED'],
    [{ type: 'build', deploymentId: 'd1' }, 'apps_get_logs_aggregate', { app_id: 'a1', deployment_id: 'd1' }, 'BUILD'],
    [
      { type: 'deploy', deploymentId: 'd1', component: 'web' },
      'apps_get_logs',
      { app_id: 'a1', deployment_id: 'd1', component_name: 'web' },
      'DEPLOY',
    ],
    [
      { type: 'job', component: 'nightly', runId: 'j1' },
      'apps_get_job_invocation_logs',
      { app_id: 'a1', job_name: 'nightly', job_invocation_id: 'j1' },
      'JOB_INVOCATION',
    ],
  ])('is asked by the operation for it: %j', async (change, operationId, path, type) => {
    const { api, stream } = start({ [operationId]: () => ({}) }, { source: sourceOf(change) });
    expect(await stateOf(stream)).toEqual({ kind: 'ended', why: 'none' });
    expect(api.seen.map(({ operationId: id, args }) => [id, args])).toEqual([
      [operationId, { path, query: { type, follow: true } }],
    ]);
  });

  it.each<LogType>(['build', 'deploy'])(
    'is asked of the newest deployment for %s, since the live one is another',
    async (type) => {
      const { api, stream } = start(
        { apps_list_deployments: () => ({ deployments: [{ id: 'newest' }] }), apps_get_logs_aggregate: () => ({}) },
        { source: sourceOf({ type }) },
      );
      await stateOf(stream);
      expect(api.seen.at(-1)?.args.path).toEqual({ app_id: 'a1', deployment_id: 'newest' });
    },
  );

  it('is nowhere while nothing is live, which is said with what helps', async () => {
    const { stream } = start({ [active]: () => new Failing({ kind: 'not-found', message: 'There is nothing.' }) });
    expect(await stateOf(stream)).toMatchObject({
      kind: 'failed',
      failure: { message: 'No deployment of this app is live.', nextStep: expect.stringContaining('build log') },
    });
  });
});

describe('a log that goes on', () => {
  it('is read over the socket at its address, and shown as it comes', async () => {
    const { sockets, stream, says, texts, transport } = start(isLive);
    expect(await stateOf(stream)).toEqual({ kind: 'live' });
    says('web 2026-11-23T14:08:11Z GET /');
    await settle();
    expect(texts()).toEqual(['GET /']);
    expect(sockets.requests.map(({ url }) => url)).toEqual([live]);
    expect(transport.requests).toEqual([]);
  });

  it('is asked for again when the socket breaks, at the new address, and goes on without a line twice', async () => {
    const addresses = [`${live}1`, `${live}2`];
    const { clock, sockets, stream, says, texts, ring } = start({ [active]: () => ({ live_url: addresses.shift() }) });
    await settle();
    says('web 2026-11-23T14:08:11Z one');
    await settle();
    sockets.latest().break();
    expect(await stateOf(stream)).toMatchObject({
      kind: 'waiting',
      failure: { kind: 'network' },
      retryAtMs: clock.now() + 1_000,
    });
    await clock.advance(1_000);
    expect(stream.state().kind).toBe('live');
    says('web 2026-11-23T14:08:11Z one');
    says('web 2026-11-23T14:08:12Z two');
    await settle();
    expect(sockets.requests.map(({ url }) => url)).toEqual([`${live}1`, `${live}2`]);
    expect(texts()).toEqual(['one', expect.stringContaining('interrupted'), 'two']);
    expect(ring.lines()[1]?.isNote).toBe(true);
  });

  it('is tried ever less often while nothing comes of it, and in the end no more', async () => {
    const { clock, sockets, stream, api } = start(isLive);
    for (let at = 0; at < 9; at += 1) sockets.next.push({ fail: 'refused' });
    const waits: number[] = [];
    for (let state = await stateOf(stream); state.kind === 'waiting'; state = await stateOf(stream)) {
      waits.push(state.retryAtMs - clock.now());
      await clock.advance(state.retryAtMs - clock.now());
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(stream.state()).toMatchObject({ kind: 'failed', failure: { kind: 'network' } });
    await clock.advance(3_600_000);
    expect(api.seen).toHaveLength(5);
  });

  it('asks once more for an address that has expired, and then says so', async () => {
    const { clock, sockets, stream, api } = start(isLive);
    sockets.next.push({ refuse: 410 }, { refuse: 410 }, { refuse: 410 });
    await settle();
    await clock.advance(1_000);
    expect(stream.state()).toMatchObject({ kind: 'failed', failure: { status: 410, message: expect.stringContaining('410') } });
    expect(api.seen).toHaveLength(2);
  });

  it('goes on with a new address where the first one had expired', async () => {
    const { clock, sockets, stream } = start(isLive);
    sockets.next.push({ refuse: 401 });
    await settle();
    await clock.advance(1_000);
    expect(stream.state()).toEqual({ kind: 'live' });
  });

  it.each([301, 302, 307, 308])('follows no redirect (%i)', async (status) => {
    const { clock, sockets, stream } = start(isLive);
    sockets.next.push({ refuse: status });
    expect(await stateOf(stream)).toMatchObject({ kind: 'failed', failure: { kind: 'refused', status } });
    await clock.advance(600_000);
    expect(sockets.requests).toHaveLength(1);
  });

  it('does not trust a certificate on a second try', async () => {
    const { clock, sockets, stream } = start(isLive);
    sockets.next.push({ fail: 'tls' });
    expect(await stateOf(stream)).toMatchObject({ kind: 'failed', failure: { kind: 'untrusted' } });
    await clock.advance(600_000);
    expect(sockets.requests).toHaveLength(1);
  });

  it('is over when its server has closed it and the API knows no live address any more', async () => {
    const replies = [{ live_url: live }, { historic_urls: [file('build')] }];
    const { clock, sockets, stream, says, texts, transport } = start({ [active]: () => replies.shift() });
    await settle();
    says('built');
    sockets.latest().end();
    await settle();
    await clock.advance(1_000);
    expect([stream.state(), texts(), transport.requests]).toEqual([{ kind: 'ended', why: 'over' }, ['built'], []]);
  });

  it('is over when its server closes it again and again without a word', async () => {
    const { clock, sockets, stream } = start(isLive);
    for (let at = 0; at < 5; at += 1) {
      await settle();
      sockets.latest().end();
      await clock.advance(20_000);
    }
    expect(stream.state()).toEqual({ kind: 'ended', why: 'over' });
    expect(sockets.requests).toHaveLength(5);
  });

  it('is opened anew after ten minutes of silence, without a remark', async () => {
    const { clock, sockets, stream, says, ring } = start(isLive);
    await settle();
    says('one');
    await settle();
    await clock.advance(600_000);
    await clock.advance(1_000);
    expect([sockets.requests.length, stream.state().kind]).toEqual([2, 'live']);
    expect(ring.lines().some(({ isNote }) => isNote)).toBe(false);
  });

  it('waits at its server while a second has brought too much, and loses nothing', async () => {
    const { clock, stream, says, ring } = start(isLive);
    await settle();
    for (let at = 0; at < 12; at += 1) says(`${at} ${'x'.repeat(500_000)}`);
    await settle();
    const atFirst = ring.newest();
    await clock.advance(1_000);
    await clock.advance(1_000);
    expect(ring.newest()).toBeGreaterThan(atFirst);
    expect(ring.lines().at(-1)?.text.length).toBeGreaterThan(0);
    expect(stream.state().kind).toBe('live');
  });

  it('ends once more has come than Buoy reads by itself, until a person asks for more', async () => {
    const { clock, stream, says } = start(isLive, { mostRead: 1_000 });
    await settle();
    for (let at = 0; at < 9; at += 1) says('y'.repeat(100));
    expect(await stateOf(stream)).toEqual({ kind: 'live' });
    for (let at = 0; at < 3; at += 1) says('y'.repeat(100));
    expect(await stateOf(stream)).toEqual({ kind: 'ended', why: 'much' });
    await clock.advance(600_000);
    expect(stream.state().kind).toBe('ended');
  });

  it('closes its socket when it is ended, and stays as it was', async () => {
    const { clock, stream, sockets } = start(isLive);
    await settle();
    stream.end('unwatched');
    await settle();
    await clock.advance(600_000);
    expect([stream.state(), sockets.latest().isLeft(), sockets.requests.length]).toEqual([
      { kind: 'ended', why: 'unwatched' },
      true,
      1,
    ]);
  });
});

describe('a host that is none of DigitalOcean’s', () => {
  const elsewhere = 'wss://logs.example.com/?token=t';

  it('is asked about by name, and reached only once it is allowed', async () => {
    const { stream, sockets, allowed, clock } = start({ [active]: () => ({ live_url: elsewhere }) });
    expect(await stateOf(stream)).toEqual({ kind: 'asking', host: 'logs.example.com' });
    await clock.advance(600_000);
    expect(sockets.requests).toEqual([]);
    allowed.add('logs.example.com');
    stream.goOn();
    expect(await stateOf(stream)).toEqual({ kind: 'live' });
    expect(sockets.requests[0]?.url).toBe('https://logs.example.com/?token=t');
  });

  it('is asked about for files too, before any of them is read', async () => {
    const { stream, transport } = start({ [active]: () => ({ historic_urls: [file('a'), 'https://files.example.com/b'] }) });
    expect(await stateOf(stream)).toEqual({ kind: 'asking', host: 'files.example.com' });
    expect(transport.requests).toEqual([]);
  });

  it('is never reached without TLS, nor on this machine', async () => {
    for (const address of ['ws://logs.example.com/', 'http://x.ondigitalocean.app/', 'wss://127.0.0.1/']) {
      const { stream, sockets, allowed } = start({ [active]: () => ({ live_url: address }) });
      allowed.add('logs.example.com');
      expect(await stateOf(stream)).toMatchObject({ kind: 'failed', failure: { kind: 'refused' } });
      expect(sockets.requests).toEqual([]);
    }
  });
});

describe('a log that is kept in files', () => {
  const kept: Record<string, Reply> = { [active]: () => ({ historic_urls: [file('new'), file('old')] }) };

  it('is read without a credential, newest first, and shown in the order in which it was written', async () => {
    const files = { [file('new')]: { bytes: 'three\nfour' }, [file('old')]: { bytes: 'one\ntwo\n' } };
    const { stream, texts, transport } = start(kept, { files });
    await settle();
    await settle();
    expect([stream.state(), texts()]).toEqual([{ kind: 'ended', why: 'over' }, ['one', 'two', 'three', 'four']]);
    expect(transport.requests.map(({ method, url }) => [method, url])).toEqual([
      ['GET', file('new')],
      ['GET', file('old')],
    ]);
    for (const { headers } of transport.requests) expect(Object.keys(headers).join()).not.toMatch(/authorization|cookie/i);
  });

  it('is not read further once the newest file fills what is kept', async () => {
    const line = `${'x'.repeat(990)}\n`;
    const files = { [file('new')]: { bytes: line.repeat(6_000) } };
    const { ring, transport } = start(kept, { files });
    await settle();
    expect(transport.requests).toHaveLength(1);
    expect(ring.lines().length * 990).toBeLessThanOrEqual(5_000_000);
  });

  it('begins with a whole line where only its end was sent', async () => {
    const headers = { 'content-range': 'bytes 100-120/121' };
    const files = {
      [file('new')]: { status: 206, headers, bytes: 'lf a line\nwhole\n' },
      [file('old')]: { status: 416, bytes: '' },
    };
    const { texts } = start(kept, { files });
    await settle();
    await settle();
    expect(texts()).toEqual([expect.stringContaining('only its end'), 'whole']);
  });

  it.each([301, 302])('follows no redirect (%i)', async (status) => {
    const files = { [file('new')]: { status, headers: { location: 'https://example.com/' }, bytes: '' } };
    const { stream, transport } = start(kept, { files });
    expect(await stateOf(stream)).toMatchObject({ kind: 'failed', failure: { kind: 'refused' } });
    expect(transport.requests).toHaveLength(1);
  });

  it('that has expired is asked for once more, and then said so', async () => {
    const { clock, stream, api, ring } = start(kept, { files: { [file('new')]: { status: 403, bytes: 'expired' } } });
    await settle();
    await clock.advance(1_000);
    expect(stream.state()).toMatchObject({ kind: 'failed', failure: { status: 403 } });
    expect([api.seen.length, ring.newest()]).toEqual([2, 0]);
  });

  it('in a form that is no text is not shown', async () => {
    const { stream, ring } = start(kept, { files: { [file('new')]: { bytes: Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2]) } } });
    expect(await stateOf(stream)).toMatchObject({ kind: 'failed', failure: { kind: 'bad-answer' } });
    expect(ring.newest()).toBe(0);
  });

  it('counts as broken when nothing comes for half a minute', async () => {
    async function* stalled(signal: AbortSignal): AsyncIterable<Uint8Array> {
      yield new TextEncoder().encode('one\n');
      const { whenAborted } = await import('../digitalocean/memory-transport.ts');
      await whenAborted(signal);
    }
    const { clock, stream } = start(kept, { files: { [file('new')]: { stream: stalled } } });
    await settle();
    expect(stream.state().kind).toBe('connecting');
    await clock.advance(30_000);
    expect(stream.state()).toMatchObject({ kind: 'waiting', failure: { kind: 'network' } });
  });
});

describe('what is said of a log', () => {
  it('never has its address in it', async () => {
    const states: string[] = [];
    for (const opening of [{ refuse: 410 }, { refuse: 503 }, { fail: 'reset' }, { fail: 'tls' }] as const) {
      const { sockets, stream, clock, logged } = start(isLive);
      sockets.next.push(opening, opening, opening, opening, opening);
      await settle();
      states.push(JSON.stringify(stream.state()));
      await clock.advance(60_000);
      states.push(JSON.stringify(stream.state()), ...logged);
    }
    expect(states.join()).not.toMatch(/token|live\b.*\?/);
  });
});
