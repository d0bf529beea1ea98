import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the folder, and lets nobody but its owner into it, also when it was there before or was made anew meanwhile. Throws
 * when it cannot be made. Windows has no such modes; a user's own folders are private there.
 */
export function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  allow(folder, 0o700);
}

/**
 * For the start, while no other Buoy uses the folder: also the files that lie in it belong to their owner alone, and what a
 * killed run left half written is removed. Never throws, because a folder that cannot be tidied can still be used.
 */
export function tidy(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(folder, entry.name);
      // The second form is that of versions up to 0.1.0: `settings.json.tmp-` and 16 digits.
      if (/^[\w-]+\.json(\.\d+\.tmp|\.tmp-[\da-f]+)$/.test(entry.name)) rmSync(path, { force: true });
      else if (/^[\w.:-]+\.(json|log|log\.old|txt)$/.test(entry.name)) allow(path, 0o600);
    }
  } catch {
    // Another user's folder, or none: whoever reads or writes in it says so.
  }
}

/** Takes away what others may do. A system that refuses, as for another user's file, leaves it as it is. */
function allow(path: string, mode: number): void {
  if (process.platform === 'win32') return;
  try {
    if ((statSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
  } catch {
    // See above.
  }
}
