import { spawn } from 'node:child_process';
import { delimiter, dirname, resolve } from 'node:path';
import { modules, root } from './folders.mjs';

/**
 * Runs a task with Node 24 first on PATH. Passes SIGINT and SIGTERM on, and waits for the task to end cleanly.
 * @param {string} node
 * @param {string[]} command
 * @param {Record<string, string>} environment
 * @returns {Promise<number>} exit code of the task; 128 and more when it was killed
 */
export function runTask(node, command, environment) {
  const path = [dirname(node), resolve(modules, '.bin'), process.env.PATH ?? process.env.Path ?? ''].join(delimiter);
  const child = spawn(node, command, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment, PATH: path } });
  let isStopping = false;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    // Ctrl C reaches the whole process group: the task has received it, and a second one would mean "at once".
    if (!(signal === 'SIGINT' && process.stdin.isTTY) && !isStopping) child.kill(signal);
    isStopping = true;
  };
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  const orphanWatch = watchForOrphaning(() => pass('SIGTERM'));
  child.on('exit', () => clearInterval(orphanWatch));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => settle(code ?? (isStopping ? 0 : 128 + (signal === 'SIGKILL' ? 9 : 15))));
  });
}

/** How often to check whether npm is still there. Milliseconds. */
const orphanCheckMs = 500;

/**
 * npm sends a SIGTERM to the shell between itself and this process, and that shell ends without passing it on. So the end of
 * the shell counts as the signal. Otherwise Buoy would keep running unseen.
 * @param {() => void} onOrphaned
 * @returns {NodeJS.Timeout | undefined} undefined without npm, and on systems without such parents
 */
function watchForOrphaning(onOrphaned) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) onOrphaned();
  }, orphanCheckMs);
  timer.unref();
  return timer;
}
