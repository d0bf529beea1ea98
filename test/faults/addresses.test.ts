import { spawn } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTransport } from '../../main/core/digitalocean/sending/transport.ts';
import { skippedFor } from '../doubles/skipped.ts';
import { account, json, startFaultServer } from './fault-server.ts';

/** A host with two addresses, of which one takes long. A process that is stopped cannot take connections on Linux alone. */

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const listener = `
  const server = require('node:http').createServer((request, response) => response.end('slow'));
  server.listen({ port: Number(process.argv[1]), host: '127.0.0.2', backlog: 1 }, () => console.log('listens'));
`;

/** Stops answering handshakes at 127.0.0.2 on that port, until `goOn`. */
async function startMute(port: number): Promise<{ goOn(): void }> {
  const child = spawn(process.execPath, ['-e', listener, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  ends.push(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  // Connections fill its queue, until a handshake is no longer answered.
  const waiting: Socket[] = [];
  ends.push(() => {
    for (const socket of waiting) socket.destroy();
  });
  for (let isMute = false; !isMute; ) {
    const socket = createConnection({ port, host: '127.0.0.2' });
    waiting.push(socket);
    socket.on('error', () => {});
    const isOpen = once(socket, 'connect').then(() => true);
    isMute = !(await Promise.race([isOpen, new Promise<boolean>((resolve) => setTimeout(resolve, 200, false))]));
  }
  return {
    goOn() {
      child.kill('SIGCONT');
    },
  };
}

function resolveTo(...addresses: string[]): void {
  const answer = addresses.map((address) => ({ address, family: 4 }));
  const lookup = (_host: string, _options: unknown, done: (error: null, found: typeof answer) => void) => done(null, answer);
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as never);
}

async function get(port: number): Promise<number> {
  const transport = createTransport();
  ends.push(() => transport.close());
  const { status, body } = await transport.exchange({
    method: 'GET',
    url: `http://two-addresses.example.com:${port}/`,
    headers: {},
    body: null,
    signal: new AbortController().signal,
    connectTimeoutMs: 5000,
    headersTimeoutMs: 5000,
  });
  for await (const _chunk of body);
  return status;
}

const reason = process.platform === 'linux' ? null : 'only Linux leaves handshakes unanswered here';

describe.skipIf(reason !== null)(`a host with two addresses${skippedFor(reason)}`, () => {
  it('is reached at the other when the first is mute', async () => {
    const server = await startFaultServer((_request, response) => json(response, 200, account));
    ends.push(server.close);
    const port = Number(new URL(server.baseUrl).port);
    await startMute(port);
    resolveTo('127.0.0.2', '127.0.0.1');
    expect(await get(port)).toBe(200);
    expect(server.requests).toHaveLength(1);
  });

  it('is reached at the first when its handshake takes a second, and the other refuses', async () => {
    const server = await startFaultServer((_request, response) => json(response, 200, account));
    const port = Number(new URL(server.baseUrl).port);
    // The port is free again at 127.0.0.1, so that address refuses.
    await server.close();
    const { goOn } = await startMute(port);
    resolveTo('127.0.0.2', '127.0.0.1');
    const answered = get(port);
    setTimeout(goOn, 500);
    expect(await answered).toBe(200);
  });
});
