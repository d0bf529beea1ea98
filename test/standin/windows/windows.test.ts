import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { electronWithPages, freshElectron, wrongly } from '../machine.ts';

/** A window that shows `app://bundle/`, served from memory. */
async function open(profile = {}) {
  const electron = await electronWithPages(profile);
  return { ...electron, window: new electron.BrowserWindow({ show: false }) };
}

describe('a window', () => {
  it.each([
    ['a second argument', [{}, {}]],
    ['an option that Electron does not know', [{ shown: false }]],
    ['an option that is undefined', [{ title: undefined }]],
    ['a page with Node in it', [{ webPreferences: { nodeIntegration: true } }]],
    ['a page without its sandbox', [{ webPreferences: { sandbox: false } }]],
    ['a page without isolation', [{ webPreferences: { contextIsolation: false } }]],
    ['a page without web security', [{ webPreferences: { webSecurity: false } }]],
    ['a page that embeds others', [{ webPreferences: { webviewTag: true } }]],
    ['a spell checker', [{ webPreferences: { preload: '/preload.cjs' } }]],
    ['a relative preload', [{ webPreferences: { preload: './preload.cjs', spellcheck: false } }]],
    ['a width that is not a whole number', [{ width: 100.5 }]],
    ['an icon that is not there', [{ icon: '/nonexistent.png' }]],
  ])('is not made with %s', async (_what, args) => {
    const { BrowserWindow } = await freshElectron();
    expect(() => new BrowserWindow(...wrongly<[object]>(args))).toThrow();
    expect(BrowserWindow.getAllWindows()).toEqual([]);
  });

  it('is not made with developer tools in a package', async () => {
    const { BrowserWindow } = await freshElectron({ isPackaged: true });
    const webPreferences = { preload: '/preload.cjs', spellcheck: false };
    expect(() => new BrowserWindow({ webPreferences })).toThrow('developer tools');
    expect(() => new BrowserWindow({ show: false, webPreferences: { ...webPreferences, devTools: false } })).not.toThrow();
  });

  it('fills its display while it is enlarged, and keeps its normal bounds', async () => {
    const { window, controls } = await open();
    const normal = window.getBounds();
    window.maximize();
    expect([window.getBounds(), window.getNormalBounds()]).toEqual([controls.desktop().workAreas[0], normal]);
  });

  it('sends ready-to-show once, after its page has painted', async () => {
    const { window, settle } = await open();
    const ready = vi.fn();
    window.on('ready-to-show', ready);
    await window.loadURL('app://bundle/');
    expect(ready).not.toHaveBeenCalled();
    await settle();
    window.webContents.reload();
    await settle();
    expect(ready).toHaveBeenCalledOnce();
  });

  it('never sends ready-to-show on a Wayland that withholds it', async () => {
    const { window, settle } = await open({ isReadyToShowWithheld: true });
    const ready = vi.fn();
    const finished = vi.fn();
    window.on('ready-to-show', ready);
    window.webContents.on('did-finish-load', finished);
    await window.loadURL('app://bundle/');
    await settle();
    expect(finished).toHaveBeenCalledOnce();
    expect(ready).not.toHaveBeenCalled();
  });

  it('throws on every use after it is destroyed, and counts as destroyed inside closed', async () => {
    const { window } = await open();
    const inside = vi.fn();
    window.on('closed', () => inside(window.isDestroyed()));
    const contents = window.webContents;
    window.destroy();
    window.destroy();
    expect(inside).toHaveBeenCalledExactlyOnceWith(true);
    expect(() => window.webContents).toThrow('Object has been destroyed');
    expect(() => window.show()).toThrow(TypeError);
    expect(() => contents.send('x')).toThrow('Object has been destroyed');
    expect(contents.isDestroyed()).toBe(true);
    expect(window.id).toBeGreaterThan(0);
  });

  it('does not close if a listener prevents it, but is destroyed without being asked', async () => {
    const { window } = await open();
    window.on('close', (event: { preventDefault(): void }) => event.preventDefault());
    window.close();
    expect(window.isDestroyed()).toBe(false);
    window.destroy();
    expect(window.isDestroyed()).toBe(true);
  });

  it('does not close while its page wants to stay, unless main prevents that', async () => {
    const { window, controls } = await open();
    controls.holdWindow(window.id);
    window.close();
    expect(window.isDestroyed()).toBe(false);
    window.webContents.on('will-prevent-unload', (event: { preventDefault(): void }) => event.preventDefault());
    window.close();
    expect(window.isDestroyed()).toBe(true);
  });

  it.each([
    ['an unknown scheme', 'other://bundle/', 'ERR_FAILED'],
    ['no address', 'nonsense', 'ERR_INVALID_URL'],
  ])('fails to load %s with a code', async (_what, url, code) => {
    const { window } = await open();
    await expect(window.loadURL(url)).rejects.toMatchObject({ code, url });
  });

  it('ends a load early at the next load, and at its own end', async () => {
    const { window } = await open();
    const first = window.loadURL('app://bundle/1');
    const second = window.loadURL('app://bundle/2');
    window.destroy();
    await expect(first).rejects.toMatchObject({ code: 'ERR_ABORTED' });
    await expect(second).rejects.toMatchObject({ code: 'ERR_FAILED' });
  });

  it('loads a 404 that has a body, because a status is not a failure', async () => {
    const { window, session } = await open();
    session.defaultSession.protocol.unhandle('app');
    session.defaultSession.protocol.handle(
      'app',
      () => new Response('gone', { status: 404, headers: { 'content-type': 'text/plain', 'content-security-policy': 'x' } }),
    );
    await expect(window.loadURL('app://bundle/gone')).resolves.toBeUndefined();
  });

  it.each([
    ['from a scheme that was not declared', undefined, true],
    ['from a scheme that is not secure', { standard: true }, true],
    ['before permissions are refused', { standard: true, secure: true }, false],
  ])('notes a defect when a page is loaded %s', async (_what, privileges, isGuarded) => {
    const electron = await freshElectron({}, false);
    if (privileges) electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
    electron.controls.becomeReady();
    const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" };
    electron.session.defaultSession.protocol.handle('app', () => new Response('x', { headers }));
    if (isGuarded) {
      electron.session.defaultSession.setPermissionRequestHandler(() => {});
      electron.session.defaultSession.setPermissionCheckHandler(() => false);
    }
    await new electron.BrowserWindow({ show: false }).loadURL('app://bundle/');
    expect(electron.controls.defects()).toHaveLength(1);
  });

  it('stays when its page crashes, and comes back by reload', async () => {
    const { window, controls, settle } = await open();
    await window.loadURL('app://bundle/');
    const gone = vi.fn();
    window.webContents.on('render-process-gone', (_event: unknown, details: unknown) => gone(details));
    controls.crashWindow(window.id);
    await settle();
    expect(gone).toHaveBeenCalledWith(expect.objectContaining({ reason: 'crashed' }));
    expect(window.webContents.isCrashed()).toBe(true);
    expect(() => window.webContents.send('x')).toThrow('disposed');
    window.webContents.reload();
    await settle();
    expect(window.webContents.isCrashed()).toBe(false);
  });

  it('notes a defect if its preload is missing, and runs the page without it', async () => {
    const { BrowserWindow, controls, settle, home } = await open();
    const failed = vi.fn();
    const window = new BrowserWindow({ show: false, webPreferences: { preload: join(home, 'missing.cjs'), spellcheck: false } });
    window.webContents.on('preload-error', failed);
    await settle();
    expect(failed).toHaveBeenCalledOnce();
    expect(controls.defects()).toEqual([expect.stringContaining('preload-error')]);
  });

  it('reports its contents while it is being created', async () => {
    const { app, BrowserWindow } = await open();
    const seen = vi.fn();
    app.on('web-contents-created', (_event: unknown, contents: unknown) => seen(contents));
    const window = new BrowserWindow({ show: false });
    expect(seen).toHaveBeenCalledExactlyOnceWith(window.webContents);
  });

  it('notes a defect if a page opens a window and nothing decides about it at once', async () => {
    const { window, paper, controls } = await open();
    const page = paper.get(window.webContents.id);
    page?.sink.windowOpened('https://example.com/');
    window.webContents.setWindowOpenHandler(wrongly(async () => ({ action: 'deny' })));
    page?.sink.windowOpened('https://example.com/');
    expect(controls.defects()).toEqual([expect.stringContaining('opened a real window'), expect.stringContaining('at once')]);
  });
});

describe('the protocol', () => {
  const bare = new Response('x');
  it.each<[string, () => unknown, boolean]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
      true,
    ],
    ['returns nothing', () => undefined, true],
    ['returns something else', () => ({ status: 200 }), true],
    ['fails on purpose', () => Response.error(), false],
    ['names no type and no policy', () => bare, true],
  ])('notes a defect when a handler %s', async (_what, handler, isDefect) => {
    const { session, controls, answerFromProtocol } = await freshElectron();
    session.defaultSession.protocol.handle('app', wrongly(handler));
    await answerFromProtocol({ url: 'app://bundle/', method: 'GET', headers: {} });
    expect(controls.defects().length > 0).toBe(isDefect);
  });

  it('is registered once, and can only be removed if it exists', async () => {
    const { session } = await freshElectron();
    const { protocol } = session.defaultSession;
    protocol.handle('app', () => new Response());
    expect(() => protocol.handle('app', () => new Response())).toThrow('Failed to register protocol');
    protocol.unhandle('app');
    expect(() => protocol.unhandle('app')).toThrow();
  });

  it.each([
    ['no list', {}],
    ['an unknown privilege', [{ scheme: 'app', privileges: { trusted: true } }]],
    ['a way around the policy', [{ scheme: 'app', privileges: { bypassCSP: true } }]],
    ['a code cache for a scheme that is not standard', [{ scheme: 'app', privileges: { codeCache: true } }]],
  ])('does not accept %s as schemes', async (_what, schemes) => {
    const { protocol } = await freshElectron({}, false);
    expect(() => protocol.registerSchemesAsPrivileged(wrongly(schemes))).toThrow();
  });

  it('takes schemes once, because a second list would overwrite the first', async () => {
    const { protocol } = await freshElectron({}, false);
    protocol.registerSchemesAsPrivileged([{ scheme: 'app' }]);
    expect(() => protocol.registerSchemesAsPrivileged([{ scheme: 'other' }])).toThrow('overwrites');
  });
});

describe('a session', () => {
  it('grants everything until a handler refuses it', async () => {
    const { session, controls } = await freshElectron();
    const { defaultSession } = session;
    expect(controls.grants('media')).toEqual({ request: true, check: true, device: false });
    defaultSession.setPermissionRequestHandler(
      (_contents: unknown, _permission: unknown, callback: (isGranted: boolean) => void) => callback(false),
    );
    defaultSession.setPermissionCheckHandler(() => false);
    expect(controls.grants('media')).toEqual({ request: false, check: false, device: false });
    expect(() => defaultSession.setPermissionCheckHandler(wrongly('no'))).toThrow(TypeError);
  });

  it('notes a defect if a request for a permission is never answered, since its page waits', async () => {
    const { session, controls } = await freshElectron();
    session.defaultSession.setPermissionRequestHandler(() => {});
    expect(controls.grants('media').request).toBe(false);
    expect(controls.defects()).toEqual([expect.stringContaining('0 answers')]);
  });
});

describe('a preload', () => {
  it('is read when its window is created', async () => {
    const { BrowserWindow, home, paper } = await open();
    const preload = join(home, 'preload.cjs');
    writeFileSync(preload, '// here');
    const window = new BrowserWindow({ show: false, webPreferences: { preload, spellcheck: false } });
    expect(paper.get(window.webContents.id)?.spec.preload).toBe('// here');
  });
});
