import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { modules, root } from './folders.mjs';
import { npm } from './npm.mjs';
import { say, timed } from './say.mjs';

const marker = resolve(modules, '.buoy-setup');

/** Installs the packages of the lock file, unless exactly these are installed already. Throws if npm fails. */
export function ensurePackages() {
  const wanted = fingerprint();
  if (read(marker) === wanted) return;
  if (!isInstalledByHand()) {
    timed('packages', () => {
      if (npm(['ci'])) return;
      throw new Error('npm could not install the packages: see above for why. Run `npm ci` once that is mended.');
    });
  }
  try {
    writeFileSync(marker, wanted);
  } catch (error) {
    say(`The set-up cannot be remembered, so it is repeated next time: ${error instanceof Error ? error.message : error}`);
  }
}

/** What decides whether installed packages fit: the lock file, and the machine for which they were installed. */
function fingerprint() {
  const lock = readFileSync(resolve(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/**
 * Whether someone ran npm themselves: npm's own record then names every package of the lock file, except optional ones for
 * other machines. Nothing is installed twice.
 */
function isInstalledByHand() {
  const record = read(resolve(modules, '.package-lock.json'));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  const locked = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')).packages;
  const wanted = Object.keys(locked).filter((path) => path !== '');
  return (
    wanted.every((path) =>
      installed[path] ? installed[path].integrity === locked[path].integrity : locked[path].optional || locked[path].devOptional,
    ) && Object.keys(installed).every((path) => locked[path] !== undefined && existsSync(resolve(root, path)))
  );
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
