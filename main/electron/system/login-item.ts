import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { appId, appName, programName } from '../identity.ts';

export interface LoginItem {
  /** False when this kind of package cannot start at login. */
  isSupported: boolean;
  /** What the system says: the person may have changed it there. */
  read(): LoginState;
  /** Makes the system start Buoy hidden at login, or stops that. Rejects when the entry cannot be written. */
  apply(isOn: boolean): Promise<void>;
}

/** `needs-approval`: macOS waits for the person to allow it in its settings. */
export type LoginState = 'on' | 'off' | 'needs-approval';

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
    read: () => (isSupported ? readState(options) : 'off'),
    async apply(isOn) {
      if (!isSupported) return;
      if (options.platform === 'linux') await writeAutostart(options, isOn);
      else app.setLoginItemSettings({ openAtLogin: isOn, ...argsOn(options.platform) });
    },
  };
}

/** Windows finds the entry only by the arguments that it was made with. */
const argsOn = (platform: NodeJS.Platform) => (platform === 'win32' ? { args: ['--hidden'] } : {});

function readState(options: LoginItemOptions): LoginState {
  if (options.platform === 'linux') return isAutostarted(options) ? 'on' : 'off';
  const entry = app.getLoginItemSettings(argsOn(options.platform));
  if (options.platform === 'win32') return entry.openAtLogin && entry.executableWillLaunchAtLogin ? 'on' : 'off';
  if (entry.status === 'requires-approval') return 'needs-approval';
  return entry.status === 'enabled' ? 'on' : 'off';
}

/** Whether the system started Buoy by itself: Windows and Linux pass `--hidden`, macOS keeps a record. */
export function wasStartedAtLogin(platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Flatpak and Snap hide the person's autostart folder. Only their portals could write there. */
function isConfined(env: LoginItemOptions['env']): boolean {
  return env.FLATPAK_ID !== undefined || env.SNAP !== undefined;
}

function autostartFile({ env }: LoginItemOptions): string {
  return join(env.XDG_CONFIG_HOME || join(app.getPath('home'), '.config'), 'autostart', `${appId}.desktop`);
}

/** Desktops switch an entry off inside its file. */
function isAutostarted(options: LoginItemOptions): boolean {
  try {
    return !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(readFileSync(autostartFile(options), 'utf8'));
  } catch {
    return false;
  }
}

/** Electron has no login item on Linux. The desktop reads this folder instead. */
async function writeAutostart(options: LoginItemOptions, isOn: boolean): Promise<void> {
  const file = autostartFile(options);
  if (!isOn) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, desktopEntry(options.env.APPIMAGE ?? options.execPath));
}

/**
 * An AppImage runs from a mount that differs each time. `APPIMAGE` is the path of its own file. Throws for a path with a control
 * character: a line break would begin an entry of its own in the file, and the specification has no way to write one.
 */
export function desktopEntry(program: string): string {
  if (/\p{Cc}/u.test(program)) throw new Error('The path of the program contains a control character');
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${appName}`,
    `Exec=${quoteForExec(program)} --hidden`,
    `Icon=${programName}`,
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
