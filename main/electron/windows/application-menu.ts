import { Menu, type MenuItemConstructorOptions } from 'electron';
import { hostWords } from '../../core/words/host.ts';

export interface ApplicationMenuOptions {
  platform: NodeJS.Platform;
  /** `null` in builds that cannot update themselves. */
  onCheckForUpdates: (() => void) | null;
  onShowLog(): void;
  onShowLicences(): void;
}

/**
 * Sets the application's menu, which carries the keys for editing, closing and zooming. Windows and Linux show it with Alt.
 * Electron's default menu would offer developer tools.
 */
export function setApplicationMenu(options: ApplicationMenuOptions): void {
  const isMac = options.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [macMenu(options)] : []),
      { label: hostWords.fileMenu, submenu: [{ role: 'close' }, ...(isMac ? [] : [{ role: 'quit' } as const])] },
      { role: 'editMenu' },
      { label: hostWords.viewMenu, submenu: zoomLines },
      ...(isMac ? [{ role: 'windowMenu' } as const] : []),
      { role: 'help', label: hostWords.helpMenu, submenu: helpLines(options, isMac) },
    ]),
  );
}

const zoomLines: MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  // The role's own key is Plus, which needs Shift on many keyboards.
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
  { role: 'zoomOut' },
  { type: 'separator' },
  { role: 'togglefullscreen' },
];

const updateLines = ({ onCheckForUpdates }: ApplicationMenuOptions): MenuItemConstructorOptions[] =>
  onCheckForUpdates === null ? [] : [{ label: hostWords.checkForUpdates, click: onCheckForUpdates }];

function helpLines(options: ApplicationMenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    { label: hostWords.showLog, click: () => options.onShowLog() },
    { label: hostWords.licences, click: () => options.onShowLicences() },
    ...(isMac ? [] : [...updateLines(options), { role: 'about' } as const]),
  ];
}

function macMenu(options: ApplicationMenuOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      ...updateLines(options),
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}
