import { app, powerMonitor } from 'electron';
import type { Clock } from '../core/ports.ts';

/**
 * Longest wait for the core: documents are written by then, and a core that hangs must not stop the machine from shutting
 * down.
 */
const stopWithinMs = 3000;

/** Knows whether Buoy is quitting, so that windows close instead of hiding. */
export interface Quitting {
  isQuitting(): boolean;
  /** From now on windows may close. An update closes them before it says that it quits. */
  begin(): void;
  /**
   * Stops the core before the process ends, within 3 s. Electron does not wait for promises, so this puts the quit off once.
   * It does not while the machine shuts down, because that would cancel the shutdown. Call after ready.
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
