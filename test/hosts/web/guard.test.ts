import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetHost } from '../../doubles/web/host-proof.ts';
import { startTestWebServer, type TestWebServer } from '../../doubles/web/web-server.ts';

let host: TestWebServer;
let token: string;
beforeEach(async () => {
  host = await startTestWebServer();
  token = await host.openSession();
});
afterEach(() => host.close());

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** A request with exactly these headers. fetch would replace some of them. */
function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((settle, fail) => {
    const sent = request(
      { host: '127.0.0.1', port: host.server.port, method, path, headers: { connection: 'close', ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

const call = (headers: Record<string, string>, name = 'listCredentials') =>
  send('POST', `/call/${name}`, { 'content-type': 'application/json', ...headers }, '{}');

describe('who may call the web host', () => {
  it('answers its own page with its session', async () => {
    const answer = await call({ origin: host.origin, 'x-buoy-session': token });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: ['agent'] });
  });

  it.each(['buoy.example.com', 'localhost', '127.0.0.1', '[::1]', 'evil.example.com:80', '127.0.0.1.example.com'])(
    'refuses the Host %s, as a name that was pointed here would send it',
    async (name) => {
      const refusedHost = name.includes(':80') ? name : `${name}:${host.server.port + (name === '127.0.0.1' ? 1 : 0)}`;
      const answer = await call({ host: refusedHost, origin: host.origin, 'x-buoy-session': token });
      expect(answer.status).toBe(421);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
      expect((await send('GET', '/', { host: refusedHost })).status).toBe(421);
      expect(host.buoy.asked).toEqual([]);
    },
  );

  it.each(['https://evil.example.com', 'null', 'http://localhost', ''])('refuses a call from the origin %j', async (origin) => {
    const answer = await call({ origin, 'x-buoy-session': token });
    expect(answer.status).toBe(403);
    expect(host.buoy.asked).toEqual([]);
  });

  it('refuses a change without an origin, as only programs send it', async () => {
    expect((await call({ 'x-buoy-session': token })).status).toBe(403);
    expect(host.buoy.asked).toEqual([]);
  });

  it('refuses another port of the same machine, which would share its cookies', async () => {
    expect((await call({ origin: `http://127.0.0.1:${host.server.port + 1}`, 'x-buoy-session': token })).status).toBe(403);
  });

  it('refuses what another site embeds or fetches, but lets its links open the page', async () => {
    const from = (site: string, mode: string, dest: string) =>
      send('GET', '/', { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest });
    expect((await from('cross-site', 'no-cors', 'script')).status).toBe(403);
    expect((await from('same-site', 'cors', 'empty')).status).toBe(403);
    expect((await from('cross-site', 'navigate', 'iframe')).status).toBe(403);
    expect((await from('cross-site', 'navigate', 'document')).status).toBe(200);
    expect((await from('none', 'navigate', 'document')).status).toBe(200);
  });

  it.each([undefined, '', 'wrong', 'x'.repeat(43)])('refuses a call, and the events, with the session %j', async (wrong) => {
    const headers: Record<string, string> = wrong === undefined ? {} : { 'x-buoy-session': wrong };
    const answer = await call({ origin: host.origin, ...headers });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect((await send('GET', '/events', headers)).status).toBe(401);
    expect(host.buoy.asked).toEqual([]);
    expect(host.buoy.listeners('viewPatch')).toBe(0);
  });

  it('accepts the start key for one session only, and reports that it was used', async () => {
    const again = await send(
      'POST',
      '/session',
      { 'content-type': 'application/json', origin: host.origin },
      JSON.stringify({ pass: await meetHost(host.origin, 'start', host.startKey) }),
    );
    expect(again.status).toBe(403);
    expect(again.body).not.toContain(host.startKey);
    expect(JSON.parse(again.body)).toMatchObject({ ok: false, failure: { message: expect.stringContaining('only once') } });
  });

  it.each(['{"pass":"wrong"}', '{}', 'null', '[]', '{"pass":5}'])(
    'refuses a start with %s, and leaves the right key usable',
    async (body) => {
      const fresh = await startTestWebServer();
      const headers = { 'content-type': 'application/json', origin: fresh.origin };
      const wrong = await fetch(`${fresh.origin}/session`, { method: 'POST', headers, body });
      expect(wrong.status).toBe(403);
      expect(await fresh.openSession()).toHaveLength(43);
      await fresh.close();
    },
  );

  it.each([
    '{"session":"start"}',
    '{"challenge":"c"}',
    '{"session":"another","challenge":"c"}',
    'null',
    '[]',
    '{"session":5,"challenge":5}',
  ])('proves itself to nobody who greets it with %s', async (body) => {
    const answer = await send('POST', '/hello', { 'content-type': 'application/json', origin: host.origin }, body);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([401, { ok: false, failure: { kind: 'refused' } }]);
  });

  it('never puts the key where it would be sent, logged or passed on', () => {
    const url = new URL(host.server.startUrl);
    expect(url.hash).toBe(`#key=${host.startKey}`);
    expect(url.search + url.pathname).toBe('/');
  });

  it('allows no other site to read anything, and answers no preflight', async () => {
    const preflight = await send('OPTIONS', '/call/openView', {
      origin: 'https://evil.example.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-buoy-session',
    });
    expect(preflight.status).toBe(403);
    const answers = [preflight, await send('GET', '/', {}), await call({ origin: host.origin, 'x-buoy-session': token })];
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('listens only on the loopback address', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of [...outside, { address: '127.0.0.2' }]) {
      const reached = await new Promise((settle) => {
        const socket = connect(host.server.port, address, () => settle(true));
        socket.on('error', () => settle(false));
        socket.on('connect', () => socket.destroy());
      });
      expect(reached).toBe(false);
    }
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE'])('answers %s with "not allowed"', async (method) => {
    expect((await send(method, '/', { origin: host.origin, 'x-buoy-session': token })).status).toBe(405);
  });
});
