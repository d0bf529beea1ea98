import { app, powerMonitor } from 'electron';
import type { Clock } from '../core/ports.ts';

/** What must be written is; a core that hangs does not keep the machine from shutting down. */
const stopWithinMs = 3000;

/** Knows whether Buoy is on its way out, so that windows close instead of hiding. */
export interface Quitting {
  isQuitting(): boolean;
  /** Windows may close from now on: an update closes them before it says that it quits. */
  begin(): void;
  /**
   * Stops the core before the process ends, at most 3 s. Electron does not wait for promises, so quitting is put off once,
   * but not while the machine shuts down: that would be cancelled by it. Call after ready.
   */
  stopFirst(stop: () => Promise<void>, clock: Clock): void;
}

export function createQuitting(): Quitting {
  let isQuitting = false;
  let phase: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', () => {
    isQuitting = true;
  });
  return {
    isQuitting: () => isQuitting,
    begin() {
      isQuitting = true;
    },
    stopFirst(stop, clock) {
      powerMonitor.on('shutdown', () => {
        if (phase === 'running') stop().catch(() => {});
        phase = 'stopped';
        app.quit();
      });
      app.on('will-quit', (event) => {
        if (phase === 'stopped') return;
        event.preventDefault();
        if (phase === 'stopping') return;
        phase = 'stopping';
        const end = () => {
          if (phase === 'stopped') return;
          phase = 'stopped';
          app.quit();
        };
        clock.after(stopWithinMs, end);
        stop().then(end, end);
      });
    },
  };
}
