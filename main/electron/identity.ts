import { join } from 'node:path';

/** The installer's shortcut, Windows toasts and the Linux desktop file all carry this name. */
export const appId = 'io.github.buoy.Buoy';
export const appName = 'Buoy';

/** The page's scheme: standard URLs keep only a host, so pages live at `app://bundle/...`. */
export const pageScheme = 'app';
export const pageOrigin = 'app://bundle';
export const pageUrl = `${pageOrigin}/index.html`;

/** Where built files lie. All are inside the package, thus read-only. */
export interface Places {
  renderer: string;
  preload: string;
  trayIcons: string;
  appIcon: string;
}

/** `entryFolder` is the folder of the built main entry, `out/electron`. */
export function placesFrom(entryFolder: string): Places {
  const root = join(entryFolder, '..', '..');
  return {
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'electron.cjs'),
    trayIcons: join(root, 'assets', 'generated', 'tray'),
    appIcon: join(root, 'assets', 'generated', 'app', 'icon.png'),
  };
}
