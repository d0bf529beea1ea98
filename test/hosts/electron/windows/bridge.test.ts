import { describe, expect, it, vi } from 'vitest';
import type { Buoy } from '../../../../main/core/buoy.ts';
import type { HostCalls } from '../../../../main/electron/windows/bridge.ts';
import { callNames } from '../../../../preload/contract/schema.ts';
import { makeMachine, settle } from '../machine.ts';
import { makePages } from '../pages.ts';

/** A core that answers each call with the call's name and lets tests send its events. */
function makeCore() {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const calls = Object.fromEntries(callNames.map((name) => [name, async () => ({ ok: true, value: null })]));
  const core = {
    calls: { ...calls, openView: async () => ({ ok: true, value: { revision: 1, tables: {}, singles: {} } }) },
    on(event: string, listener: (payload: unknown) => void) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
  } as unknown as Buoy;
  const say = (event: string, payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };
  return { core, say, count: (event: string) => listeners.get(event)?.size ?? 0 };
}

async function makeBridge(hostCalls: Partial<HostCalls> = {}) {
  const machine = await makeMachine();
  const { app } = await import('electron');
  app.on('window-all-closed', () => {});
  const pages = await makePages(machine);
  const { createBridge } = await import('../../../../main/electron/windows/bridge.ts');
  const { openPageWindow } = await import('../../../../main/electron/windows/page-window.ts');
  const bridge = createBridge(machine.log);
  const fake = makeCore();
  bridge.connect(fake.core, hostCalls as HostCalls);
  const window = openPageWindow(pages.host, '#/', {});
  await settle();
  const page = machine.paper.get(window.webContents.id);
  if (page === undefined) throw new Error('No page');
  return { ...machine, ...fake, bridge, window, page };
}

const patch = { revision: 2, nowMs: 0, singles: {}, tables: {} };

describe('the bridge', () => {
  it('answers every call of the contract', async () => {
    const { page } = await makeBridge();
    const answers = await Promise.all(callNames.map((name) => page.invoke(`buoy:call:${name}`, ['not an object'])));
    expect(answers).toHaveLength(callNames.length);
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments' } });
  });

  it('passes checked arguments and the asking page to the host', async () => {
    const reportTrayHeight = vi.fn(async () => ({ ok: true as const, value: null }));
    const { page, window } = await makeBridge({ reportTrayHeight });
    expect(await page.invoke('buoy:call:reportTrayHeight', [{ height: 12, more: 1 }])).toEqual({ ok: true, value: null });
    expect(reportTrayHeight).toHaveBeenCalledWith({ height: 12 }, window.webContents);
  });

  it.each([
    ['another origin', { url: 'https://example.com/', isMain: true }],
    ['a frame inside the page', { url: 'app://bundle/index.html', isMain: false }],
    ['a frame that is gone', { url: 'app://bundle/index.html', isMain: true, isGone: true }],
    ['another host of the same scheme', { url: 'app://elsewhere/index.html', isMain: true }],
  ])('refuses %s with a failure', async (_who, frame) => {
    const copyText = vi.fn();
    const { page } = await makeBridge({ copyText });
    expect(await page.invoke('buoy:call:copyText', [{ text: 'x' }], frame)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(copyText).not.toHaveBeenCalled();
  });

  it('judges a call by the page that made it, though that goes elsewhere at once', async () => {
    const copyText = vi.fn(async () => ({ ok: true as const, value: null }));
    const { page } = await makeBridge({ copyText });
    void page.invoke('buoy:call:copyText', [{ text: 'x' }]);
    page.sink.committed('app://bundle/index.html');
    await settle();
    expect(copyText).toHaveBeenCalledOnce();
  });

  it('turns what a handler throws into a failure, and keeps its text from the page', async () => {
    const { page, log } = await makeBridge({
      quit: async () => {
        throw new Error('inner detail');
      },
    });
    const answer = await page.invoke('buoy:call:quit', [{}]);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('inner detail');
    expect(log.warnings.join()).toContain('inner detail');
  });

  it('refuses an answer that does not fit the contract', async () => {
    const { page } = await makeBridge({ saveDownload: async () => ({ ok: true, value: { savedAs: 5 } }) as never });
    expect(await page.invoke('buoy:call:saveDownload', [{ downloadId: 'x' }])).toMatchObject({
      ok: false,
      failure: { kind: 'internal' },
    });
  });

  it('sends patches to a page from when it opens the view until its document ends', async () => {
    const { page, say, window, bridge } = await makeBridge();
    say('viewPatch', patch);
    await page.invoke('buoy:call:openView', [{}]);
    say('viewPatch', patch);
    expect(page.received).toEqual([{ channel: 'buoy:event:viewPatch', args: [patch] }]);
    window.webContents.reload();
    await settle();
    say('viewPatch', patch);
    expect(page.received).toHaveLength(1);
    expect(bridge.isListening(window.webContents)).toBe(false);
  });

  it('listens to patches only while a page does, so that a core without pages polls less', async () => {
    const { page, window, count } = await makeBridge();
    expect(count('viewPatch')).toBe(0);
    await page.invoke('buoy:call:openView', [{}]);
    await page.invoke('buoy:call:openView', [{}]);
    expect(count('viewPatch')).toBe(1);
    window.destroy();
    expect(count('viewPatch')).toBe(0);
  });

  it('drops events for a window that was destroyed or crashed meanwhile', async () => {
    const { page, say, controls } = await makeBridge();
    await page.invoke('buoy:call:openView', [{}]);
    const [shown] = controls.windows();
    controls.crashWindow(shown?.id ?? 0);
    await settle();
    controls.destroyWindow(shown?.id ?? 0);
    say('notice', { key: 'x' });
    expect(page.received).toEqual([]);
  });

  it('sends no answer if the window went away during a call', async () => {
    const slow = Promise.withResolvers<void>();
    const { page, window } = await makeBridge({
      copyText: async () => {
        await slow.promise;
        return { ok: true, value: null };
      },
    });
    const settled = vi.fn();
    void page.invoke('buoy:call:copyText', [{ text: 'x' }]).then(settled, settled);
    window.destroy();
    slow.resolve();
    await settle();
    expect(settled).not.toHaveBeenCalled();
  });
});
