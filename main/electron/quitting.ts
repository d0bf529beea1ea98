import { app, autoUpdater, dialog, powerMonitor } from 'electron';
import type { Failure } from '../../preload/contract/failure.ts';
import type { Clock } from '../core/ports.ts';
import { hostWords } from '../core/words/host.ts';

/**
 * Longest wait for the core: documents are written by then, and a core that hangs must not stop the machine from shutting
 * down.
 */
const stopWithinMs = 3000;

/** Knows whether Buoy is quitting, so that windows close instead of hiding. */
export interface Quitting {
  isQuitting(): boolean;
  /** The new version did not take over after all: windows hide again, and the lock is taken back. */
  stay(): void;
  /**
   * Stops the core before the process ends, within 3 s, and says what it could not write. Electron does not wait for promises,
   * so this puts the quit off once. It does not while the machine shuts down, because that would cancel the shutdown. Call after
   * ready.
   */
  stopFirst(stop: () => Promise<readonly Failure[]>, clock: Clock): void;
}

export function createQuitting(): Quitting {
  let isQuitting = false;
  let phase: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', () => {
    isQuitting = true;
  });
  // An update closes windows before it says that it quits. The new version may start while this one still stops, and would
  // end at once if the lock were held.
  autoUpdater.on('before-quit-for-update', () => {
    isQuitting = true;
    app.releaseSingleInstanceLock();
  });
  return {
    isQuitting: () => isQuitting,
    stay() {
      isQuitting = false;
      app.requestSingleInstanceLock();
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
        stop().then((failures) => {
          if (phase === 'stopping' && failures.length > 0) {
            dialog.showErrorBox(hostWords.notAllWritten, hostWords.notAllWrittenDetail(failures));
          }
          end();
        }, end);
      });
    },
  };
}
