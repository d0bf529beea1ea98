import { symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { startTestWebServer, type TestWebServer } from '../../doubles/web/web-server.ts';

let host: TestWebServer;
beforeAll(async () => {
  host = await startTestWebServer();
  writeFileSync(join(host.folder, 'renderer', '.hidden.json'), '{}');
  writeFileSync(join(host.folder, 'renderer', 'notes.exe'), 'MZ');
});
afterAll(() => host.close());

/** Sends the path unchanged. fetch would normalise it first. */
function get(path: string, method = 'GET'): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((settle, fail) => {
    request({ host: '127.0.0.1', port: host.server.port, method, path }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      );
    })
      .on('error', fail)
      .end();
  });
}

describe('the page of the web host', () => {
  it('loads the bridge before the first script of the page', async () => {
    const { status, body, headers } = await get('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body.indexOf('/preload.js')).toBeGreaterThan(0);
    expect(body.indexOf('/preload.js')).toBeLessThan(body.indexOf('assets/index'));
    const preload = await get('/preload.js');
    expect(preload.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(preload.body).toContain('window.buoy');
  });

  it('forbids code from text, inline code and every other origin', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('allows style elements with a nonce that differs each time', async () => {
    const [one, two] = [await get('/'), await get('/')];
    const nonceOf = ({ body }: { body: string }) => /nonce="([^"]+)"/.exec(body)?.[1];
    expect(String(one.headers['content-security-policy'])).toContain(`'nonce-${nonceOf(one)}'`);
    expect(nonceOf(one)).not.toBe(nonceOf(two));
  });

  it('lets browsers keep only files with a hash in their names', async () => {
    expect((await get('/assets/index-abcdef12.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/index.html')).headers['cache-control']).toBe('no-store');
  });

  it('answers HEAD without a body', async () => {
    const { status, body, headers } = await get('/', 'HEAD');
    expect([status, body]).toEqual([200, '']);
    expect(Number(headers['content-length'])).toBeGreaterThan(100);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '//etc/passwd',
    '/%00index.html',
    '/index.html%00.js',
    '/%',
    '/.hidden.json',
    '/notes.exe',
    '/assets',
    '/assets/',
    '/nothing.js',
    '/download/aaaaaaaaaaaaaaaaaaaaaa',
    '/call/openView',
  ])('serves nothing for %s', async (path) => {
    const { status, body } = await get(path);
    expect([status, body]).toEqual([404, '']);
  });

  const noLinks = onWindows('only administrators can make links');
  it.skipIf(noLinks !== null)(`serves nothing for a link that leads out of its folder${skippedFor(noLinks)}`, async () => {
    symlinkSync(join(host.folder, 'secret.txt'), join(host.folder, 'renderer', 'link.json'));
    const { status, body } = await get('/link.json');
    expect([status, body]).toEqual([404, '']);
  });
});
