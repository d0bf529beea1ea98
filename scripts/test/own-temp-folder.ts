import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from '../setup/folders.mjs';

/** Names of sockets in this folder must stay short: 104 characters on macOS, whose own temp folder takes half of that. */
const parent = process.platform === 'darwin' ? '/tmp' : tmpdir();

/**
 * Gives a test runner a temp folder of its own, and removes it at the end. If the tests left anything in it, that is printed
 * and the run counts as failed.
 * @param run gets the variables for the runner's environment, and resolves to its exit code
 * @returns the exit code
 */
export async function inOwnTempFolder(run: (environment: Record<string, string>) => Promise<number>): Promise<number> {
  // By its real name: macOS has a link in front of it, and Windows a short form, which programs that resolve paths do not keep.
  const folder = realpathSync.native(mkdtempSync(join(parent, 'buoy-test-')));
  try {
    const code = await run({ TMPDIR: folder, TEMP: folder, TMP: folder, ...caches });
    const left = readdirSync(folder).filter((name) => !ofBrowser.test(name));
    if (left.length === 0) return code;
    console.log(`The tests left ${left.join(', ')} in the temp folder: what makes a folder removes it at the end.`);
    return code === 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * What Chromium, Chrome and Edge make for themselves. A browser that is killed, as a test of a killed program does, cannot remove
 * it, and it is gone with this folder.
 */
const ofBrowser = /^(\.(org\.chromium|com\.google|com\.microsoft)\.|scoped_dir)/;

/** Otherwise Node and Playwright keep compiled code in the temp folder. */
const caches = {
  NODE_COMPILE_CACHE: resolve(root, '.cache/node'),
  PWTEST_CACHE_DIR: resolve(root, '.cache/playwright'),
};
