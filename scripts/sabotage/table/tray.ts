import type { Mutation } from '../mutation.ts';

const tray = 'main/electron/tray/tray.ts';
const icon = 'main/electron/tray/tray-icon.ts';
const template = 'main/electron/tray/menu-template.ts';
const menu = 'main/electron/windows/application-menu.ts';

/** Holds a new object only weakly, behind something that looks like it. */
const weakly = (made: string) => `new Proxy({} as Tray, {
    get(_none, name) {
      const kept = weak.deref() as unknown as Record<string | symbol, (...args: unknown[]) => unknown> | undefined;
      return (...args: unknown[]) => kept?.[name]?.(...args);
    },
  });
  const weak = new WeakRef(${made});`;

/** Tray, its menu, images, and the menu above the window. */
export const trayRows: readonly Mutation[] = [
  {
    id: 'tray-collected',
    rule: 'nothing refers to the tray, so garbage collection removes it',
    file: tray,
    pattern: 'new Tray(icon(first));',
    replacement: weakly('new Tray(icon(first))'),
  },
  {
    id: 'tray-guid',
    rule: 'the tray gets a second argument that is no GUID',
    file: tray,
    pattern: 'new Tray(icon(first))',
    replacement: 'new Tray(icon(first), undefined)',
  },
  {
    id: 'tray-twice',
    rule: 'there are two trays, and on Linux the second has no menu',
    file: tray,
    pattern: 'const tray = new Tray(icon(first));',
    replacement: 'new Tray(icon(first));\n  const tray = new Tray(icon(first));',
  },
  {
    id: 'tray-menu-mac',
    rule: 'a menu is set on macOS, where it takes the left click',
    file: tray,
    pattern: "=> platform === 'linux';",
    replacement: "=> platform !== 'win32';",
  },
  {
    id: 'tray-menu-linux',
    rule: 'no menu is set on Linux, which shows no other',
    file: tray,
    pattern: 'tray.setContextMenu(menu(first));',
    replacement: '',
  },
  {
    id: 'tray-menu-stale',
    rule: 'the same menu is set again, so its lines stay as they were',
    file: tray,
    pattern: 'const menu = (view: TrayView) => Menu.buildFromTemplate(options.template(view));',
    replacement:
      'const only = Menu.buildFromTemplate(options.template(first));\n  const menu = (view: TrayView) => (view === null ? Menu.buildFromTemplate([]) : only);',
  },
  {
    id: 'tray-menu-often',
    rule: 'a menu is set although nothing changed, which closes the open one',
    file: tray,
    pattern: 'refresh?.follow(view);',
    replacement: 'if (refresh !== null) tray.setContextMenu(menu(view));',
  },
  {
    id: 'tray-right-click',
    rule: 'a right click opens no menu where none is set',
    file: tray,
    pattern: "tray.on('right-click', () => tray.popUpContextMenu(menu(shown)));",
    replacement: '',
  },
  {
    id: 'tray-click-linux',
    rule: 'a left click does nothing on desktops that send it (KDE)',
    file: tray,
    pattern: "tray.on('click', () => options.onClick(null));",
    replacement: '',
  },
  {
    id: 'tray-double-click',
    rule: 'the second of two quick clicks is lost on macOS',
    file: tray,
    pattern: "if (platform === 'darwin') tray.setIgnoreDoubleClickEvents(true);",
    replacement: '',
  },
  {
    id: 'tray-tooltip',
    rule: 'the tooltip is longer than Windows shows',
    file: tray,
    pattern: /\n\s+\.slice\(0, longestTooltip\)/,
    replacement: '',
  },
  {
    id: 'tray-theme',
    rule: 'the icon is not redrawn when the bar changes its colour',
    file: tray,
    pattern: "nativeTheme.on('updated', repaint);",
    replacement: '',
  },
  {
    id: 'tray-theme-other',
    rule: "the icon follows the program's theme instead of the bar's",
    file: tray,
    pattern: 'nativeTheme.shouldUseDarkColorsForSystemIntegratedUI',
    replacement: 'nativeTheme.shouldUseDarkColors',
  },
  {
    id: 'image-missing',
    rule: 'an image that is not there is empty, without an error, and so invisible',
    file: icon,
    pattern: '}.png`',
    replacement: '}-22.png`',
  },
  {
    id: 'image-format',
    rule: 'an .ico is loaded outside of Windows',
    file: icon,
    pattern: /'linux', `(.*)\.png`/,
    replacement: "'windows', `$1.ico`",
  },
  {
    id: 'image-template',
    rule: 'the icon on macOS is no template, and so not recoloured',
    file: icon,
    pattern: /'macos', `(.*)Template\.png`/,
    replacement: "'linux', `$1-on-dark.png`",
  },
  {
    id: 'menu-ampersand',
    rule: 'an ampersand in a name becomes a mnemonic',
    file: template,
    pattern: ".replaceAll('&', '&&')",
    replacement: '',
  },
  {
    id: 'menu-label',
    rule: 'a line has neither label nor role nor type',
    file: template,
    pattern: "label: menuLabel(node, ' · '), enabled",
    replacement: 'enabled',
  },
  {
    id: 'menu-type',
    rule: 'a line has a type that does not exist',
    file: template,
    pattern: "{ type: 'separator' }",
    replacement: "{ type: 'line' as 'separator' }",
  },
  {
    id: 'menu-click',
    rule: 'a line with a submenu waits for a click that never comes',
    file: template,
    pattern: 'submenu: menuTemplate(node.children, onDeed) }',
    replacement: 'submenu: menuTemplate(node.children, onDeed), click: () => {} }',
  },
  {
    id: 'menu-role',
    rule: 'a role does not exist, and Electron says nothing',
    file: menu,
    pattern: "{ role: 'resetZoom' }",
    replacement: "{ role: 'zoomReset' as 'resetZoom' }",
  },
  {
    id: 'menu-default',
    rule: "Electron's default menu stays, with developer tools",
    file: menu,
    pattern: "const isMac = options.platform === 'darwin';",
    replacement: "const isMac = options.platform === 'darwin';\n  if (!isMac) return;",
  },
  {
    id: 'menu-edit',
    rule: 'no menu carries the keys to copy and paste (macOS)',
    file: menu,
    pattern: "{ role: 'editMenu' },",
    replacement: '',
  },
  {
    id: 'menu-close',
    rule: 'no menu carries the key that closes the window',
    file: menu,
    pattern: "submenu: [{ role: 'close' }, ",
    replacement: "submenu: [{ label: 'x' }, ",
  },
  {
    id: 'menu-zoom',
    rule: 'no menu carries the keys that zoom',
    file: menu,
    pattern: 'submenu: zoomLines',
    replacement: 'submenu: zoomLines.slice(-1)',
  },
  {
    id: 'menu-context',
    rule: 'nothing can be pasted by mouse, since Electron brings no context menu',
    file: 'main/electron/windows/page-window.ts',
    pattern: 'offerContextMenu(window);',
    replacement: 'void offerContextMenu;',
  },
  {
    id: 'menu-popup',
    rule: 'a context menu opens over no window',
    file: 'main/electron/windows/context-menu.ts',
    pattern: '.popup({ window })',
    replacement: '.popup()',
  },
];
