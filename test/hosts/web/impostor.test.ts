import { createServer, get, type IncomingMessage } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { eventSamples } from '../../doubles/invented/call-samples.ts';
import { openBrowserPage } from '../../doubles/web/browser-page.ts';
import { startTestWebServer } from '../../doubles/web/web-server.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Another program on that port, which writes everything down and answers everything with `answer`. */
async function listenAsImpostor(port: number, answer: unknown) {
  const heard: { path: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((settle, fail) => server.once('error', fail).listen(port, '127.0.0.1', settle));
  const close = () => new Promise((settle) => server.close(settle).closeAllConnections());
  return { heard, close };
}

it.each([
  ['says yes to everything', { ok: true, value: { run: 'r', proof: 'p' } }],
  ['lets everybody in', { ok: true, value: { session: 's', key: 'k' } }],
  ['knows no session', { ok: false, failure: { kind: 'refused', message: 'No.' } }],
])('a page left open tells a program that took the port, and %s, nothing it could use', async (_title, answer) => {
  const host = await startTestWebServer();
  const page = await openBrowserPage(host.server.startUrl);
  ends.push(page.leave);
  expect((await page.bridge.openView({})).ok).toBe(true);
  await vi.waitFor(() => expect(host.buoy.listeners('viewPatch')).toBe(1));
  const { port } = host.server;
  await host.close();

  const impostor = await listenAsImpostor(port, answer);
  const received = vi.fn();
  page.bridge.on('viewPatch', received);
  // The events' stream has ended, and comes back by itself.
  await vi.waitFor(() => expect(impostor.heard.length).toBeGreaterThan(0), { timeout: 10_000 });
  const typed = 'a secret that was typed into the page';
  const outcome = await page.bridge.runCommand({ command: { kind: 'add-connection', token: typed, label: 'x' } });
  expect(outcome.ok).toBe(false);
  expect(impostor.heard.map(({ path }) => path)).toEqual(impostor.heard.map(() => '/hello'));
  const all = JSON.stringify(impostor.heard);
  expect(all).not.toContain('x-buoy-session');
  expect(all).not.toContain(typed);
  const [session = '', key = 'no key'] = (page.stored.get('buoy-session') ?? '').split('.');
  expect(all).toContain(session);
  expect(all).not.toContain(key);
  expect(received).not.toHaveBeenCalled();
  await impostor.close();

  const again = await startTestWebServer({ port, kept: host.kept() });
  ends.push(() => again.close());
  await vi.waitFor(() => expect(received).toHaveBeenCalled(), { timeout: 15_000 });
  expect((await page.bridge.openView({})).ok).toBe(true);
  again.buoy.emit('viewPatch', { ...eventSamples.viewPatch, revision: 2 });
  await vi.waitFor(() => expect(received).toHaveBeenCalledTimes(2));
});

it('a pass that was overheard opens no later run of the host', async () => {
  const host = await startTestWebServer();
  const pass = await host.openSession();
  await host.close();
  const again = await startTestWebServer({ port: host.server.port, kept: host.kept() });
  ends.push(() => again.close());
  const options = { port: host.server.port, path: '/events', headers: { 'x-buoy-session': pass }, agent: false };
  const status = await new Promise((settle) => get({ host: '127.0.0.1', ...options }, (answer) => settle(answer.statusCode)));
  expect(status).toBe(401);
});
