import { app } from 'electron';
import type { Cancel, Clock } from '../../core/ports.ts';

/** The Dock's icon on macOS, which shows Buoy while there is a window to go to. Elsewhere both do nothing. */
export interface Dock {
  show(): void;
  hide(): void;
}

/** macOS ignores a `hide` within a second of a `show`, so it is said once more after this time. */
const settledAfterMs = 1100;

/** Call after ready. */
export function createDock(clock: Clock): Dock {
  let cancel: Cancel = () => {};
  return {
    show() {
      cancel();
      // Showing it again would take the focus from the window.
      if (app.dock?.isVisible() === false) app.dock.show().catch(() => {});
    },
    hide() {
      cancel();
      app.dock?.hide();
      if (app.dock?.isVisible()) cancel = clock.after(settledAfterMs, () => app.dock?.hide());
    },
  };
}
