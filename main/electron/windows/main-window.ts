import { type BrowserWindow, screen, type WebContents } from 'electron';
import type { Cancel } from '../../core/ports.ts';
import { appName } from '../identity.ts';
import type { BoundsMemory } from './bounds-memory.ts';
import type { ClosingWindow } from './closing.ts';
import { createDock } from './dock.ts';
import { createHiding, type Hiding } from './hiding.ts';
import { goTo, openPageWindow, type PageHost, whenPainted } from './page-window.ts';
import { placeWindow, smallestSize } from './window-bounds.ts';

/**
 * The one main window. It is created when it is asked for. Closing it hides it wherever Buoy goes on without it; hidden, it is
 * destroyed after two minutes unless its page holds a draft.
 */
export interface MainWindow {
  /** Brings the window to the front at `route`; `null`: where it was. */
  show(route: string | null): void;
  isVisible(): boolean;
  /** The window while it exists, as the parent of dialogs. */
  current(): BrowserWindow | null;
  /** Whether its page holds something that was typed and not sent. Other pages are ignored. */
  noteDraft(contents: WebContents, hasDraft: boolean): void;
}

/** Bounds must be unchanged for this long before they are written. */
const keepAfterMs = 1000;

export interface MainWindowOptions {
  host: PageHost;
  memory: BoundsMemory;
  isQuitting(): boolean;
  /** The person closes the window, which has only been asked for. */
  onClose(closing: ClosingWindow): void;
}

export function createMainWindow({ host, memory, isQuitting, onClose }: MainWindowOptions): MainWindow {
  const dock = createDock(host.clock);
  let opened: { window: BrowserWindow; hiding: Hiding } | null = null;

  function open(route: string): void {
    const window = openPageWindow(host, route, {
      title: appName,
      ...placeWindow(
        memory.read(),
        screen.getAllDisplays().map((display) => display.workArea),
      ),
      minWidth: smallestSize.width,
      minHeight: smallestSize.height,
      // Alt shows it on Windows and Linux; its keys work without.
      autoHideMenuBar: true,
    });
    const hiding = createHiding(window, { ...host, onHidden: dock.hide });
    opened = { window, hiding };
    window.on('closed', () => {
      if (opened?.window === window) opened = null;
      dock.hide();
    });
    // Before the window hides, because a hidden one is in no shape.
    rememberPlace(window, host, memory);
    window.on('close', (event) => {
      if (isQuitting()) return;
      event.preventDefault();
      onClose({ window, hasDraft: hiding.hasDraft(), hide: hiding.hide });
    });
    whenPainted(window, host.clock, () => reveal(window, hiding));
  }

  function reveal(window: BrowserWindow, hiding: Hiding): void {
    dock.show();
    const isHidden = !window.isVisible() && !window.isMinimized();
    if (window.isMinimized()) window.restore();
    hiding.show();
    if (isHidden) restoreShape(window, memory);
    window.focus();
  }

  return {
    show(route) {
      if (opened === null) return open(route ?? '#/');
      if (route !== null) goTo(opened.window, host, route);
      reveal(opened.window, opened.hiding);
    },
    isVisible: () => opened?.window.isVisible() ?? false,
    current: () => opened?.window ?? null,
    noteDraft(contents, hasDraft) {
      if (opened?.window.webContents === contents) opened.hiding.noteDraft(hasDraft);
    },
  };
}

function restoreShape(window: BrowserWindow, memory: BoundsMemory): void {
  const shape = memory.read()?.shape;
  if (shape === 'maximised' && !window.isMaximized()) window.maximize();
  if (shape === 'full-screen' && !window.isFullScreen()) window.setFullScreen(true);
}

const placeChanges = ['resize', 'move', 'maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen'] as const;

function rememberPlace(window: BrowserWindow, host: PageHost, memory: BoundsMemory): void {
  let cancel: Cancel = () => {};
  const keep = () => {
    cancel();
    if (window.isDestroyed() || !window.isVisible()) return;
    const shape = window.isFullScreen() ? 'full-screen' : window.isMaximized() ? 'maximised' : 'normal';
    memory.keep({ ...window.getNormalBounds(), shape });
  };
  const keepSoon = () => {
    cancel();
    cancel = host.clock.after(keepAfterMs, keep);
  };
  for (const event of placeChanges) window.on(event as 'resize', keepSoon);
  window.on('close', keep);
  window.on('closed', () => cancel());
}
