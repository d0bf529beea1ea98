import { mkdirSync } from 'node:fs';
import { app } from 'electron';

/**
 * Keeps everything of Buoy in `folder`, Chromium's own files included. Call before the single-instance lock, which is keyed
 * by that folder; Electron does not make it.
 */
export function keepIn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
}
