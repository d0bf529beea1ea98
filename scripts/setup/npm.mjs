import { spawnSync } from 'node:child_process';
import { root } from './folders.mjs';

/**
 * Runs npm in the repository. What npm prints goes to stderr, and only if it fails.
 * @param {string[]} args
 * @returns {boolean} whether npm succeeded
 */
export function npm(args) {
  // The npm that started this script is a JavaScript file. Running it with this Node needs no shell on Windows.
  const own = process.env.npm_execpath;
  const isOwn = own !== undefined && /\.[cm]?js$/.test(own);
  const command = isOwn ? process.execPath : 'npm';
  const result = spawnSync(command, isOwn ? [own, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !isOwn && process.platform === 'win32',
    // Settings of the calling npm (`--loglevel`, `--silent`) must not reach the inner one.
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_fund: 'false', npm_config_audit: 'false' },
  });
  return result.status === 0;
}
