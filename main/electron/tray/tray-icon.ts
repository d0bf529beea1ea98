import { join } from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { TrayFace } from '../../../preload/contract/view.ts';
import type { Log } from '../../core/ports.ts';

export interface TrayGround {
  platform: NodeJS.Platform;
  /** Whether the background of the tray is dark. macOS recolours its template images; other systems do not. */
  isDark: boolean;
}

/** File of a face's icon in the folder of tray icons. On macOS names end in `Template` and each file has an `@2x` sibling. */
export function trayIconFile(face: TrayFace, ground: TrayGround): string {
  const ink = ground.isDark ? 'on-dark' : 'on-light';
  switch (ground.platform) {
    case 'darwin':
      return join('macos', `${face}Template.png`);
    case 'win32':
      return join('windows', `${face}-${ink}.ico`);
    default:
      return join('linux', `${face}-${ink}.png`);
  }
}

/** GNOME's bar is dark in both of its themes. Other desktops follow the theme. */
export function isTrayDark(platform: NodeJS.Platform, desktop: string, isSystemDark: boolean): boolean {
  return platform === 'linux' && /gnome|unity/i.test(desktop) ? true : isSystemDark;
}

/**
 * Loads a face's icon. A file that cannot be read gives an empty image and so an invisible tray; then the resting face is
 * used.
 */
export function loadTrayIcon(folder: string, face: TrayFace, ground: TrayGround, log: Log): NativeImage {
  const image = nativeImage.createFromPath(join(folder, trayIconFile(face, ground)));
  if (!image.isEmpty() || face === 'ok') return image;
  log.warn(`The tray icon for ${face} could not be read`);
  return loadTrayIcon(folder, 'ok', ground, log);
}
