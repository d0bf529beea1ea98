import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { noteDefect } from './world.ts';

type Callable = (...args: unknown[]) => unknown;
type Functions = Record<string, Callable | undefined>;

const writers = ['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'truncate', 'chmod', 'utimes'];
const movers = ['rename', 'copyFile', 'cp', 'link', 'symlink'];

/**
 * What a packaged program cannot do: its own folders are an archive that is read-only, and by the fuses its executable does
 * not run as Node. Call once what the stand-in itself needs of these has been imported.
 */
export function limitAsPackaged(folders: readonly string[]): void {
  const isPacked = (path: unknown) =>
    typeof path === 'string' && folders.some((folder) => `${resolve(path)}${sep}`.startsWith(`${folder}${sep}`));

  const refuse = (name: string, path: unknown) => {
    noteDefect(`fs.${name} writes into the bundle: ${String(path)}`);
    return Object.assign(new Error(`EACCES: permission denied, ${name} '${String(path)}'`), { code: 'EACCES' });
  };
  const guard = (owner: Functions, name: string, target: (args: unknown[]) => unknown, fail: (error: Error) => unknown) => {
    const original = owner[name];
    if (original === undefined) return;
    owner[name] = (...args) => {
      const path = target(args);
      return isPacked(path) ? fail(refuse(name, path)) : original.apply(owner, args);
    };
  };
  const throwIt = (error: Error) => {
    throw error;
  };
  const onlyToWrite = ([path, flags]: unknown[]) => (typeof flags === 'string' && /[wa+]/.test(flags) ? path : undefined);

  const all = fs as unknown as Functions;
  const promised = fs.promises as unknown as Functions;
  const guardAll = (name: string, target: (args: unknown[]) => unknown) => {
    guard(all, name, target, throwIt);
    guard(all, `${name}Sync`, target, throwIt);
    guard(promised, name, target, (error) => Promise.reject(error));
  };
  for (const name of writers) guardAll(name, ([path]) => path);
  for (const name of movers) guardAll(name, ([from, to]) => (name === 'rename' && isPacked(from) ? from : to));
  guardAll('open', onlyToWrite);
  guard(all, 'createWriteStream', ([path]) => path, throwIt);

  const processes = childProcess as unknown as Functions;
  const notNode = (name: string) => {
    noteDefect(`child_process.${name} starts Buoy itself: by the fuses it does not run as Node`);
    return new Error(`${name} of the own executable starts a second program`);
  };
  processes.fork = () => throwIt(notNode('fork'));
  for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync']) {
    const original = processes[name];
    processes[name] = (...args) => (args[0] === process.execPath ? throwIt(notNode(name)) : original?.(...args));
  }
  syncBuiltinESMExports();
}
