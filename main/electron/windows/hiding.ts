import type { BrowserWindow } from 'electron';
import type { Cancel, Clock } from '../../core/ports.ts';

/**
 * Shows and hides a window as Buoy's own deed. A window that Buoy hid is destroyed two minutes later, to free its memory; the
 * tray goes on without it. The system's `hide` event does not count: macOS sends it whenever a window is covered, minimised,
 * on another Space, or behind the lock screen.
 */
export interface Hiding {
  show(): void;
  hide(): void;
  /** Whether the page holds something that the person typed and did not send. While it does, the window is kept. */
  noteDraft(hasDraft: boolean): void;
  hasDraft(): boolean;
}

export interface HidingOptions {
  platform: NodeJS.Platform;
  clock: Clock;
  /** Called whenever Buoy has hidden the window. */
  onHidden?(): void;
}

/** A window that Buoy hid is destroyed after this time. */
export const hiddenForMs = 120_000;

export function createHiding(window: BrowserWindow, { platform, clock, onHidden }: HidingOptions): Hiding {
  let isAway = false;
  let hasDraft = false;
  let cancel: Cancel = () => {};

  function destroyLater(): void {
    cancel();
    if (!isAway || hasDraft) return;
    cancel = clock.after(hiddenForMs, () => {
      if (!window.isDestroyed()) window.destroy();
    });
  }

  function putAway(): void {
    if (isAway) return;
    window.hide();
    isAway = true;
    destroyLater();
    onHidden?.();
  }

  function noteDraft(isHeld: boolean): void {
    if (isHeld === hasDraft) return;
    hasDraft = isHeld;
    destroyLater();
  }

  window.on('show', () => {
    isAway = false;
    cancel();
  });
  window.on('closed', () => cancel());
  // What was typed ends with its document.
  window.webContents.on('did-navigate', () => noteDraft(false));

  return {
    show() {
      window.off('leave-full-screen', putAway);
      window.show();
    },
    hide() {
      // On macOS a window that is hidden in full screen leaves a black Space behind (electron#20263).
      if (platform !== 'darwin' || !window.isFullScreen()) return putAway();
      window.off('leave-full-screen', putAway);
      window.once('leave-full-screen', putAway);
      window.setFullScreen(false);
    },
    noteDraft,
    hasDraft: () => hasDraft,
  };
}
