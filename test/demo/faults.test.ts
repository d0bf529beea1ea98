import { Agent, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest, dropletId } from './asking.ts';

let demo: AskedDemo;
beforeEach(async () => {
  demo = await demoForTest();
});
afterEach(() => demo.close());

interface Raw {
  status: number | null;
  headers: Record<string, unknown>;
  body: string;
  /** Code of the error that ended it; `null`: it ended well. */
  error: string | null;
  firstByteMs: number | null;
}

/** Sends one request without a client's help. Returns what arrived and how it ended; gives up after `giveUpMs`. */
function exchange(path: string, { method = 'GET', body = '', giveUpMs = 5_000 } = {}): Promise<Raw> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const raw: Raw = { status: null, headers: {}, body: '', error: null, firstByteMs: null };
    const headers = {
      authorization: `Bearer ${demo.tokens[0]?.token}`,
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
    };
    const done = (error: string | null) => {
      clearTimeout(timer);
      resolve({ ...raw, error });
    };
    const sent = request(`${demo.baseUrl}${path}`, { method, headers, agent: new Agent() }, (response) => {
      raw.status = response.statusCode ?? null;
      raw.headers = response.headers;
      raw.firstByteMs = performance.now() - startedAt;
      response.on('data', (piece) => {
        if (raw.body.length < 1_000) raw.body += String(piece).slice(0, 1_000);
      });
      response.on('end', () => done(null));
      response.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    const timer = setTimeout(() => {
      done('gave up');
      sent.destroy();
    }, giveUpMs);
    sent.end(body);
  });
}

const reboot = () => exchange(`/v2/droplets/${dropletId(demo, 'web-01')}/actions`, { method: 'POST', body: '{"type":"reboot"}' });
const created = () => demo.actionsCreated(dropletId(demo, 'web-01'));

describe('faults', () => {
  it('a reset before acting changes nothing', async () => {
    demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'reset-before' });
    expect((await reboot()).error).toBe('ECONNRESET');
    expect(created()).toBe(0);
    expect((await reboot()).status).toBe(201);
  });

  it('a reset after acting has acted', async () => {
    demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'reset-after' });
    expect((await reboot()).error).toBe('ECONNRESET');
    expect(created()).toBe(1);
  });

  it.each([429, 500, 502, 503, 504, 401, 403])("status %i comes once, in the API's form, before acting", async (status) => {
    demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'status', status });
    const refused = await reboot();
    expect([refused.status, created()]).toEqual([status, 0]);
    expect(JSON.parse(refused.body)).toMatchObject({
      id: expect.any(String),
      message: expect.any(String),
      request_id: expect.any(String),
    });
    expect(refused.headers['retry-after']).toBeUndefined();
    expect((await reboot()).status).toBe(201);
  });

  it('a 429 carries retry-after if asked for', async () => {
    demo.faults.add({}, { kind: 'status', status: 429, retryAfterSeconds: 2 });
    expect((await exchange('/v2/account')).headers['retry-after']).toBe('2');
  });

  it('a status may also come after acting', async () => {
    demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'status', status: 503, hasActed: true });
    expect((await reboot()).status).toBe(503);
    expect(created()).toBe(1);
  });

  it('last for a number of requests, or until they are removed', async () => {
    demo.faults.add({ operation: 'account_get' }, { kind: 'status', status: 500 }, 2);
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await exchange('/v2/account')).status);
    expect(statuses).toEqual([500, 500, 200]);
    const takeAway = demo.faults.add({ operation: 'account_get' }, { kind: 'status', status: 503 }, 'always');
    for (let count = 0; count < 5; count += 1) expect((await exchange('/v2/account')).status).toBe(503);
    takeAway();
    expect((await exchange('/v2/account')).status).toBe(200);
  });

  it('only affect requests that match in method, path and query', async () => {
    demo.faults.add(
      { method: 'GET', path: /^\/v2\/droplets\?/, query: { page: '2' } },
      { kind: 'status', status: 500 },
      'always',
    );
    expect((await exchange('/v2/droplets?page=1')).status).toBe(200);
    expect((await exchange('/v2/droplets?per_page=5&page=2')).status).toBe(500);
    expect((await exchange('/v2/account')).status).toBe(200);
    demo.faults.clear();
    expect((await exchange('/v2/droplets?page=2')).status).toBe(200);
  });

  it('a hang never sends headers, and may have acted', async () => {
    demo.faults.add({ operation: 'dropletActions_post' }, { kind: 'hang', hasActed: true });
    const hung = await exchange(`/v2/droplets/${dropletId(demo, 'web-01')}/actions`, {
      method: 'POST',
      body: '{"type":"reboot"}',
      giveUpMs: 300,
    });
    expect([hung.error, hung.status, created()]).toEqual(['gave up', null, 1]);
    demo.faults.add({ operation: 'account_get' }, { kind: 'hang' });
    expect((await exchange('/v2/account', { giveUpMs: 200 })).status).toBeNull();
  });

  it('a slow answer is late but right', async () => {
    demo.faults.add({}, { kind: 'slow', firstByteMs: 250 });
    const late = await exchange('/v2/account');
    expect(late.status).toBe(200);
    expect(late.firstByteMs).toBeGreaterThanOrEqual(240);
  });

  it('a trickle starts and never ends', async () => {
    demo.faults.add({}, { kind: 'trickle', everyMs: 20 });
    const endless = await exchange('/v2/account', { giveUpMs: 300 });
    expect([endless.status, endless.error]).toEqual([200, 'gave up']);
    expect(endless.body.length).toBeGreaterThan(3);
    expect(endless.body.trim()).toBe('');
  });

  it('a cut body ends before its announced length', async () => {
    demo.faults.add({}, { kind: 'cut' });
    const cut = await exchange('/v2/account');
    expect([cut.status, cut.error]).toEqual([200, 'ECONNRESET']);
    expect(cut.body.length).toBeLessThan(Number(cut.headers['content-length']));
  });

  it.each([{ kind: 'malformed-json' }, { kind: 'truncated-json' }] as const)(
    '$kind is a complete answer that no parser accepts',
    async (fault) => {
      demo.faults.add({}, fault);
      const broken = await exchange('/v2/account');
      expect([broken.status, broken.error]).toEqual([200, null]);
      expect(() => JSON.parse(broken.body)).toThrow(SyntaxError);
    },
  );

  it('a huge body has its announced length', async () => {
    demo.faults.add({}, { kind: 'huge' });
    const huge = await exchange('/v2/account', { giveUpMs: 20_000 });
    expect([huge.status, huge.error]).toEqual([200, null]);
    expect(Number(huge.headers['content-length'])).toBe(100_000_000);
  });

  it('a wrong media type comes with the right bytes', async () => {
    demo.faults.add({}, { kind: 'media-type', mediaType: 'text/html' });
    const odd = await exchange('/v2/account');
    expect(odd.headers['content-type']).toBe('text/html');
    expect(JSON.parse(odd.body).account.email).toContain('@');
  });

  it('offline refuses connections and ends open ones, and online serves the same state again', async () => {
    demo.elsewhere.powerOff('web-01');
    const running = exchange('/v2/account', { giveUpMs: 3_000 });
    await running;
    await demo.faults.offline();
    expect((await exchange('/v2/account')).error).toBe('ECONNREFUSED');
    await demo.faults.online();
    expect((await exchange('/v2/account')).status).toBe(200);
    expect(created()).toBe(1);
  });

  it('offline ends a waiting request', async () => {
    demo.faults.add({}, { kind: 'hang' });
    const waiting = exchange('/v2/account');
    while (demo.requests().length === 0) await new Promise((done) => setImmediate(done));
    await demo.faults.offline();
    expect((await waiting).error).toBe('ECONNRESET');
    await demo.faults.online();
  });
});

describe('closing', () => {
  it('ends a trickle and idle connections at once', async () => {
    const other = await demoForTest();
    other.faults.add({}, { kind: 'trickle', everyMs: 10 });
    const answer = await fetch(`${other.baseUrl}/v2/account`, { headers: { authorization: `Bearer ${other.tokens[0]?.token}` } });
    const reading = answer.text().catch((error: unknown) => error);
    await other.close();
    expect(await reading).toBeInstanceOf(Error);
    await other.close();
  });
});
