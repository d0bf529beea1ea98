import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobFilesAtMost } from '../../../preload/contract/job-files.ts';
import { callSamples } from '../../doubles/invented/call-samples.ts';
import { startTestWebServer, type TestWebServer } from '../../doubles/web/web-server.ts';

let host: TestWebServer;
let token: string;
beforeEach(async () => {
  host = await startTestWebServer();
  token = await host.openSession();
});
afterEach(() => host.close());

const headers = () => ({ 'content-type': 'application/json', origin: host.origin, 'x-buoy-session': token });

async function post(path: string, body: string, more: Record<string, string> = {}) {
  const answer = await fetch(`${host.origin}${path}`, { method: 'POST', headers: { ...headers(), ...more }, body });
  return { status: answer.status, outcome: (await answer.json()) as unknown };
}

describe('calls to the web host', () => {
  it.each(['/call/dropTables', '/call/', '/call', '/other', '/call/constructor', '/call/hasOwnProperty'])(
    'has nothing at %s',
    async (path) => {
      expect(await post(path, '{}')).toMatchObject({ status: 404, outcome: { ok: false, failure: { kind: 'refused' } } });
      expect(host.buoy.asked).toEqual([]);
    },
  );

  it('refuses a body that is not JSON, or is not declared as JSON', async () => {
    expect(await post('/call/openView', '{"a":')).toMatchObject({
      status: 400,
      outcome: { failure: { kind: 'invalid-arguments' } },
    });
    expect(await post('/call/openView', '')).toMatchObject({ status: 400 });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'multipart/form-data']) {
      expect(await post('/call/openView', '{}', { 'content-type': type })).toMatchObject({ status: 415 });
    }
    expect(host.buoy.asked).toEqual([]);
  });

  it('accepts JSON with a charset', async () => {
    expect(await post('/call/openView', '{}', { 'content-type': 'application/json; charset=utf-8' })).toMatchObject({
      status: 200,
    });
  });

  it('refuses a body whose announced length is too large before it arrives', async () => {
    const socket = connect(host.server.port, '127.0.0.1');
    const lines = Object.entries({ ...headers(), host: `127.0.0.1:${host.server.port}`, 'content-length': '2000001' });
    socket.write(`POST /call/openView HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`);
    const text = await new Promise<string>((settle) => {
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('close', () => settle(received));
    });
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toContain('too-large');
    expect(text).toContain('larger than the 2 MB');
  });

  it('stops a body that grows past the limit without an announced length', async () => {
    const status = await new Promise<number | string>((settle) => {
      const sent = request(
        { host: '127.0.0.1', port: host.server.port, method: 'POST', path: '/call/openView', headers: headers() },
        (answer) => settle(answer.statusCode ?? 0),
      );
      sent.on('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'error'));
      const chunk = 'x'.repeat(100_000);
      for (let count = 0; count < 40; count += 1) sent.write(chunk);
      sent.end();
    });
    expect([413, 'ECONNRESET', 'ECONNABORTED', 'EPIPE']).toContain(status);
    expect(host.buoy.asked).toEqual([]);
  });

  it('accepts a file of many megabytes with a request of the Operations screen', async () => {
    const args = { ...callSamples.sendRequest.args, file: { name: 'data.bin', base64: 'A'.repeat(8_000_000) } };
    expect(await post('/call/sendRequest', JSON.stringify(args))).toMatchObject({ status: 200, outcome: { ok: true } });
  });

  it('accepts the files of a job, as large as they may be together', async () => {
    const base64 = 'A'.repeat((jobFilesAtMost.megabytes * 1_000_000 * 4) / 3);
    const file = { name: 'film.bin', bytes: jobFilesAtMost.megabytes * 1_000_000, base64 };
    const send = (files: unknown[]) => post('/call/runJob', JSON.stringify({ id: 'job-1', values: { files } }));
    expect(await send([file])).toMatchObject({ status: 200, outcome: { ok: true } });
    expect(await send([{ ...file, base64: `${base64}AAAAAAAA` }])).toMatchObject({ outcome: { ok: false } });
  });

  it('continues serving when a page leaves in the middle of a call', async () => {
    let finish = () => {};
    host.buoy.answer('listCredentials', () => new Promise((settle) => (finish = () => settle({ ok: true, value: [] }))));
    const leaving = new AbortController();
    const left = fetch(`${host.origin}/call/listCredentials`, {
      method: 'POST',
      headers: headers(),
      body: '{}',
      signal: leaving.signal,
    });
    await vi.waitFor(() => expect(host.buoy.asked).toHaveLength(1));
    leaving.abort();
    await expect(left).rejects.toThrow();
    finish();
    expect(await post('/call/openView', '{}')).toMatchObject({ status: 200 });
  });

  it('answers many calls at once, each with its own answer', async () => {
    host.buoy.answer('readCatalogueTag', async (args) => ({ ok: true, value: args }));
    const tags = Array.from({ length: 60 }, (_, index) => `tag-${index}`);
    const answers = await Promise.all(tags.map((tag) => post('/call/readCatalogueTag', JSON.stringify({ tag }))));
    expect(answers.map(({ outcome }) => outcome)).toEqual(tags.map((tag) => ({ ok: true, value: { tag } })));
  });
});
