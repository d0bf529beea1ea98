import { app } from 'electron';
import { keepPrivate } from '../../host/private-folder.ts';

/**
 * Keeps all files in `folder`, Chromium's own included. Call before the single-instance lock, which depends on that folder.
 * Electron does not create the folder. Returns why it cannot be made, to be said once Electron can show it; `null`: all is well.
 */
export function keepIn(folder: string): Error | null {
  try {
    keepPrivate(folder);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  app.setPath('userData', folder);
  return null;
}
