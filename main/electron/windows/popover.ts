import { type BrowserWindow, type Rectangle, screen, type WebContents } from 'electron';
import { createHiding, type Hiding } from './hiding.ts';
import { openPageWindow, type PageHost, whenPainted } from './page-window.ts';
import { placePopover, popoverHeights } from './popover-position.ts';

/** The small window under the icon, with the tray page. */
export interface Popover {
  /** Opens it beside the icon, or hides it. */
  toggle(icon: Rectangle): void;
  hide(): void;
  /** The height that its page asks for, in CSS pixels. Other pages are ignored. */
  fit(contents: WebContents, height: number): void;
}

/**
 * A click on the icon first takes the focus and so hides the popover. Within this time the same click must not open it again.
 */
const reopenAfterMs = 250;

export function createPopover(host: PageHost, isQuitting: () => boolean): Popover {
  let opened: { window: BrowserWindow; hiding: Hiding } | null = null;
  let icon: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  let contentHeight = popoverHeights.first;
  let hiddenAtMs = Number.NEGATIVE_INFINITY;

  const place = () => placePopover(icon, screen.getDisplayMatching(icon).workArea, contentHeight);
  const noteTime = () => {
    hiddenAtMs = host.clock.now();
  };

  function open(): void {
    const window = openPageWindow(host, '#/tray', {
      ...place(),
      frame: false,
      resizable: false,
      movable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      ...(host.platform === 'darwin' ? { type: 'panel' } : {}),
    });
    if (host.platform === 'darwin') showOnEverySpace(window);
    const hiding = createHiding(window, { ...host, onHidden: noteTime });
    opened = { window, hiding };
    window.on('blur', hiding.hide);
    window.on('close', (event) => {
      if (isQuitting()) return;
      event.preventDefault();
      hiding.hide();
    });
    window.on('closed', () => {
      opened = null;
    });
    whenPainted(window, host.clock, hiding.show);
  }

  return {
    toggle(iconBounds) {
      icon = iconBounds;
      if (opened?.window.isVisible()) return opened.hiding.hide();
      if (host.clock.now() - hiddenAtMs < reopenAfterMs) return;
      if (opened === null) return open();
      opened.window.setBounds(place());
      opened.hiding.show();
    },
    hide() {
      opened?.hiding.hide();
    },
    fit(contents, height) {
      if (opened?.window.webContents !== contents) return;
      contentHeight = Math.ceil(height);
      opened.window.setBounds(place());
    },
  };
}

/** The menu bar is on every Space of macOS, beside programs in full screen too, and so is what opens from it. */
function showOnEverySpace(window: BrowserWindow): void {
  // Otherwise each call would turn Buoy into a program with a Dock icon and back.
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
}
