import { app, type BrowserWindow, screen } from 'electron';
import type { Cancel } from '../../core/ports.ts';
import { appName } from '../identity.ts';
import type { BoundsMemory } from './bounds-memory.ts';
import { goTo, openPageWindow, type PageHost, whenPainted } from './page-window.ts';
import { placeWindow, smallestSize } from './window-bounds.ts';

/**
 * The one main window. It is created when it is asked for, hidden when it is closed, and destroyed after two hidden minutes.
 */
export interface MainWindow {
  /** Brings the window to the front at `route`; `null`: where it was. */
  show(route: string | null): void;
  isVisible(): boolean;
  /** The window while it exists, as the parent of dialogs. */
  current(): BrowserWindow | null;
}

/** Bounds must be unchanged for this long before they are written. */
const keepAfterMs = 1000;

export function createMainWindow(host: PageHost, memory: BoundsMemory, isQuitting: () => boolean): MainWindow {
  let window: BrowserWindow | null = null;

  function open(route: string): BrowserWindow {
    const opened = openPageWindow(host, route, {
      title: appName,
      ...placeWindow(
        memory.read(),
        screen.getAllDisplays().map((display) => display.workArea),
      ),
      minWidth: smallestSize.width,
      minHeight: smallestSize.height,
    });
    opened.on('closed', () => {
      if (window === opened) window = null;
      app.dock?.hide();
    });
    hideInsteadOfClosing(opened, isQuitting);
    rememberBounds(opened, host, memory);
    whenPainted(opened, host.clock, () => reveal(opened));
    return opened;
  }

  return {
    show(route) {
      if (window === null) {
        window = open(route ?? '#/');
        return;
      }
      if (route !== null) goTo(window, host, route);
      reveal(window);
    },
    isVisible: () => window?.isVisible() ?? false,
    current: () => window,
  };
}

function reveal(window: BrowserWindow): void {
  // The Dock shows Buoy only while there is a window to go to.
  app.dock?.show().catch(() => {});
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function hideInsteadOfClosing(window: BrowserWindow, isQuitting: () => boolean): void {
  window.on('close', (event) => {
    if (isQuitting()) return;
    event.preventDefault();
    window.hide();
  });
  window.on('hide', () => app.dock?.hide());
}

function rememberBounds(window: BrowserWindow, host: PageHost, memory: BoundsMemory): void {
  let cancel: Cancel = () => {};
  const keep = () => {
    cancel();
    if (!window.isDestroyed()) memory.keep(window.getNormalBounds());
  };
  const keepSoon = () => {
    cancel();
    cancel = host.clock.after(keepAfterMs, keep);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
  window.on('closed', () => cancel());
}
