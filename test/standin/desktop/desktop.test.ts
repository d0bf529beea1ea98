import { describe, expect, it, vi } from 'vitest';
import { type FreshElectron, freshElectron, wrongly } from '../machine.ts';

describe('a message box', () => {
  const good = { message: 'x', buttons: ['Do it', 'Cancel'], defaultId: 1, cancelId: 1 };

  it.each([
    ['without its ids, which Electron would guess from English', { message: 'x', buttons: ['Ja', 'Nein'] }],
    ['with buttons that are not a list', { ...good, buttons: 'Do it' }],
    ['with a detail that is not text', { ...good, detail: 5 }],
    ['with a tick but no label', { ...good, checkboxChecked: true }],
    ['with an unknown option', { ...good, body: 'x' }],
  ])('is not shown %s', async (_what, options) => {
    const { dialog } = await freshElectron();
    expect(() => dialog.showMessageBox(wrongly<object>(options))).toThrow();
  });

  it('answers with the button, or with cancelId on Esc', async () => {
    const { dialog, controls } = await freshElectron();
    const first = dialog.showMessageBox(good);
    controls.answerDialog({ button: 'Do it' });
    const second = dialog.showMessageBox(good);
    controls.answerDialog({});
    expect([(await first).response, (await second).response]).toEqual([0, 1]);
  });

  it('is refused if its window was destroyed', async () => {
    const { dialog, app, BrowserWindow } = await freshElectron();
    app.on('window-all-closed', () => {});
    const window = new BrowserWindow({ show: false });
    window.destroy();
    expect(() => dialog.showMessageBox(window, good)).toThrow('Object has been destroyed');
  });
});

describe('a notification', () => {
  it.each([
    ['an unknown option', 'linux', { title: 'x', text: 'y' }],
    ['a title that is not text', 'linux', { title: 5 }],
    ['a group title without group', 'linux', { title: 'x', groupTitle: 'y' }],
    ['an id that Windows would cut', 'win32', { title: 'x', id: 'i'.repeat(65) }],
  ] as const)('is not made with %s', async (_what, platform, options) => {
    const { Notification } = await freshElectron({ platform });
    expect(() => new Notification(wrongly(options))).toThrow();
  });

  it.each(['linux', 'darwin'] as const)('has no activation handler on %s', async (platform) => {
    const { Notification } = await freshElectron({ platform });
    expect(() => Notification.handleActivation(() => {})).toThrow(TypeError);
  });

  it('reports at once the click that started the program, on Windows', async () => {
    const { Notification } = await freshElectron({ platform: 'win32', startedByToast: 'type=click' });
    const heard = vi.fn();
    Notification.handleActivation(heard);
    expect(heard).toHaveBeenCalledWith({ type: 'click', arguments: 'type=click' });
  });
});

describe('the smaller modules', () => {
  it.each<[string, (electron: FreshElectron) => unknown]>([
    ['clipboard.readImage, gone since 44', ({ clipboard }) => wrongly<{ readImage(): void }>(clipboard).readImage()],
    ['shell.trashItem', ({ shell }) => wrongly<{ trashItem(): void }>(shell).trashItem()],
    ['net.request', ({ net }) => wrongly<{ request(): void }>(net).request()],
    ['nativeTheme.themeSource = blue', ({ nativeTheme }) => Object.assign(nativeTheme, { themeSource: 'blue' })],
    ['powerMonitor.on(lid-closed)', ({ powerMonitor }) => powerMonitor.on('lid-closed', () => {})],
    ['utilityProcess with a relative path', ({ utilityProcess }) => utilityProcess.fork('./worker.js')],
  ])('throw on %s', async (_what, use) => {
    const electron = await freshElectron();
    expect(() => use(electron)).toThrow();
  });

  it('reject values of the wrong type, and what the desktop refuses', async () => {
    const { clipboard, shell, controls } = await freshElectron();
    await expect(clipboard.writeText(wrongly(5))).rejects.toThrow('conversion failure');
    controls.setDesktop({ hasBrowser: false });
    await expect(shell.openExternal('https://example.com/')).rejects.toThrow('Failed to open URL');
  });

  it.each([
    ['linux', 0],
    ['darwin', 1],
    ['win32', 1],
  ] as const)('report a locked screen on %s %i times', async (platform, times) => {
    const { powerMonitor, controls } = await freshElectron({ platform });
    const heard = vi.fn();
    powerMonitor.on('lock-screen', heard);
    controls.machineSays('lock-screen');
    expect(heard).toHaveBeenCalledTimes(times);
  });

  it('report a theme only when it changed, and later', async () => {
    const { nativeTheme, settle } = await freshElectron();
    const heard = vi.fn();
    nativeTheme.on('updated', heard);
    nativeTheme.themeSource = 'system';
    nativeTheme.themeSource = 'dark';
    expect(heard).not.toHaveBeenCalled();
    await settle();
    expect(heard).toHaveBeenCalledOnce();
  });
});
