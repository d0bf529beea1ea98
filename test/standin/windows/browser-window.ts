import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, VisibleOnAllWorkspacesOptions } from 'electron';
import { app, windowsForQuit } from '../app.ts';
import { desktop } from '../desktop/desktop.ts';
import { paperPages } from '../pages/paper-pages.ts';
import {
  conversionFailure,
  createEvent,
  emitCancellable,
  needKnownOptions,
  needType,
  refuseSubclass,
  StrictEmitter,
} from '../strict.ts';
import { needReady, noteDefect, world } from '../world.ts';
import { StandinWebContents } from './web-contents.ts';
import { checkWindowOptions, readPreload } from './window-options.ts';

const events = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'resize',
  'move',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'maximize',
  'unmaximize',
  'unresponsive',
  'responsive',
  'session-end',
];

type Known =
  | 'id'
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isVisible'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'focus'
  | 'isFocused'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'isMaximized'
  | 'setProgressBar'
  | 'maximize'
  | 'unmaximize'
  | 'setVisibleOnAllWorkspaces';

const windows = new Map<number, StandinBrowserWindow>();
let nextId = 1;

export class StandinBrowserWindow extends StrictEmitter implements Pick<BrowserWindow, Known> {
  readonly id = nextId++;
  readonly options: BrowserWindowConstructorOptions;
  readonly #contents: StandinWebContents;
  #bounds: Rectangle;
  #state: 'hidden' | 'shown' | 'minimised' | 'destroyed';
  #isFocused = false;
  #isFullScreen = false;
  #isMaximized = false;
  /** From 0 to 1 on the taskbar; below 0: no bar. */
  progress = -1;
  #isCovered = false;
  #isOverFullScreen = false;

  constructor(...args: [options?: BrowserWindowConstructorOptions]) {
    super('BrowserWindow', events);
    refuseSubclass(new.target, StandinBrowserWindow, 'BrowserWindow');
    needReady('Cannot create BrowserWindow before app is ready');
    if (args.length > 1) throw new TypeError('BrowserWindow takes one argument');
    const options = args[0] ?? {};
    const { preferences, bounds } = checkWindowOptions(options);
    this.options = options;
    this.#bounds = bounds;
    this.#state = options.show === false ? 'hidden' : 'shown';
    windows.set(this.id, this);
    this.#contents = new StandinWebContents({
      ...readPreload(preferences.preload),
      width: bounds.width,
      height: bounds.height,
      argv: preferences.additionalArguments ?? [],
      driver: world.profile.pages ?? paperPages,
    });
    this.#contents.onPainted = () => this.#painted();
    // The window goes with its page, and is not asked.
    this.#contents.onClosedItself = () => this.destroy();
  }

  static getAllWindows(): StandinBrowserWindow[] {
    return [...windows.values()];
  }

  static fromWebContents(contents: StandinWebContents): StandinBrowserWindow | null {
    return [...windows.values()].find((window) => window.#contents === contents) ?? null;
  }

  #alive(): void {
    if (this.#state === 'destroyed') throw new TypeError('Object has been destroyed');
  }

  /** Sent once, after the first paint, and only for a window that was created hidden. */
  #painted(): void {
    this.#contents.onPainted = () => {};
    if (this.options.show !== false || this.#state !== 'hidden' || world.profile.isReadyToShowWithheld) return;
    setImmediate(() => {
      if (this.#state !== 'destroyed') this.emit('ready-to-show');
    });
  }

  get webContents(): StandinWebContents {
    this.#alive();
    return this.#contents;
  }

  loadURL(url: string): Promise<void> {
    this.#alive();
    needType(0, url, 'string');
    const loaded = this.#contents.load(url);
    // Electron attaches this too: a failure that nobody awaits is silent.
    loaded.catch(() => {});
    return loaded;
  }

  isDestroyed(): boolean {
    return this.#state === 'destroyed';
  }

  isVisible(): boolean {
    this.#alive();
    return this.#state === 'shown';
  }

  isMinimized(): boolean {
    this.#alive();
    return this.#state === 'minimised';
  }

  isFocused(): boolean {
    this.#alive();
    return this.#isFocused;
  }

  show(): void {
    this.#alive();
    const wasShown = this.#state === 'shown';
    this.#state = 'shown';
    if (!wasShown) this.emit('show');
    this.focus();
  }

  hide(): void {
    this.#alive();
    if (this.#state === 'hidden') return;
    if (world.profile.platform === 'darwin' && this.#isFullScreen)
      noteDefect('Hiding a window in full screen leaves a black Space');
    this.#state = 'hidden';
    this.#isFocused = false;
    this.emit('hide');
  }

  /** On macOS a minimised window counts as covered too. */
  minimize(): void {
    this.#alive();
    this.#state = 'minimised';
    this.emit('minimize');
    if (world.profile.platform === 'darwin') this.emit('hide');
  }

  restore(): void {
    this.#alive();
    if (this.#state !== 'minimised') return;
    this.#state = 'shown';
    this.emit('restore');
    if (world.profile.platform === 'darwin') this.emit('show');
  }

  /** macOS: another window covers it, another Space is shown or the screen is locked. It stays visible to itself. */
  coverByDesktop(isCovered: boolean): void {
    this.#alive();
    if (world.profile.platform !== 'darwin' || this.#state !== 'shown' || this.#isCovered === isCovered) return;
    this.#isCovered = isCovered;
    this.emit(isCovered ? 'hide' : 'show');
  }

  setProgressBar(progress: number): void {
    this.#alive();
    needType(0, progress, 'number');
    this.progress = progress;
  }

  isMaximized(): boolean {
    this.#alive();
    return this.#isMaximized;
  }

  /** Shows the window too. Its normal bounds stay. */
  maximize(): void {
    this.#alive();
    if (this.#isMaximized) return;
    if (this.#state === 'hidden') this.show();
    this.#isMaximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this.#alive();
    if (!this.#isMaximized) return;
    this.#isMaximized = false;
    this.emit('unmaximize');
  }

  isFullScreen(): boolean {
    this.#alive();
    return this.#isFullScreen;
  }

  /** The change is animated, so it has happened once its event comes. */
  setFullScreen(isOn: boolean): void {
    this.#alive();
    needType(0, isOn, 'boolean');
    if (isOn && this.options.fullscreenable === false) return;
    setImmediate(() => {
      if (this.#state === 'destroyed' || this.#isFullScreen === isOn) return;
      this.#isFullScreen = isOn;
      this.emit(isOn ? 'enter-full-screen' : 'leave-full-screen');
    });
  }

  /** Without `skipTransformProcessType` the Dock icon comes and goes with every call on macOS. */
  setVisibleOnAllWorkspaces(isOn: boolean, options: VisibleOnAllWorkspacesOptions = {}): void {
    this.#alive();
    needType(0, isOn, 'boolean');
    needKnownOptions('VisibleOnAllWorkspaces', options, ['visibleOnFullScreen', 'skipTransformProcessType']);
    if (world.profile.platform === 'win32') throw new Error('stand-in: setVisibleOnAllWorkspaces does nothing on Windows');
    if (options.visibleOnFullScreen && !options.skipTransformProcessType) {
      throw new Error('stand-in: this would make the Dock icon come and go: skipTransformProcessType');
    }
    this.#isOverFullScreen = isOn && options.visibleOnFullScreen === true && this.options.type === 'panel';
  }

  /** Whether a person sees it: macOS shows only some windows while another program is in full screen. */
  get isSeen(): boolean {
    const isElsewhere = world.profile.platform === 'darwin' && desktop.isOtherFullScreen && !this.#isOverFullScreen;
    return this.#state === 'shown' && !this.#isCovered && !isElsewhere;
  }

  focus(): void {
    this.#alive();
    if (this.#isFocused) return;
    for (const other of windows.values()) if (other !== this) other.blurByDesktop();
    this.#isFocused = true;
    this.emit('focus');
    app.emit('browser-window-focus', createEvent(), this);
  }

  /** Another program became active. */
  blurByDesktop(): void {
    if (!this.#isFocused) return;
    this.#isFocused = false;
    this.emit('blur');
  }

  /** Those that it has now: enlarged, it fills the display. */
  getBounds(): Rectangle {
    this.#alive();
    const [display] = desktop.workAreas;
    return { ...((this.#isMaximized || this.#isFullScreen) && display !== undefined ? display : this.#bounds) };
  }

  getNormalBounds(): Rectangle {
    this.#alive();
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#alive();
    needKnownOptions('Rectangle', bounds, ['x', 'y', 'width', 'height']);
    if (Object.values(bounds).some((value) => !Number.isInteger(value))) throw conversionFailure(0);
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    const isResized = before.width !== this.#bounds.width || before.height !== this.#bounds.height;
    if (isResized) {
      this.#contents.resize(this.#bounds.width, this.#bounds.height);
      this.emit('resize');
    }
    if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.emit('move');
  }

  /** Asks first: a listener that prevents `close` keeps the window and cancels a quit. */
  close(): void {
    this.#alive();
    if (!emitCancellable(this, 'close') && this.#contents.mayUnload()) this.destroy();
  }

  destroy(): void {
    if (this.#state === 'destroyed') return;
    this.#contents.destroyByWindow();
    this.#state = 'destroyed';
    windows.delete(this.id);
    this.emit('closed');
    if (windows.size === 0) app.lastWindowClosed();
  }
}

windowsForQuit.count = () => windows.size;
windowsForQuit.destroyAll = () => {
  for (const window of [...windows.values()]) window.destroy();
};
windowsForQuit.closeAll = () => {
  for (const window of [...windows.values()]) {
    if (window.isDestroyed()) continue;
    window.close();
    if (!window.isDestroyed()) return false;
  }
  return true;
};
