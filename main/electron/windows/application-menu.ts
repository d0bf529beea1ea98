import { Menu } from 'electron';
import { hostWords } from '../../core/words/host.ts';

/**
 * Sets the application's menu. On macOS the shortcuts Cmd+C and Cmd+V come from its Edit roles, so there must be one. Other
 * systems get none, because the default one would offer developer tools. `onCheckForUpdates` is `null` in builds that cannot
 * update themselves.
 */
export function setApplicationMenu(platform: NodeJS.Platform, onCheckForUpdates: (() => void) | null): void {
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        submenu: [
          { role: 'about' },
          ...(onCheckForUpdates === null ? [] : [{ label: hostWords.checkForUpdates, click: onCheckForUpdates }]),
          { type: 'separator' },
          { role: 'hide' },
          { role: 'hideOthers' },
          { role: 'unhide' },
          { type: 'separator' },
          { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      { role: 'windowMenu' },
    ]),
  );
}
