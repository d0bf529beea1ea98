import { app, dialog } from 'electron';
import { hostWords } from '../core/words/host.ts';

/** Buoy could not be put together: says so and ends, rather than living on without a window or a tray. */
export function reportStartProblem(error: unknown): void {
  dialog.showErrorBox(hostWords.startFailed, error instanceof Error ? error.message : String(error));
  app.exit(1);
}
