import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FullView } from '../../../preload/contract/view.ts';
import { createFakeClock } from '../../doubles/core/fake-clock.ts';
import { eventSamples, sampleView } from '../../doubles/invented/call-samples.ts';
import { openBrowserPage } from '../../doubles/web/browser-page.ts';
import { startTestWebServer, type TestWebServer } from '../../doubles/web/web-server.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(...options: Parameters<typeof startTestWebServer>): Promise<TestWebServer> {
  const host = await startTestWebServer(...options);
  ends.push(() => host.close());
  return host;
}

/** Opens the stream directly and collects what arrives until `stopReading`. */
async function openStream(
  host: TestWebServer,
  token: string,
): Promise<{ socket: Socket; text: () => string; isClosed: () => boolean }> {
  const socket = connect(host.server.port, '127.0.0.1');
  let text = '';
  let isClosed = false;
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  socket.on('close', () => {
    isClosed = true;
  });
  socket.on('error', () => {});
  socket.write(`GET /events HTTP/1.1\r\nhost: 127.0.0.1:${host.server.port}\r\nx-buoy-session: ${token}\r\n\r\n`);
  ends.push(() => socket.destroy());
  await vi.waitFor(() => expect(text).toContain(': open'));
  return { socket, text: () => text, isClosed: () => isClosed };
}

describe('the event stream of the web host', () => {
  it('listens to the core only while a page is open', async () => {
    const host = await start();
    const token = await host.openSession();
    expect(host.buoy.listeners('viewPatch')).toBe(0);
    const [one, two] = [await openStream(host, token), await openStream(host, token)];
    expect(host.buoy.listeners('viewPatch')).toBe(1);
    one.socket.destroy();
    await vi.waitFor(() => expect(one.isClosed()).toBe(true));
    host.buoy.emit('viewPatch', eventSamples.viewPatch);
    await vi.waitFor(() => expect(two.text()).toContain('event: viewPatch'));
    two.socket.destroy();
    await vi.waitFor(() => expect(host.buoy.listeners('viewPatch')).toBe(0));
  });

  it('sends a sign of life every 15 s, and none without listeners', async () => {
    const clock = createFakeClock();
    const host = await start({ clock });
    const { socket, text } = await openStream(host, await host.openSession());
    const before = text().length;
    await clock.advance(14_999);
    expect(text()).toHaveLength(before);
    await clock.advance(1);
    await vi.waitFor(() => expect(text().length).toBeGreaterThan(before));
    socket.destroy();
    await vi.waitFor(() => expect(clock.waiting()).toEqual([]));
  });

  it('disconnects a reader that has read nothing for 10 s, and continues with the others', async () => {
    const clock = createFakeClock();
    const host = await start({ clock });
    const token = await host.openSession();
    const [slow, quick] = [await openStream(host, token), await openStream(host, token)];
    slow.socket.pause();
    const large = { requestId: 'r1', text: 'x'.repeat(1_000_000) };
    for (let count = 0; count < 12; count += 1) host.buoy.emit('streamChunk', large);
    await vi.waitFor(() => expect(quick.text().length).toBeGreaterThan(12_000_000));
    await clock.advance(9_999);
    expect(host.buoy.listeners('viewPatch')).toBe(1);
    await clock.advance(1);
    slow.socket.resume();
    await vi.waitFor(() => expect(slow.isClosed()).toBe(true));
    expect(quick.isClosed()).toBe(false);
    host.buoy.emit('viewPatch', eventSamples.viewPatch);
    await vi.waitFor(() => expect(quick.text()).toContain('event: viewPatch'));
  });

  it('disconnects a reader at once if more waits for it than a page could need', async () => {
    const host = await start();
    const { socket, isClosed } = await openStream(host, await host.openSession());
    socket.pause();
    const large = { requestId: 'r1', text: 'x'.repeat(1_000_000) };
    for (let count = 0; count < 40; count += 1) host.buoy.emit('streamChunk', large);
    expect(host.buoy.listeners('viewPatch')).toBe(0);
    socket.resume();
    await vi.waitFor(() => expect(isClosed()).toBe(true));
  });

  it('refuses the thirty-third page, and accepts it once another one has left', async () => {
    const host = await start();
    const token = await host.openSession();
    const streams = await Promise.all(Array.from({ length: 32 }, () => openStream(host, token)));
    const headers = { 'x-buoy-session': token };
    const refused = await fetch(`${host.origin}/events`, { headers });
    expect([refused.status, await refused.json()]).toMatchObject([503, { ok: false, failure: { kind: 'busy' } }]);
    streams[0]?.socket.destroy();
    await vi.waitFor(async () => {
      const taken = await fetch(`${host.origin}/events`, { headers });
      void taken.body?.cancel();
      expect(taken.status).toBe(200);
    });
  });

  it('serves a second tab of the same browser without a key', async () => {
    const host = await start();
    const first = await openBrowserPage(host.server.startUrl);
    expect((await first.bridge.openView({})).ok).toBe(true);
    expect(first.hash()).toBe('');
    first.leave();
    const second = await openBrowserPage(`${host.origin}/`, first.stored);
    ends.push(second.leave);
    expect((await second.bridge.openView({})).ok).toBe(true);
    const heard = vi.fn();
    second.bridge.on('notice', heard);
    host.buoy.emit('notice', eventSamples.notice);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(eventSamples.notice));
  });

  it('tells a browser without a session why nothing works', async () => {
    const host = await start();
    await host.openSession();
    const page = await openBrowserPage(host.server.startUrl);
    ends.push(page.leave);
    expect(await page.bridge.openView({})).toMatchObject({
      ok: false,
      failure: { kind: 'refused', nextStep: expect.any(String) },
    });
  });

  it('makes the page read the view again after Buoy restarts on the same port', async () => {
    const host = await start();
    const page = await openBrowserPage(host.server.startUrl);
    ends.push(page.leave);
    await page.bridge.openView({});
    const heard = vi.fn();
    page.bridge.on('viewPatch', heard);
    await vi.waitFor(() => expect(host.buoy.listeners('viewPatch')).toBe(1));
    await host.close();

    const view: FullView = { ...sampleView, revision: 1 };
    const again = await start({ port: host.server.port, kept: host.kept() });
    again.buoy.answer('openView', async () => ({ ok: true, value: view }));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    // Later than any revision that a page can have, so a page that follows revisions sees that it missed something.
    expect(heard.mock.calls[0]?.[0].revision).toBeGreaterThan(sampleView.revision + 1);
    expect(await page.bridge.openView({})).toEqual({ ok: true, value: view });
    again.buoy.emit('viewPatch', { ...eventSamples.viewPatch, revision: 2 });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  });
});
