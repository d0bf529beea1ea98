import { type BrowserWindow, type Rectangle, screen, type WebContents } from 'electron';
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
  let window: BrowserWindow | null = null;
  let icon: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  let contentHeight = popoverHeights.first;
  let hiddenAtMs = Number.NEGATIVE_INFINITY;

  const place = () => placePopover(icon, screen.getDisplayMatching(icon).workArea, contentHeight);

  function open(): BrowserWindow {
    const opened = openPageWindow(host, '#/tray', {
      ...place(),
      frame: false,
      resizable: false,
      movable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
    });
    opened.on('blur', () => opened.hide());
    opened.on('hide', () => {
      hiddenAtMs = host.clock.now();
    });
    opened.on('close', (event) => {
      if (isQuitting()) return;
      event.preventDefault();
      opened.hide();
    });
    opened.on('closed', () => {
      window = null;
    });
    whenPainted(opened, host.clock, () => opened.show());
    return opened;
  }

  return {
    toggle(iconBounds) {
      icon = iconBounds;
      if (window?.isVisible()) {
        window.hide();
        return;
      }
      if (host.clock.now() - hiddenAtMs < reopenAfterMs) return;
      if (window === null) {
        window = open();
        return;
      }
      window.setBounds(place());
      window.show();
    },
    hide() {
      window?.hide();
    },
    fit(contents, height) {
      if (window === null || window.webContents !== contents) return;
      contentHeight = Math.ceil(height);
      window.setBounds(place());
    },
  };
}
