import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionBounds } from '../../../main/web/connection-bounds.ts';
import { eventSamples } from '../../doubles/invented/call-samples.ts';
import { startTestWebServer, type TestWebServer } from '../../doubles/web/web-server.ts';

/** As the usual ones, with the patience of a test. */
const bounds: ConnectionBounds = { headersMs: 300, bodyMs: 300, silenceMs: 500, trustedBodyMs: 600, strangers: 20 };

let host: TestWebServer;
let pass: string;
const sockets: Socket[] = [];
beforeEach(async () => {
  host = await startTestWebServer({ bounds });
  pass = await host.openSession();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await host.close();
});

/** A program that sends this and no more, and reads nothing by itself. */
async function open(text = ''): Promise<{ heard: () => string; isClosed: () => boolean; socket: Socket }> {
  const socket = connect(host.server.port, '127.0.0.1');
  let heard = '';
  let isClosed = false;
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  socket.on('close', () => {
    isClosed = true;
  });
  socket.on('error', () => {});
  sockets.push(socket);
  await new Promise((settle) => socket.once('connect', settle));
  socket.write(text);
  return { socket, heard: () => heard, isClosed: () => isClosed };
}

function post(path: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((settle, fail) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port: host.server.port, method: 'POST', path, agent: false },
        headers: { 'content-type': 'application/json', origin: host.origin, ...headers },
      },
      (answer) => settle(answer.resume().statusCode ?? 0),
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

const call = () => post('/call/listCredentials', { 'x-buoy-session': pass }, '{}');
const head = (path: string, more = '') =>
  `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${host.server.port}\r\norigin: ${host.origin}\r\ncontent-type: application/json\r\n${more}`;

describe('programs without a session', () => {
  it.each([
    ['says nothing', () => ''],
    ['sends half a line', () => 'GET / HT'],
    ['sends half the headers', () => head('/hello')],
    ['sends half a body to the greeting', () => `${head('/hello', 'content-length: 500\r\n')}\r\n{"session":`],
    ['sends half a body for a session', () => `${head('/session', 'content-length: 500\r\n')}\r\n{"pass":`],
    ['sends half a body to a call', () => `${head('/call/openView', 'content-length: 500\r\n')}\r\n{`],
    ['asks once and stays', () => `GET / HTTP/1.1\r\nhost: 127.0.0.1:${host.server.port}\r\n\r\n`],
  ])('are cut off within the bounds if one %s', async (_title, text) => {
    const startMs = performance.now();
    const { isClosed } = await open(text());
    await vi.waitFor(() => expect(isClosed()).toBe(true), { timeout: 10_000 });
    // Node keeps a connection that asked a second longer than it says.
    expect(performance.now() - startMs).toBeLessThan(4_000);
  });

  it('are cut off although each sends a byte now and then', async () => {
    const [slowHead, slowBody] = [await open(head('/hello')), await open(`${head('/hello', 'content-length: 500\r\n')}\r\n`)];
    const drip = setInterval(() => {
      slowHead.socket.write('x');
      slowBody.socket.write(' ');
    }, 50);
    await vi.waitFor(() => expect([slowHead.isClosed(), slowBody.isClosed()]).toEqual([true, true]), { timeout: 5_000 });
    clearInterval(drip);
  });

  it.each([
    ['silent', () => ''],
    ['with half a body', () => `${head('/hello', 'content-length: 500\r\n')}\r\n{"session":`],
  ])('never keep a page out, however many they are: %s', async (_title, text) => {
    await host.close();
    // None of them is cut off for its silence, so they can only have made room.
    const patient = { headersMs: 60_000, bodyMs: 60_000, silenceMs: 60_000, trustedBodyMs: 60_000 };
    host = await startTestWebServer({ bounds: { ...bounds, ...patient } });
    pass = await host.openSession();
    const silent = await Promise.all(Array.from({ length: 400 }, () => open(text())));
    // Once all of them were heard.
    await new Promise((settle) => setTimeout(settle, 100));
    for (let count = 0; count < 5; count += 1) {
      expect(await call()).toBe(200);
      expect(await post('/hello', {}, '{"session":"start","challenge":"c"}')).toBe(200);
    }
    expect(silent.filter(({ isClosed }) => !isClosed()).length).toBeLessThanOrEqual(bounds.strangers);
  });

  it('do not end the connections of a page', async () => {
    const events = await open(`GET /events HTTP/1.1\r\nhost: 127.0.0.1:${host.server.port}\r\nx-buoy-session: ${pass}\r\n\r\n`);
    await vi.waitFor(() => expect(events.heard()).toContain(': open'));
    await Promise.all(Array.from({ length: 100 }, () => open()));
    // Longer than every bound of the others.
    await new Promise((settle) => setTimeout(settle, 1_500));
    expect(events.isClosed()).toBe(false);
    host.buoy.emit('notice', eventSamples.notice);
    await vi.waitFor(() => expect(events.heard()).toContain('event: notice'));
  });
});

describe('a page with a session', () => {
  it('waits for an answer that takes longer than a stranger may be silent', async () => {
    host.buoy.answer('listCredentials', async () => {
      await new Promise((settle) => setTimeout(settle, 2 * bounds.silenceMs));
      return { ok: true, value: [] };
    });
    expect(await call()).toBe(200);
  });

  it('is cut off too when its body never comes', async () => {
    const more = `x-buoy-session: ${pass}\r\ncontent-length: 500\r\n`;
    const { isClosed } = await open(`${head('/call/openView', more)}\r\n{`);
    await vi.waitFor(() => expect(isClosed()).toBe(true), { timeout: 5_000 });
    expect(host.buoy.asked).toEqual([]);
  });

  it('gets the headers of the event stream alone with HEAD, and the answer ends', async () => {
    const answer = await fetch(`${host.origin}/events`, { method: 'HEAD', headers: { 'x-buoy-session': pass } });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      '',
    ]);
    expect(host.buoy.listeners('viewPatch')).toBe(0);
    expect((await fetch(`${host.origin}/events`, { method: 'HEAD' })).status).toBe(401);
  });
});
