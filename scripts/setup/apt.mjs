import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const lists = '/var/lib/apt/lists';

/** Whether Debian packages can be installed here without asking anyone. */
export function hasApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Debian packages. Renews the package lists first if they are missing or too old.
 * @param {string[]} packages
 * @returns {boolean} whether all of them are installed now
 */
export function apt(packages) {
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if (existsSync(lists) && run(install)) return true;
  return run(['update', '-qq']) && run(install);
}

/** @param {string[]} args */
function run(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', ['-o', 'Acquire::Retries=2', '-o', 'Dpkg::Use-Pty=0', ...args], { stdio: 'ignore', env }).status === 0
  );
}
