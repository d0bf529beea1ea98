import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../setup/folders.mjs';

/** An editor saves in several steps: wait until it is quiet for so many milliseconds. */
const quietMs = 150;

/**
 * Calls `onChange` after files in these folders of the repository changed, one call at a time; a change during a call
 * leads to one more.
 * @returns ends the watching
 */
export function watchSources(folders: readonly string[], onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isWanted = false;
  const run = async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await onChange();
    }
    isRunning = false;
  };
  const watchers = folders.map((folder) =>
    watch(resolve(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), quietMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
