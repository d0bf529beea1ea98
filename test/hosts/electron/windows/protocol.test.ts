import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../doubles/temporary-folder.ts';
import { makeMachine } from '../machine.ts';

const folder = join(temporaryFolder(), 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {};');
writeFileSync(join(folder, 'notes.exe'), 'MZ');
writeFileSync(`${folder}-secret.html`, 'outside');

async function ask(path: string, method = 'GET', host = 'bundle') {
  const { answerFromProtocol } = await import('../../../standin/session/protocol.ts');
  const answer = await answerFromProtocol({ url: `app://${host}${path}`, method, headers: {} });
  if (answer === null) throw new Error('The protocol did not answer');
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: new TextDecoder().decode(answer.body) };
}

beforeEach(async () => {
  await makeMachine();
  const { session } = await import('electron');
  const { servePages } = await import('../../../../main/electron/windows/protocol.ts');
  servePages(session.defaultSession, { folder, styleNonce: 'n0nce' });
});

describe('the page protocol', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html?x=1', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('serves %s with its type', async (path, type, text) => {
    expect(await ask(path)).toMatchObject({
      status: 200,
      text,
      headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
    });
  });

  it.each([
    ['a file that is not there', '/missing.js'],
    ['a folder', '/assets'],
    ['a type that no page needs', '/notes.exe'],
    ['a neighbour of the folder, encoded', '/..%2frenderer-secret.html'],
    ['a path with backslashes', '/..%5csecret.html'],
    ['a path with a null byte', '/index.html%00.js'],
    ['a path that cannot be decoded', '/%ff'],
  ])('answers 404 for %s', async (_what, path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('answers 404 for any other host', async () => {
    expect((await ask('/index.html', 'GET', 'elsewhere')).status).toBe(404);
  });

  it('answers 405 to anything but GET and HEAD', async () => {
    expect((await ask('/index.html', 'POST')).status).toBe(405);
    expect(await ask('/index.html', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  it('allows only its own scripts and requests, also in refusals', async () => {
    for (const path of ['/', '/missing.js']) {
      const policy = (await ask(path)).headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self' 'nonce-n0nce'");
      expect(policy).not.toContain('unsafe');
    }
  });
});
