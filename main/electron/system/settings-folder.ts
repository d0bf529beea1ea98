import { mkdirSync } from 'node:fs';
import { app } from 'electron';

/**
 * Keeps all files in `folder`, Chromium's own included. Call before the single-instance lock, which depends on that folder.
 * Electron does not create the folder.
 */
export function keepIn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
}
