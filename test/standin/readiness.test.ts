import { describe, expect, it, vi } from 'vitest';
import { type FreshElectron, freshElectron, wrongly } from './machine.ts';

type Use = (electron: FreshElectron) => unknown;

describe('before the app is ready', () => {
  it.each<[string, Use]>([
    ['BrowserWindow', ({ BrowserWindow }) => new BrowserWindow()],
    ['Tray', ({ Tray }) => new Tray('x.png')],
    ['Notification', ({ Notification }) => new Notification({ title: 'x' })],
    ['session.defaultSession', ({ session }) => session.defaultSession],
    ['protocol.handle', ({ protocol }) => protocol.handle('app', () => new Response())],
    ['dialog', ({ dialog }) => dialog.showMessageBox({ message: 'x', buttons: ['Close'], defaultId: 0, cancelId: 0 })],
    ['screen', ({ screen }) => screen.getAllDisplays()],
    ['utilityProcess', ({ utilityProcess }) => utilityProcess.fork('/x.js')],
  ])('%s throws', async (_name, use) => {
    const electron = await freshElectron({}, false);
    expect(() => use(electron)).toThrow(/ready/);
  });

  it.each<[string, Use]>([
    ['names and paths', ({ app }) => app.setName('Buoy')],
    ['the lock', ({ app }) => app.requestSingleInstanceLock()],
    ['schemes', ({ protocol }) => protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }])],
    ['handlers', ({ ipcMain }) => ipcMain.handle('x', () => 1)],
    ['menus', ({ Menu }) => Menu.buildFromTemplate([{ label: 'x' }])],
    ['the battery', ({ powerMonitor }) => powerMonitor.onBatteryPower],
    ['an error box', ({ dialog }) => dialog.showErrorBox('x', 'y')],
  ])('%s can be used', async (_name, use) => {
    const electron = await freshElectron({}, false);
    expect(() => use(electron)).not.toThrow();
  });
});

describe('after the app is ready', () => {
  it.each<[string, Use]>([
    ['schemes', ({ protocol }) => protocol.registerSchemesAsPrivileged([])],
    ['the sandbox', ({ app }) => app.enableSandbox()],
    ['the session folder', ({ app, home }) => app.setPath('sessionData', home)],
  ])('%s come too late and throw', async (_name, use) => {
    const electron = await freshElectron();
    expect(() => use(electron)).toThrow();
  });

  it('continues after whenReady before it sends ready, and never sends ready again', async () => {
    const { app, controls, settle } = await freshElectron({}, false);
    const order: string[] = [];
    app.on('ready', () => order.push('ready'));
    void app.whenReady().then(() => order.push('whenReady'));
    controls.becomeReady();
    controls.becomeReady();
    await settle();
    app.on('ready', () => order.push('late'));
    await settle();
    expect(order).toEqual(['whenReady', 'ready']);
  });
});

describe('the app', () => {
  it('takes the lock after its name only, since that decides the folder that keys it', async () => {
    const { app, home } = await freshElectron({ isFirstInstance: false }, false);
    expect(app.requestSingleInstanceLock()).toBe(false);
    expect(() => app.setName('Other')).toThrow(/name comes first/);
    expect(() => app.setPath('userData', home)).toThrow(/comes first/);
  });

  it('notes a defect if a start without the lock waits for ready, which quitting does not stop', async () => {
    const { app, controls } = await freshElectron({ isFirstInstance: false }, false);
    app.requestSingleInstanceLock();
    void app.whenReady();
    expect(controls.defects()).toEqual([expect.stringContaining('without the lock')]);
  });

  it('reports a second instance with null if that sent nothing', async () => {
    const { app, controls } = await freshElectron();
    const heard = vi.fn();
    app.on('second-instance', (_event: unknown, _argv: unknown, _cwd: unknown, data: unknown) => heard(data));
    controls.startAgain(undefined);
    controls.startAgain({ isDemo: true });
    expect(heard.mock.calls).toEqual([[null], [{ isDemo: true }]]);
  });

  it('has no path of an unknown name, and sets no relative or missing path', async () => {
    const { app, home } = await freshElectron();
    expect(() => app.getPath('nowhere')).toThrow("Failed to get 'nowhere' path");
    expect(() => app.setPath('userData', 'relative')).toThrow();
    expect(() => app.setPath('userData', `${home}/missing`)).toThrow();
    expect(() => app.setPath('userData', home)).not.toThrow();
  });

  it.each(['linux', 'win32'] as const)('has no Dock on %s, so an unguarded call fails', async (platform) => {
    const { app } = await freshElectron({ platform });
    expect(app.dock).toBeUndefined();
  });

  it('throws on names and events that Buoy does not use', async () => {
    const { app } = await freshElectron();
    expect(() => wrongly<{ relaunch(): void }>(app).relaunch()).toThrow('StandinApp.relaunch is not known');
    expect(() => app.on('browser-window-blur', () => {})).toThrow('has no event browser-window-blur');
  });

  it('quits in order, and a window that prevents its own close cancels the quit until the next call', async () => {
    const { app, BrowserWindow, controls, settle } = await freshElectron();
    const order: string[] = [];
    for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => order.push(name));
    app.on('window-all-closed', () => order.push('window-all-closed'));
    const window = new BrowserWindow({ show: false });
    let isKept = true;
    window.on('close', (event: { preventDefault(): void }) => {
      order.push('close');
      if (isKept) event.preventDefault();
    });
    window.on('closed', () => order.push('closed'));
    app.quit();
    await settle();
    expect(order).toEqual(['before-quit', 'close']);
    expect(controls.exitCode()).toBeNull();
    isKept = false;
    order.length = 0;
    app.quit();
    app.quit();
    await settle();
    expect(order).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
    expect(controls.exitCode()).toBe(0);
  });

  it('exits without asking windows', async () => {
    const { app, BrowserWindow, controls } = await freshElectron();
    const window = new BrowserWindow({ show: false });
    window.on('close', (event: { preventDefault(): void }) => event.preventDefault());
    app.exit(3);
    expect(controls.exitCode()).toBe(3);
    expect(window.isDestroyed()).toBe(true);
  });

  it('notes a defect if its last window closes and nothing keeps it alive', async () => {
    const { BrowserWindow, controls } = await freshElectron();
    new BrowserWindow({ show: false }).destroy();
    expect(controls.defects()).toEqual([expect.stringContaining('nobody keeps the app alive')]);
  });

  it('has no login items on Linux, and needs the same arguments on Windows', async () => {
    const linux = await freshElectron();
    linux.app.setLoginItemSettings({ openAtLogin: true });
    expect(linux.app.getLoginItemSettings().openAtLogin).toBe(false);
    const windows = await freshElectron({ platform: 'win32' });
    windows.app.setLoginItemSettings({ openAtLogin: true, args: ['--hidden'] });
    expect(windows.app.getLoginItemSettings().openAtLogin).toBe(false);
    expect(windows.app.getLoginItemSettings({ args: ['--hidden'] }).openAtLogin).toBe(true);
  });
});

describe('the module', () => {
  it("has none of the renderer's names", async () => {
    const { default: electron } = await import('./electron.ts');
    for (const name of ['ipcRenderer', 'contextBridge', 'webFrame', 'remote'])
      expect(() => Reflect.get(electron, name)).toThrow('is not known');
  });

  it('has classes that cannot be subclassed', async () => {
    const { BrowserWindow, Menu, Notification, Tray } = await freshElectron();
    for (const Parent of [BrowserWindow, Menu, Notification, Tray]) {
      const Child = class extends wrongly<new () => object>(Parent) {};
      expect(() => new Child()).toThrow(/cannot be subclassed/);
    }
  });
});
