import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { modules } from './folders.mjs';
import { npm } from './npm.mjs';
import { timed } from './say.mjs';

const major = 24;

/**
 * The Node that runs Buoy's own sources. It comes as a dev dependency, so a machine with an older Node needs nothing else. A
 * system Node of the right version works too.
 * @returns {string} path of the executable
 */
export function ensureNode() {
  const found = installed();
  if (found) return found;
  if (isRecent(process.version)) return process.execPath;
  // An install script fetches its binary, and `npm ci --ignore-scripts` skips such scripts.
  timed(`Node ${major}`, () => npm(['rebuild', 'node', '--foreground-scripts', '--ignore-scripts=false']));
  const rebuilt = installed();
  if (rebuilt) return rebuilt;
  throw new Error(
    `Node ${major} is missing: Buoy runs its sources with it, and its package could not fetch it. Run \`npm rebuild node\`, or install Node ${major} yourself.`,
  );
}

function installed() {
  for (const name of ['node.exe', 'node']) {
    const path = resolve(modules, 'node/bin', name);
    // On Windows the file without an extension is an empty placeholder.
    if (!existsSync(path) || (name === 'node' && process.platform === 'win32')) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (version.status === 0 && isRecent(version.stdout)) return path;
  }
  return null;
}

/** @param {string} version such as v24.21.0 */
function isRecent(version) {
  return Number(version.trim().replace(/^v/, '').split('.')[0]) >= major;
}
