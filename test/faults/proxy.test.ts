import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../main/core/digitalocean/client.ts';
import { createSockets } from '../../main/core/digitalocean/sending/sockets.ts';
import { createTransport } from '../../main/core/digitalocean/sending/transport.ts';
import { nodeClock, quiet } from '../../scripts/client/node-api.ts';
import { skippedFor } from '../doubles/skipped.ts';
import { json, startFaultServer, account as wireAccount } from './fault-server.ts';
import { noCertificates, startTlsServer } from './tls-server.ts';

/** The client behind a real proxy on loopback. Whatever host it is asked for, the proxy leads to a server of the test. */

const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A SOCKS5 proxy without a password, which keeps the names that it was asked for. https://www.rfc-editor.org/rfc/rfc1928 */
async function startSocks(toPort: number) {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((client) => {
    sockets.add(client);
    client.on('error', () => {});
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request) => {
        const length = request[4] ?? 0;
        asked.push(`${request.subarray(5, 5 + length)}:${request.readUInt16BE(5 + length)}`);
        const onward = connect(toPort, '127.0.0.1', () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          onward.pipe(client).pipe(onward);
        });
        sockets.add(onward);
        onward.on('error', () => {});
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function startProxy(
  toPort: number,
  refusal: (request: IncomingMessage) => number | null = () => null,
  certificate: { key: string; cert: string } | null = null,
) {
  const asked: { target: string | undefined; headers: IncomingMessage['headers'] }[] = [];
  const sockets = new Set<Socket>();
  const server = certificate === null ? createServer() : createTlsServer(certificate);
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push({ target: request.url, headers: request.headers });
    const status = refusal(request);
    if (status !== null) return void client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    const onward = connect(toPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client).pipe(onward);
    });
    sockets.add(onward);
    for (const socket of [client, onward]) socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function openBehind(proxy: string | null | Promise<string | null>, baseUrl: string | null = null) {
  const transport = createTransport({ proxyFor: () => proxy });
  const api = createApi({ transport, clock: nodeClock, random: Math.random, token, baseUrl, log: quiet });
  ends.push(
    () => transport.close(),
    () => api.close(),
  );
  return api;
}

const failureOf = async (api: ReturnType<typeof openBehind>) => {
  const answer = await api.call('account_get');
  return answer.ok ? null : answer.failure;
};

describe.skipIf(noCertificates !== null)(`over TLS, behind a proxy${skippedFor(noCertificates)}`, () => {
  let server: Awaited<ReturnType<typeof startTlsServer>>;
  const trusted = tls.getCACertificates('default');
  beforeAll(async () => {
    server = await startTlsServer();
  });
  afterAll(() => server.close());
  afterEach(() => tls.setDefaultCACertificates(trusted));
  const trust = () => tls.setDefaultCACertificates([...trusted, server.authority]);

  it('the API is reached through a tunnel that shows neither token nor path', async () => {
    trust();
    const proxy = await startProxy(server.port);
    const api = openBehind(Promise.resolve(`http://${proxy.address}`));
    expect(await api.call('account_get')).toMatchObject({ ok: true, value: { status: 200 } });
    expect(proxy.asked.map(({ target }) => target)).toEqual(['api.digitalocean.com:443']);
    expect(JSON.stringify(proxy.asked)).not.toContain(token);
    expect(server.seen.at(-1)?.authorization).toBe(`Bearer ${token}`);
    expect(server.seen.at(-1)).not.toHaveProperty('proxy-authorization');
  });

  it('a name and a password go to the proxy alone', async () => {
    trust();
    const proxy = await startProxy(server.port, ({ headers }) => (headers['proxy-authorization'] ? null : 407));
    expect(await failureOf(openBehind(`http://me:p%40ss@${proxy.address}`))).toBeNull();
    expect(proxy.asked[0]?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  });

  it('the API is reached through a proxy that is itself behind TLS', async () => {
    trust();
    const proxy = await startProxy(server.port, undefined, server);
    expect(await failureOf(openBehind(`https://${proxy.address}`))).toBeNull();
    expect(proxy.asked.map(({ target }) => target)).toEqual(['api.digitalocean.com:443']);
  });

  it('a proxy whose certificate is not trusted is refused, and sees nothing', async () => {
    const proxy = await startProxy(server.port, undefined, server);
    expect(await failureOf(openBehind(`https://${proxy.address}`))).toMatchObject({ kind: 'untrusted' });
    expect(proxy.asked).toEqual([]);
  });

  it('the API is reached through SOCKS5, which is asked for a name and looks it up itself', async () => {
    trust();
    const proxy = await startSocks(server.port);
    expect(await failureOf(openBehind(`socks5://${proxy.address}`))).toBeNull();
    expect(proxy.asked).toEqual(['api.digitalocean.com:443']);
  });

  const listen = async (proxy: string, url: string) => {
    const sockets = createSockets({ proxyFor: () => proxy });
    ends.push(() => sockets.close());
    const signal = new AbortController().signal;
    const bounds = { connectTimeoutMs: 2_000, headersTimeoutMs: 2_000, maximumMessageBytes: 1_000 };
    const heard: unknown[] = [];
    const { messages } = await sockets.open({ url, signal, ...bounds });
    for await (const message of messages) heard.push(message);
    return heard;
  };

  it('a socket goes through the same tunnel, and through SOCKS5', async () => {
    trust();
    const url = 'https://api.digitalocean.com/logs?token=t';
    const proxy = await startProxy(server.port);
    expect(await listen(`http://${proxy.address}`, url)).toEqual(['spoken']);
    expect(proxy.asked.map(({ target }) => target)).toEqual(['api.digitalocean.com:443']);
    expect(JSON.stringify(proxy.asked)).not.toContain('token=t');
    const socks = await startSocks(server.port);
    expect(await listen(`socks5://${socks.address}`, url)).toEqual(['spoken']);
  });

  it('a socket whose server is not trusted is refused, and sees nothing', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const proxy = await startProxy(server.port);
    const before = server.seen.length;
    await expect(listen(`http://${proxy.address}`, 'https://api.digitalocean.com/logs')).rejects.toMatchObject({
      reason: 'tls',
      through: proxy.address,
    });
    expect(server.seen).toHaveLength(before);
  });

  it('a certificate that is not trusted is refused, whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const proxy = await startProxy(server.port);
    const before = server.seen.length;
    expect(await failureOf(openBehind(`http://${proxy.address}`))).toMatchObject({
      kind: 'untrusted',
      message: expect.stringContaining(`through the proxy ${proxy.address} could not prove that it is DigitalOcean`),
    });
    expect(server.seen).toHaveLength(before);
  });
});

describe('a proxy in the way', () => {
  it('that wants a name and a password is named, with what to do, after one request', async () => {
    const proxy = await startProxy(1, () => 407);
    expect(await failureOf(openBehind(`http://${proxy.address}`))).toMatchObject({
      kind: 'network',
      message: `The proxy ${proxy.address} wants a name and a password.`,
      nextStep: expect.stringContaining('HTTPS_PROXY'),
    });
    expect(proxy.asked).toHaveLength(1);
  });

  it('that refuses is named with its status', async () => {
    const proxy = await startProxy(1, () => 403);
    expect((await failureOf(openBehind(`http://${proxy.address}`)))?.message).toBe(
      `The proxy ${proxy.address} refused to connect to DigitalOcean (403).`,
    );
  });

  it('that is not there is named, and its password is not', async () => {
    const gone = await startProxy(1);
    await ends.splice(0)[0]?.();
    const failure = await failureOf(openBehind(`http://me:hidden@${gone.address}`));
    expect(failure).toMatchObject({ kind: 'network', message: `The proxy ${gone.address} could not be reached.` });
    expect(JSON.stringify(failure)).not.toContain('hidden');
  });

  it('is not used for this machine', async () => {
    const server = await startFaultServer((_request, response) => json(response, 200, wireAccount));
    ends.push(server.close);
    expect(await failureOf(openBehind('http://127.0.0.1:1', server.baseUrl))).toBeNull();
    expect(server.requests).toHaveLength(1);
  });
});
