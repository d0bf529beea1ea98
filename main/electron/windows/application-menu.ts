import { Menu } from 'electron';
import { hostWords } from '../../core/words/host.ts';

/**
 * On macOS the Edit roles carry Cmd+C and Cmd+V, so a menu must stand. Elsewhere there is none: the default one would bring
 * developer tools. `onCheckForUpdates` is `null` in builds that cannot update themselves.
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
