import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { appId, appName } from '../identity.ts';

export interface LoginItem {
  /** False when this kind of package cannot start at login. */
  isSupported: boolean;
  /** Makes the system start Buoy hidden at login, or stops that. Rejects when the entry cannot be written. */
  apply(isOn: boolean): Promise<void>;
}

export interface LoginItemOptions {
  platform: NodeJS.Platform;
  isPackaged: boolean;
  execPath: string;
  env: Record<string, string | undefined>;
}

export function createLoginItem(options: LoginItemOptions): LoginItem {
  const isSupported = options.isPackaged && !isConfined(options.env);
  return {
    isSupported,
    async apply(isOn) {
      if (!isSupported) return;
      if (options.platform === 'linux') await writeAutostart(options, isOn);
      else app.setLoginItemSettings({ openAtLogin: isOn, ...(options.platform === 'win32' ? { args: ['--hidden'] } : {}) });
    },
  };
}

/** Whether the system started Buoy by itself: Windows and Linux pass `--hidden`, macOS keeps a record. */
export function wasStartedAtLogin(platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Flatpak and Snap hide the person's autostart folder. Only their portals could write there. */
function isConfined(env: LoginItemOptions['env']): boolean {
  return env.FLATPAK_ID !== undefined || env.SNAP !== undefined;
}

/** Electron has no login item on Linux. The desktop reads this folder instead. */
async function writeAutostart(options: LoginItemOptions, isOn: boolean): Promise<void> {
  const folder = join(options.env.XDG_CONFIG_HOME || join(app.getPath('home'), '.config'), 'autostart');
  const file = join(folder, `${appId}.desktop`);
  if (!isOn) return rm(file, { force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(file, desktopEntry(options.env.APPIMAGE ?? options.execPath));
}

/** An AppImage runs from a mount that differs each time. `APPIMAGE` is the path of its own file. */
export function desktopEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${appName}`,
    `Exec=${quoteForExec(program)} --hidden`,
    `Icon=${appId}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Quotes an argument by the Desktop Entry Specification: reserved characters are escaped twice, as text and as an argument. */
function quoteForExec(program: string): string {
  const asArgument = program.replace(/["`$\\]/g, '\\$&');
  return `"${asArgument.replace(/\\/g, '\\\\').replace(/%/g, '%%')}"`;
}
