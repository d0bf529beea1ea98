import { existsSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { App, CommandLine, Dock, LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron';
import { desktop } from './desktop/desktop.ts';
import { dock } from './desktop/dock.ts';
import { cloneForIpc } from './ipc/cloning.ts';
import { createEvent, emitCancellable, needKnownOptions, needType, StrictEmitter, strictModule } from './strict.ts';
import { needNotReady, noteDefect, world } from './world.ts';

const events = [
  'ready',
  'activate',
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
  'browser-window-focus',
];

type Known =
  | 'setName'
  | 'getName'
  | 'getVersion'
  | 'getPath'
  | 'setPath'
  | 'isPackaged'
  | 'setAppUserModelId'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'setLoginItemSettings'
  | 'setToastActivatorCLSID'
  | 'releaseSingleInstanceLock';

/** What the desktop keeps of a login item. */
type KeptLoginItem = Pick<LoginItemSettings, 'openAtLogin' | 'wasOpenedAtLogin' | 'status' | 'executableWillLaunchAtLogin'>;

/** What quitting needs from the windows. `browser-window.ts`, which imports this file, sets it. */
export const windowsForQuit = {
  closeAll: (): boolean => true,
  destroyAll: () => {},
  count: () => 0,
};

/** How the process ends. Here nothing ends: tests read `exitCode`. */
export const ending = { exitCode: null as number | null, onExit: (_code: number) => {} };

const paths = new Map<string, string>();
const pathNames = new Set([
  'home',
  'appData',
  'userData',
  'sessionData',
  'temp',
  'exe',
  'desktop',
  'documents',
  'downloads',
  'logs',
]);
const loginItem: Settings = { openAtLogin: false };
/** Every call that changed the login item, in order. */
export const loginItemSets: boolean[] = [];

class StandinApp extends StrictEmitter implements Pick<App, Known> {
  #name = world.profile.name;
  #phase: 'running' | 'quitting' | 'ended' = 'running';
  #ready = Promise.withResolvers<void>();
  #lock: 'unasked' | 'held' | 'refused' = 'unasked';
  appUserModelId: string | null = null;
  isSandboxEnforced = false;
  toastActivator: string | null = null;
  readonly commandLine = strictModule('commandLine', {
    hasSwitch: (name: string) => process.argv.includes(`--${name}`),
  } satisfies Pick<CommandLine, 'hasSwitch'>);

  constructor() {
    super('app', events);
  }

  get isPackaged(): boolean {
    return world.profile.isPackaged;
  }

  /** Only macOS has a Dock. Elsewhere an unguarded call must fail. */
  get dock(): Dock | undefined {
    return world.profile.platform === 'darwin' ? (dock as unknown as Dock) : undefined;
  }

  setName(name: string): void {
    needType(0, name, 'string');
    if (this.#lock !== 'unasked') throw new Error('stand-in: the lock is keyed by userData, so the name comes first');
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  getVersion(): string {
    return world.profile.version;
  }

  getPath(name: string): string {
    if (!pathNames.has(name)) throw new Error(`Failed to get '${name}' path`);
    const { home, platform } = world.profile;
    const appData = { linux: '.config', darwin: 'Library/Application Support', win32: 'AppData/Roaming' }[platform];
    const known: Record<string, string> = {
      home,
      appData: join(home, appData),
      userData: join(home, appData, this.#name),
      sessionData: join(home, appData, this.#name),
      temp: join(home, 'tmp'),
      logs: join(home, appData, this.#name, 'logs'),
      exe: process.execPath,
    };
    return paths.get(name) ?? known[name] ?? join(home, name);
  }

  setPath(name: string, path: string): void {
    if (!pathNames.has(name)) throw new Error(`Failed to set '${name}' path`);
    if (!isAbsolute(path) || !existsSync(path)) throw new Error(`Failed to set path: ${name}`);
    if (name === 'userData' && this.#lock !== 'unasked')
      throw new Error('stand-in: the lock is keyed by userData, so that comes first');
    if (name === 'sessionData' && this.isReady()) throw new Error('stand-in: sessionData comes too late');
    paths.set(name, path);
  }

  setAppUserModelId(id: string): void {
    needType(0, id, 'string');
    this.appUserModelId = id;
  }

  enableSandbox(): void {
    needNotReady('app.enableSandbox() can only be called before app is ready');
    if (this.commandLine.hasSwitch('no-sandbox')) throw new Error('stand-in: --no-sandbox forbids what enableSandbox asks for');
    this.isSandboxEnforced = true;
  }

  requestSingleInstanceLock(data?: Record<string | number, unknown>): boolean {
    if (data !== undefined) cloneForIpc(data);
    this.#lock = world.profile.isFirstInstance ? 'held' : 'refused';
    return world.profile.isFirstInstance;
  }

  releaseSingleInstanceLock(): void {
    this.#lock = 'unasked';
  }

  get hasLock(): boolean {
    return this.#lock === 'held';
  }

  /** Before the id of the program, since the shortcut gets both at once. */
  setToastActivatorCLSID(id: string): void {
    needType(0, id, 'string');
    if (world.profile.platform !== 'win32') throw new TypeError('app.setToastActivatorCLSID is not a function');
    if (!/^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(id)) throw new Error('Invalid CLSID format');
    if (this.appUserModelId !== null) throw new Error('stand-in: the toast activator comes before setAppUserModelId');
    this.toastActivator = id;
  }

  /** `userData` exists from here on. */
  becomeReady(): void {
    if (this.#phase !== 'running' || world.phase !== 'starting') return;
    mkdirSync(this.getPath('userData'), { recursive: true });
    world.phase = 'ready';
    this.#ready.resolve();
    queueMicrotask(() => {
      this.emit('ready', createEvent(), {});
      if (world.profile.platform === 'darwin') this.emit('activate', createEvent(), windowsForQuit.count() > 0);
    });
  }

  isReady(): boolean {
    return world.phase !== 'starting';
  }

  /** Quitting in the first turn does not stop `ready`, so a start without the lock would go on for a while. */
  whenReady(): Promise<void> {
    if (this.#lock === 'refused') noteDefect('A start without the lock waits for ready, which its quit does not stop');
    return this.#ready.promise;
  }

  /**
   * before-quit, then close and closed of each window, will-quit, quit. A listener that prevents one of them stops this
   * silently, and a new call starts over.
   */
  quit(): void {
    if (this.#phase !== 'running') return;
    this.#phase = 'quitting';
    setImmediate(() => {
      const isOver = !emitCancellable(this, 'before-quit') && windowsForQuit.closeAll() && !emitCancellable(this, 'will-quit');
      if (isOver) this.#end(0);
      else this.#phase = 'running';
    });
  }

  exit(code = 0): void {
    windowsForQuit.destroyAll();
    this.#end(code);
  }

  #end(code: number): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    world.phase = 'ended';
    this.emit('quit', createEvent(), code);
    ending.exitCode = code;
    ending.onExit(code);
  }

  /** Without a listener the app quits with its last window. During a quit the event is not sent. */
  lastWindowClosed(): void {
    if (this.#phase !== 'running') return;
    if (this.listenerCount('window-all-closed') === 0) {
      noteDefect('The last window closed and nobody keeps the app alive');
      this.quit();
    } else {
      this.emit('window-all-closed');
    }
  }

  /** Linux: nothing happens, and no error says so. */
  setLoginItemSettings(settings: Settings): void {
    needKnownOptions('LoginItemSettings', settings, ['openAtLogin', 'type', 'serviceName', 'path', 'args', 'enabled', 'name']);
    const windowsOnly = ['path', 'args', 'enabled', 'name'].filter((name) => name in settings);
    if (world.profile.platform === 'darwin' && windowsOnly.length > 0)
      throw new Error(`stand-in: ${windowsOnly} means nothing on macOS`);
    if (world.profile.platform === 'linux') return;
    loginItemSets.push(settings.openAtLogin === true);
    Object.assign(loginItem, settings);
    // On Windows this also clears what the person switched off in the Task Manager (StartupApproved).
    if (world.profile.platform === 'win32' && settings.openAtLogin) desktop.isLoginItemDenied = false;
  }

  /** Off macOS there is no `status`, off Windows no `executableWillLaunchAtLogin`. */
  getLoginItemSettings(options: LoginItemSettingsOptions = {}): KeptLoginItem {
    const isMac = world.profile.platform === 'darwin';
    const isAsked = loginItem.openAtLogin === true;
    const isSame = isMac || JSON.stringify(options.args ?? []) === JSON.stringify(loginItem.args ?? []);
    const status = !isAsked ? 'not-registered' : desktop.isLoginItemDenied ? 'requires-approval' : 'enabled';
    return {
      openAtLogin: isMac ? status === 'enabled' : isAsked && isSame,
      wasOpenedAtLogin: isMac && world.profile.isOpenedAtLogin,
      ...((isMac ? { status } : {}) as { status: LoginItemSettings['status'] }),
      executableWillLaunchAtLogin: world.profile.platform === 'win32' && isAsked && !desktop.isLoginItemDenied,
    };
  }
}

export const app = new StandinApp();

/** Squirrel's updater. electron-updater says on it that windows are about to close for a new version. */
export const autoUpdater = new StrictEmitter('autoUpdater', ['before-quit-for-update', 'error']);
