import { spawn } from 'node:child_process';
import { delimiter, dirname, resolve } from 'node:path';
import { modules, root } from './folders.mjs';

/**
 * Runs a task with Node 24 first on PATH and hands over its end. SIGINT and SIGTERM are passed on, and this process waits
 * for the task to stop cleanly.
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
    // Ctrl C reaches the whole process group: the task has it already, and a second one would mean "at once".
    if (!(signal === 'SIGINT' && process.stdin.isTTY) && !isStopping) child.kill(signal);
    isStopping = true;
  };
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => settle(code ?? (isStopping ? 0 : 128 + (signal === 'SIGKILL' ? 9 : 15))));
  });
}
