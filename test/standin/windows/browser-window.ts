import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app, windowsForQuit } from '../app.ts';
import { paperPages } from '../pages/paper-pages.ts';
import { conversionFailure, emitCancellable, needKnownOptions, needType, refuseSubclass, StrictEmitter } from '../strict.ts';
import { needReady, world } from '../world.ts';
import { StandinWebContents } from './web-contents.ts';
import { checkWindowOptions, readPreload } from './window-options.ts';

const events = ['ready-to-show', 'show', 'hide', 'close', 'closed', 'focus', 'blur', 'resize', 'move', 'session-end'];

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
  | 'setBounds';

const windows = new Map<number, StandinBrowserWindow>();
let nextId = 1;

export class StandinBrowserWindow extends StrictEmitter implements Pick<BrowserWindow, Known> {
  readonly id = nextId++;
  readonly options: BrowserWindowConstructorOptions;
  readonly #contents: StandinWebContents;
  #bounds: Rectangle;
  #state: 'hidden' | 'shown' | 'minimised' | 'destroyed';
  #isFocused = false;

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
    this.#state = 'hidden';
    this.#isFocused = false;
    this.emit('hide');
  }

  minimize(): void {
    this.#alive();
    this.#state = 'minimised';
  }

  restore(): void {
    this.#alive();
    if (this.#state === 'minimised') this.#state = 'shown';
  }

  focus(): void {
    this.#alive();
    if (this.#isFocused) return;
    for (const other of windows.values()) if (other !== this) other.blurByDesktop();
    this.#isFocused = true;
    this.emit('focus');
  }

  /** Another program became active. */
  blurByDesktop(): void {
    if (!this.#isFocused) return;
    this.#isFocused = false;
    this.emit('blur');
  }

  getBounds(): Rectangle {
    this.#alive();
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
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
    if (!emitCancellable(this, 'close')) this.destroy();
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
