import { app } from 'electron';
import { keepPrivate } from '../../host/private-folder.ts';

/**
 * Keeps all files in `folder`, Chromium's own included. Call before the single-instance lock, which depends on that folder.
 * Electron does not create the folder.
 */
export function keepIn(folder: string): void {
  keepPrivate(folder);
  app.setPath('userData', folder);
}
