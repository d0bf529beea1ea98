import { app, dialog } from 'electron';
import { hostWords } from '../core/words/host.ts';

/** Buoy could not be composed: says so and quits, because otherwise it would go on without a window or a tray. */
export function reportStartProblem(error: unknown): void {
  dialog.showErrorBox(hostWords.startFailed, error instanceof Error ? error.message : String(error));
  app.exit(1);
}
