import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { collectGarbage } from '../../doubles/collect-garbage.ts';
import { freshElectron, wrongly } from '../machine.ts';

const icons = join(import.meta.dirname, '../../../assets/generated/tray');
const png = join(icons, 'linux/ok-on-dark.png');

describe('a tray', () => {
  it.each([
    ['no image', [], /file path or a NativeImage/],
    ['a file that is not there', ['/nonexistent.png'], /Failed to load image from path/],
    ['an undefined identity', [png, undefined], /Invalid GUID format/],
  ])('is not made with %s', async (_what, args, message) => {
    const { Tray } = await freshElectron();
    expect(() => new Tray(...wrongly<[string]>(args))).toThrow(message);
  });

  it('refuses an empty image, which Electron would not show', async () => {
    const { Tray, nativeImage } = await freshElectron();
    expect(() => new Tray(nativeImage.createFromPath('/nonexistent.png'))).toThrow('invisible');
  });

  it('is the only one, because a second has no menu on Linux', async () => {
    const { Tray } = await freshElectron();
    const first = new Tray(png);
    expect(() => new Tray(png)).toThrow('second tray');
    first.destroy();
    expect(() => new Tray(png)).not.toThrow();
    expect(() => first.setToolTip('x')).toThrow('Tray is destroyed');
    expect(first.isDestroyed()).toBe(true);
  });

  it('is seen on Linux where the desktop had a host when it was made, and again whenever the shell comes back', async () => {
    const { Tray, controls } = await freshElectron();
    const tray = new Tray(png);
    for (const [place, isSeen] of [
      ['gone', false],
      ['there', true],
      ['no-host', false],
      ['there', true],
    ] as const) {
      await controls.setTrayPlace(place);
      expect(controls.tray()?.isSeen).toBe(isSeen);
    }
    tray.destroy();
  });

  it('is given up on Linux where there was no host, until it is made again; only an older panel shows it', async () => {
    const { Tray, controls } = await freshElectron({ trayPlace: 'no-host' });
    const first = new Tray(png);
    await controls.setTrayPlace('there');
    expect(controls.tray()?.isSeen).toBe(false);
    expect(() => controls.clickTray()).toThrow('shows no tray icon');
    controls.setDesktop({ hasOldTray: true });
    expect(controls.tray()?.isSeen).toBe(true);
    first.destroy();
    controls.setDesktop({ hasOldTray: false });
    new Tray(png);
    expect(controls.tray()?.isSeen).toBe(true);
  });

  it.each(['darwin', 'win32'] as const)('is always seen on %s', async (platform) => {
    const { Tray, controls } = await freshElectron({ platform, trayPlace: 'gone' });
    new Tray(png);
    expect(controls.tray()?.isSeen).toBe(true);
  });

  it('is gone once nothing refers to it', async () => {
    const { Tray, controls } = await freshElectron();
    const held = { tray: new Tray(png) as unknown };
    await collectGarbage();
    expect(controls.tray()).not.toBeNull();
    held.tray = null;
    await collectGarbage();
    expect(controls.tray()).toBeNull();
  });

  it('accepts a new menu for every change, and nothing that is not a menu', async () => {
    const { Tray, Menu } = await freshElectron();
    const tray = new Tray(png);
    const menu = Menu.buildFromTemplate([{ label: 'x' }]);
    tray.setContextMenu(menu);
    expect(() => tray.setContextMenu(menu)).toThrow('set a new Menu');
    expect(() => tray.setContextMenu({})).toThrow('Must pass Menu or null');
    expect(() => tray.setContextMenu(null)).not.toThrow();
  });

  it('pops up no menu on Linux', async () => {
    const { Tray, Menu } = await freshElectron();
    const tray = new Tray(png);
    expect(() => tray.popUpContextMenu(Menu.buildFromTemplate([]))).toThrow('does nothing on Linux');
  });

  it('opens its menu on a left click on macOS, if one is set, and sends no event', async () => {
    const { Tray, Menu, controls } = await freshElectron({ platform: 'darwin' });
    const tray = new Tray(png);
    const clicked = vi.fn();
    tray.on('click', clicked);
    controls.clickTray();
    expect(clicked).toHaveBeenCalledOnce();
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'x' }]));
    controls.clickTray();
    expect(clicked).toHaveBeenCalledOnce();
  });
});

describe('an image', () => {
  it.each([
    ['linux', 'windows/ok-on-dark.ico', true],
    ['darwin', 'windows/ok-on-dark.ico', true],
    ['win32', 'windows/ok-on-dark.ico', false],
    ['linux', 'linux/missing.png', true],
    ['linux', 'linux/ok-on-dark.png', false],
  ] as const)('on %s of %s is empty: %s', async (platform, file, isEmpty) => {
    const { nativeImage } = await freshElectron({ platform });
    expect(nativeImage.createFromPath(join(icons, file)).isEmpty()).toBe(isEmpty);
  });

  it('is a template if its name says so, only on macOS', async () => {
    const file = join(icons, 'macos/okTemplate.png');
    for (const platform of ['darwin', 'linux'] as const) {
      const { nativeImage } = await freshElectron({ platform });
      const image = nativeImage.createFromPath(file);
      expect(image.isTemplateImage()).toBe(platform === 'darwin');
      expect(image.hasRetina).toBe(true);
    }
  });
});

describe('a menu', () => {
  it.each([
    ['no list', {}],
    ['an item without label, role or separator', [{}]],
    ['a checkbox without label', [{ type: 'checkbox' }]],
    ['an item that is null', [null]],
    ['an unknown type', [{ label: 'x', type: 'button' }]],
    ['an unknown role', [{ role: 'explode' }]],
    ['a submenu type without submenu', [{ label: 'x', type: 'submenu' }]],
    ['an unknown option', [{ label: 'x', onClick: () => {} }]],
    ['an icon that is not there', [{ label: 'x', icon: '/nonexistent.png' }]],
    ['a click on a line with a submenu', [{ label: 'x', submenu: [], click: () => {} }]],
  ])('is not built of %s', async (_what, template) => {
    const { Menu } = await freshElectron();
    expect(() => Menu.buildFromTemplate(wrongly(template))).toThrow();
  });

  it('takes every role that Electron knows', async () => {
    const { Menu } = await freshElectron();
    const { menuRoles } = await import('./menu-roles.ts');
    const roles = Object.keys(menuRoles) as (keyof typeof menuRoles)[];
    expect(Menu.buildFromTemplate(roles.map((role) => ({ role }))).items).toHaveLength(roles.length);
  });

  it.each([
    ['fileMenu', true],
    ['windowMenu', false],
  ] as const)('on macOS has Cmd+W in its %s: %s', async (role, isClosed) => {
    const { BrowserWindow, Menu, app, controls } = await freshElectron({ platform: 'darwin' });
    app.on('window-all-closed', () => {});
    new BrowserWindow({ show: true }).focus();
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ role }]));
    controls.pressKeys('CommandOrControl+W');
    expect(controls.windows().length === 0).toBe(isClosed);
  });

  it('drops separators at its edges and beside one another', async () => {
    const { Menu } = await freshElectron();
    const line = { type: 'separator' } as const;
    const menu = Menu.buildFromTemplate([line, { label: 'a' }, line, line, { label: 'b' }, line]);
    expect(menu.items.map((item) => item.type)).toEqual(['normal', 'separator', 'normal']);
  });

  it('has items whose kind is fixed and whose label may change', async () => {
    const { Menu } = await freshElectron();
    const [item] = Menu.buildFromTemplate([{ label: 'a', id: 'a' }]).items;
    if (item === undefined) throw new Error('No item');
    item.label = 'b';
    for (const name of ['type', 'role', 'submenu', 'click'])
      expect(() => Reflect.set(item, name, 'x') || fail()).toThrow(TypeError);
  });

  it('changes a checkbox before it sends the click', async () => {
    const { Menu } = await freshElectron();
    const seen: boolean[] = [];
    const menu = Menu.buildFromTemplate([{ label: 'a', id: 'a', type: 'checkbox', click: (item) => seen.push(item.checked) }]);
    const [item] = menu.items;
    item?.click(item);
    expect(seen).toEqual([true]);
  });

  it('finds items in submenus', async () => {
    const { Menu } = await freshElectron();
    const menu = Menu.buildFromTemplate([{ label: 'a', submenu: [{ label: 'b', id: 'deep' }] }]);
    expect(menu.getMenuItemById('deep')?.label).toBe('b');
    expect(menu.getMenuItemById('nowhere')).toBeNull();
  });

  it('shows a doubled ampersand as one, and hides a single one', async () => {
    const { Tray, Menu, controls } = await freshElectron();
    new Tray(png).setContextMenu(Menu.buildFromTemplate([{ label: 'R&&D' }, { label: 'R&D' }]));
    expect(controls.trayMenu().map((line) => line.label)).toEqual(['R&D', 'RD']);
  });

  it('is on every window until it is removed, except on macOS', async () => {
    const { Menu, controls } = await freshElectron({ platform: 'win32' });
    expect(controls.hasDefaultMenu()).toBe(true);
    Menu.setApplicationMenu(null);
    expect(controls.hasDefaultMenu()).toBe(false);
  });
});

function fail(): never {
  throw new TypeError('Cannot assign to read only property');
}
