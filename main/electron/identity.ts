import { join } from 'node:path';

/** The installer's shortcut, toasts on Windows and the desktop file on Linux all use this name. */
export const appId = 'io.github.buoy.Buoy';
export const appName = 'Buoy';
/** Name of the program on Linux, under which the packages install its icon too. */
export const programName = 'buoy';
/**
 * By this class Windows starts Buoy for a toast of an earlier run. Electron writes it into the shortcut that the installer
 * makes, which it finds by the name of the program (windows_toast_activator.cc); without a fixed one each first run would make
 * its own.
 */
export const toastActivatorId = '{6B0E5F0C-3E0B-4C57-9A3B-5D4C1B7E2A90}';

/** The page's scheme. Its addresses have nothing before the path but a host, so pages live at `app://bundle/...`. */
export const pageScheme = 'app';
export const pageOrigin = 'app://bundle';
export const pageUrl = `${pageOrigin}/index.html`;

/** Paths of the built files. All are inside the package, so they are read-only. */
export interface Places {
  root: string;
  renderer: string;
  preload: string;
  trayIcons: string;
  appIcon: string;
}

/** `entryFolder` is the folder of the built main entry, `out/electron`. */
export function placesFrom(entryFolder: string): Places {
  const root = join(entryFolder, '..', '..');
  return {
    root,
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'electron.cjs'),
    trayIcons: join(root, 'assets', 'generated', 'tray'),
    appIcon: join(root, 'assets', 'generated', 'app', 'icon.png'),
  };
}
