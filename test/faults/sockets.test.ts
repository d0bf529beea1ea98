import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createSockets } from '../../main/core/digitalocean/sending/sockets.ts';
import { SocketRefused } from '../../main/core/digitalocean/socket-port.ts';
import { TransportError } from '../../main/core/digitalocean/transport-port.ts';
import { accept, frameOf, goodbye, headOf, refuse } from '../../main/demo/logs/web-socket.ts';

/** Sockets as logs use them, over real connections, with servers that do what servers should not. */

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

type Upgrade = (request: IncomingMessage, socket: Socket) => void;

async function serve(upgrade: Upgrade) {
  const seen: IncomingMessage['headers'][] = [];
  const live = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => live.add(socket));
  server.on('upgrade', (request, socket) => {
    seen.push(request.headers);
    socket.on('error', () => {});
    upgrade(request, socket as Socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of live) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/logs?token=t`, seen };
}

/** Everything that comes, and how it ends: `over`, or why it broke. */
async function listen(
  url: string,
  { atMost = Number.POSITIVE_INFINITY, headersTimeoutMs = 5_000, signal = new AbortController().signal } = {},
) {
  const sockets = createSockets();
  ends.push(() => sockets.close());
  const heard: string[] = [];
  try {
    const request = { url, signal, headersTimeoutMs, connectTimeoutMs: 2_000, maximumMessageBytes: 100_000 };
    const { messages } = await sockets.open(request);
    for await (const message of messages) {
      heard.push(typeof message === 'string' ? message : `bytes ${new TextDecoder().decode(message)}`);
      if (heard.length >= atMost) break;
    }
    return { heard, end: 'over' };
  } catch (error) {
    if (error instanceof SocketRefused) return { heard, end: error.status };
    if (error instanceof TransportError) return { heard, end: error.reason };
    throw error;
  }
}

const speak =
  (...frames: Buffer[]): Upgrade =>
  (request, socket) => {
    accept(request, socket, () => {});
    for (const frame of frames) socket.write(frame);
  };

describe('a socket', () => {
  it('brings every message in order, and ends when its server says goodbye', async () => {
    const { url } = await serve(speak(frameOf('one'), frameOf('two'), goodbye()));
    expect(await listen(url)).toEqual({ heard: ['one', 'two'], end: 'over' });
  });

  it('is asked for with what the protocol needs and no credential', async () => {
    const { url, seen } = await serve(speak(goodbye()));
    await listen(url);
    expect(Object.keys(seen[0] ?? {}).sort()).toEqual([
      'connection',
      'host',
      'sec-websocket-extensions',
      'sec-websocket-key',
      'sec-websocket-version',
      'upgrade',
      'user-agent',
    ]);
  });

  it.each([301, 302, 307, 401, 403, 404, 410, 500, 503])('that is refused says with what: %i', async (status) => {
    const { url } = await serve((_request, socket) => refuse(socket, status));
    expect(await listen(url)).toEqual({ heard: [], end: status });
  });

  it('is not followed to where a redirect leads', async () => {
    const other = await serve(speak(frameOf('elsewhere'), goodbye()));
    const { url } = await serve((_request, socket) => {
      socket.end(`HTTP/1.1 302 Found\r\nlocation: ${other.url}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
    });
    expect(await listen(url)).toEqual({ heard: [], end: 302 });
    expect(other.seen).toEqual([]);
  });

  it('whose server stays mute is given up', async () => {
    const { url } = await serve(() => {});
    expect(await listen(url, { headersTimeoutMs: 100 })).toEqual({ heard: [], end: 'headers-timeout' });
  });

  it('whose server is not there is told from one that broke', async () => {
    const { url } = await serve(() => {});
    await ends.splice(0)[0]?.();
    expect(await listen(url)).toEqual({ heard: [], end: 'refused' });
  });

  it('that is reset during its handshake, or after it, broke', async () => {
    const early = await serve((_request, socket) => void socket.resetAndDestroy());
    expect(await listen(early.url)).toEqual({ heard: [], end: 'reset' });
    const late = await serve((request, socket) => {
      speak(frameOf('one'))(request, socket);
      setTimeout(() => socket.destroy(), 50);
    });
    expect(await listen(late.url)).toEqual({ heard: ['one'], end: 'cut' });
  });

  it('whose server only pretends to speak the protocol is refused', async () => {
    const { url } = await serve((_request, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: x\r\n\r\n',
      );
    });
    expect((await listen(url)).end).toBe('cut');
  });

  it('brings a message whose bytes come one by one', async () => {
    const { url } = await serve((request, socket) => {
      accept(request, socket, () => {});
      const bytes = Buffer.concat([frameOf('größer'), goodbye()]);
      const step = (at: number): void => {
        if (at >= bytes.length) return;
        socket.write(bytes.subarray(at, at + 1));
        setImmediate(() => step(at + 1));
      };
      step(0);
    });
    expect(await listen(url)).toEqual({ heard: ['größer'], end: 'over' });
  });

  it('breaks at a message that is larger than allowed, before it is read', async () => {
    const { url } = await serve(speak(frameOf('small'), headOf(5_000_000)));
    expect(await listen(url)).toEqual({ heard: ['small'], end: 'cut' });
  });

  it('breaks at a message that only becomes too large when it is unpacked', async () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000, 'x'));
    const { url } = await serve((request, socket) => {
      const { write } = socket;
      // Adds to the answer that messages may be packed.
      socket.write = ((text: string) =>
        write.call(
          socket,
          text.replace(/\r\n\r\n$/, '\r\nsec-websocket-extensions: permessage-deflate\r\n\r\n'),
        )) as typeof write;
      accept(request, socket, () => {});
      socket.write = write;
      const frame = frameOf(packed);
      frame[0] = (frame[0] ?? 0) | 0x40;
      socket.write(frame);
    });
    expect(await listen(url)).toEqual({ heard: [], end: 'cut' });
  });

  it('breaks at text that is no UTF-8, and brings bytes as bytes', async () => {
    const broken = frameOf(Buffer.from([0xff, 0xfe]), 'text');
    expect(await listen((await serve(speak(broken))).url)).toEqual({ heard: [], end: 'cut' });
    const binary = await serve(speak(frameOf(Buffer.from('{"data":"x"}'), 'binary'), goodbye()));
    expect(await listen(binary.url)).toEqual({ heard: ['bytes {"data":"x"}'], end: 'over' });
  });

  it('is closed when its reader leaves, and when the caller gives up', async () => {
    const closed: string[] = [];
    const { url } = await serve((request, socket) => {
      accept(request, socket, () => closed.push('closed'));
      socket.write(frameOf('one'));
    });
    expect(await listen(url, { atMost: 1 })).toEqual({ heard: ['one'], end: 'over' });
    await expect.poll(() => closed.length).toBe(1);
    const giveUp = new AbortController();
    const listening = listen(url, { signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 50);
    expect(await listening).toEqual({ heard: ['one'], end: 'aborted' });
    await expect.poll(() => closed.length).toBe(2);
  });

  it('makes its server wait while its reader does', async () => {
    let written = 0;
    let isFull = false;
    const { url } = await serve((request, socket) => {
      accept(request, socket, () => {});
      const frame = frameOf('x'.repeat(60_000));
      const more = (): void => {
        while (written < 2_000) {
          written += 1;
          if (!socket.write(frame)) {
            isFull = true;
            socket.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    const sockets = createSockets();
    ends.push(() => sockets.close());
    const { messages } = await sockets.open({
      url,
      signal: new AbortController().signal,
      connectTimeoutMs: 2_000,
      headersTimeoutMs: 2_000,
      maximumMessageBytes: 100_000,
    });
    const reader = messages[Symbol.asyncIterator]();
    await reader.next();
    await expect.poll(() => isFull).toBe(true);
    const before = written;
    await new Promise((resolve) => setTimeout(resolve, 200));
    // 120 MB are waiting at the server, not here.
    expect(written).toBeLessThan(before + 200);
    for (let at = 0; at < 1_999; at += 1) await reader.next();
    expect(written).toBe(2_000);
  });
});
