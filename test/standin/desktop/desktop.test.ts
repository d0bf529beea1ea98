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
    ['a button of an unknown type', 'win32', { title: 'x', actions: [{ type: 'link', text: 'y' }] }],
    ['a button without a text', 'win32', { title: 'x', actions: [{ type: 'button' }] }],
    ['a selection outside Windows', 'darwin', { title: 'x', actions: [{ type: 'selection', text: 'y', items: ['z'] }] }],
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

describe('a button of a notification', () => {
  it.each(['linux', 'darwin', 'win32'] as const)(
    'is an action with its place on %s, and Windows tells its handler first',
    async (platform) => {
      const { Notification, controls, settle } = await freshElectron({ platform });
      const heard: unknown[] = [];
      if (platform === 'win32') Notification.handleActivation((details) => heard.push(details));
      const shown = new Notification({ id: 'n1', title: 'x', actions: [{ type: 'button', text: 'Do it' }] });
      shown.on('action', ({ actionIndex }) => heard.push(actionIndex));
      shown.show();
      await settle();
      controls.pressNotification('x', 'Do it');
      const handled = { type: 'action', arguments: 'type=action&action=0&tag=n1', actionIndex: 0 };
      expect(heard).toEqual(platform === 'win32' ? [handled, 0] : [0]);
      expect(() => controls.pressNotification('x', 'Undo it')).toThrow('shows no button');
    },
  );

  it.each(['linux', 'win32'] as const)('of earlier runs is not handed over on %s', async (platform) => {
    const { Notification } = await freshElectron({ platform });
    expect(() => Notification.getHistory()).toThrow(TypeError);
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
