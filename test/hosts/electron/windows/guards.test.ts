import { describe, expect, it } from 'vitest';
import { makeMachine, settle } from '../machine.ts';
import { makePages } from '../pages.ts';

async function makeGuardedPage() {
  const machine = await makeMachine({}, false);
  const { guardPages, denyPermissions } = await import('../../../../main/electron/windows/guards.ts');
  guardPages();
  machine.controls.becomeReady();
  const pages = await makePages(machine);
  const { app, session } = await import('electron');
  app.on('window-all-closed', () => {});
  denyPermissions(session.defaultSession);
  const { openPageWindow } = await import('../../../../main/electron/windows/page-window.ts');
  const window = openPageWindow(pages.host, '#/', {});
  await settle();
  const page = machine.paper.get(window.webContents.id);
  if (page === undefined) throw new Error('No page');
  return { ...machine, page };
}

describe('the guards of a page', () => {
  it.each(['navigate', 'frame', 'redirect'] as const)('stop it from leaving by %s', async (kind) => {
    const { page } = await makeGuardedPage();
    expect(page.sink.mayNavigate('https://example.com/', kind)).toBe(false);
    expect(page.sink.mayNavigate('app://elsewhere/index.html', kind)).toBe(false);
    expect(page.sink.mayNavigate('file:///etc/passwd', kind)).toBe(false);
    expect(page.sink.mayNavigate('app://bundle/index.html', kind)).toBe(true);
  });

  it('attach no webview', async () => {
    await makeGuardedPage();
    const { BrowserWindow } = await import('electron');
    const { emitCancellable } = await import('../../../standin/strict.ts');
    expect(BrowserWindow.getAllWindows().map(({ webContents }) => emitCancellable(webContents, 'will-attach-webview'))).toEqual([
      true,
    ]);
  });

  it('let a window close whose page wants to stay', async () => {
    const { controls } = await makeGuardedPage();
    const { id } = controls.windows()[0] ?? { id: 0 };
    controls.holdWindow(id);
    controls.closeWindow(id);
    expect(controls.windows()).toEqual([]);
  });

  it('open no window', async () => {
    const { page, controls } = await makeGuardedPage();
    page.sink.windowOpened('https://example.com/');
    expect(controls.windows()).toHaveLength(1);
  });

  it.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal'])('grant no %s', async (permission) => {
    const { controls } = await makeGuardedPage();
    expect(controls.grants(permission)).toEqual({ request: false, check: false, device: false });
  });

  it('start no download', async () => {
    await makeGuardedPage();
    const { session } = await import('electron');
    const { emitCancellable } = await import('../../../standin/strict.ts');
    expect(emitCancellable(session.defaultSession as never, 'will-download')).toBe(true);
  });
});
