import { app, dialog } from 'electron';
import { hostWords } from '../core/words/host.ts';
import type { Owner } from '../host/folder-lock.ts';

/** Buoy could not be composed: says so and quits, because otherwise it would go on without a window or a tray. */
export function reportStartProblem(error: unknown): void {
  dialog.showErrorBox(hostWords.startFailed, error instanceof Error ? error.message : String(error));
  app.exit(1);
}

/** Another host uses the folder, and shows itself: says so and quits. Never resolves. */
export function giveWay(owner: Owner | null, folder: string): Promise<never> {
  dialog.showErrorBox(hostWords.runsAlready, hostWords.runsAlreadyDetail(owner, folder));
  app.exit(0);
  return new Promise(() => {});
}
