import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { Clipboard, NativeTheme, Net, PowerMonitor, Rectangle, Screen, Shell } from 'electron';
import { needType, StrictEmitter, strictModule } from '../strict.ts';
import { needReady, world } from '../world.ts';

/** The smaller modules: what the desktop knows and does. Tests change it through `desktop`. */
export const desktop = {
  isOnline: true,
  isOnBattery: world.profile.isOnBattery,
  isDarkBar: world.profile.isDarkBar,
  clipboardText: '',
  /** Types and sizes in bytes of what else is on the clipboard. */
  clipboardItems: [] as { type: string; size: number }[],
  isClipboardBroken: false,
  openedLinks: [] as string[],
  hasBrowser: true,
  /** Files that were shown in their folder, and files that a program opened. */
  shownFiles: [] as string[],
  openedFiles: [] as string[],
  /** Whether a program opens files. */
  hasViewer: true,
  /** Switched off in Windows' Task Manager, or not allowed in macOS' settings. */
  isLoginItemDenied: false,
  /** Linux: the tray's host sends a left click to the program (KDE), instead of opening the menu (GNOME). */
  hasActivatingTray: false,
  /** Linux: a panel of the older kind (XEmbed) shows the icons that the registry of tray icons knows nothing of. */
  hasOldTray: false,
  /** macOS: another program is in full screen, on the Space that is shown. */
  isOtherFullScreen: false,
  workAreas: [{ x: 0, y: 24, width: 1920, height: 1016 }] as Rectangle[],
};

export const clipboard = strictModule('clipboard', {
  async readText(): Promise<string> {
    return desktop.clipboardText;
  },
  async writeText(text: string): Promise<void> {
    needType(0, text, 'string');
    if (desktop.isClipboardBroken) throw new Error('The clipboard is held by another program');
    desktop.clipboardText = text;
  },
  async write(items: readonly unknown[]): Promise<void> {
    const own = items.filter((item) => item instanceof StandinClipboardItem);
    if (items.length === 0 || own.length < items.length) throw new TypeError('Error processing argument at index 0');
    if (desktop.isClipboardBroken) throw new Error('The clipboard is held by another program');
    desktop.clipboardItems = own.flatMap(({ blobs }) => Object.entries(blobs).map(([type, { size }]) => ({ type, size })));
  },
} satisfies Record<'readText' | 'writeText' | 'write', unknown> & Pick<Clipboard, 'readText' | 'writeText'>);

/** Only with blobs whose type is that of their key: others are refused by the system only when they are pasted. */
export class StandinClipboardItem {
  readonly blobs: Readonly<Record<string, Blob>>;

  constructor(items: Readonly<Record<string, Blob>>) {
    for (const [type, blob] of Object.entries(items)) {
      if (!(blob instanceof Blob) || blob.type !== type || blob.size === 0)
        throw new TypeError(`stand-in: ${type} must be a blob of that type with something in it`);
    }
    this.blobs = items;
  }
}

export const shell = strictModule('shell', {
  async openExternal(url: string): Promise<void> {
    needType(0, url, 'string');
    if (world.profile.platform === 'win32' && url.length > 2081) throw new Error('Invalid URL');
    if (!desktop.hasBrowser) throw new Error(`Failed to open URL: ${url}`);
    desktop.openedLinks.push(url);
  },
  showItemInFolder(path: string): void {
    needType(0, path, 'string');
    if (existsSync(path)) desktop.shownFiles.push(path);
  },
  /** Resolves with what went wrong; '' is success. */
  async openPath(path: string): Promise<string> {
    needType(0, path, 'string');
    if (!existsSync(path)) return 'No such file';
    if (!desktop.hasViewer) return 'No application is registered for this file';
    desktop.openedFiles.push(path);
    return '';
  },
} satisfies Pick<Shell, 'openExternal' | 'showItemInFolder' | 'openPath'>);

export const net = strictModule('net', {
  isOnline: () => {
    needReady('net.isOnline() needs a ready app');
    return desktop.isOnline;
  },
} satisfies Pick<Net, 'isOnline'>);

const anyPlatform = ['suspend', 'resume', 'shutdown'];
const notLinux = ['lock-screen', 'unlock-screen', 'on-ac', 'on-battery'];

class StandinPowerMonitor extends StrictEmitter implements Pick<PowerMonitor, 'onBatteryPower'> {
  constructor() {
    super('powerMonitor', [...anyPlatform, ...notLinux]);
  }

  get onBatteryPower(): boolean {
    return desktop.isOnBattery;
  }

  /** Sent when the machine reports it. Some machines never do. */
  sayByMachine(event: string): void {
    if (world.profile.platform === 'linux' && notLinux.includes(event)) return;
    this.emit(event);
  }
}
export const powerMonitor = new StandinPowerMonitor();

class StandinNativeTheme
  extends StrictEmitter
  implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColorsForSystemIntegratedUI'>
{
  #source: NativeTheme['themeSource'] = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Error processing argument: ${String(source)}`);
    const isChanged = source !== this.#source;
    this.#source = source;
    if (isChanged) setImmediate(() => this.emit('updated'));
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return desktop.isDarkBar;
  }
}
export const nativeTheme = new StandinNativeTheme();

const display = (workArea: Rectangle, id: number) => ({ id, bounds: workArea, workArea, scaleFactor: 1 });

export const screen = strictModule(
  'screen',
  Object.assign(new EventEmitter(), {
    getAllDisplays() {
      needReady("The 'screen' module can't be used before the app 'ready' event");
      return desktop.workAreas.map(display) as unknown as ReturnType<Screen['getAllDisplays']>;
    },
    getDisplayMatching(rectangle: Rectangle) {
      needReady("The 'screen' module can't be used before the app 'ready' event");
      const areas = desktop.workAreas;
      const at = areas.findIndex((area) => rectangle.x >= area.x && rectangle.x < area.x + area.width);
      return display(areas[Math.max(at, 0)] as Rectangle, Math.max(at, 0)) as unknown as ReturnType<Screen['getDisplayMatching']>;
    },
  }),
);
