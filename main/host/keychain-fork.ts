import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { KeychainAnswer, KeychainProcess } from './keychain-protocol.ts';

/** Absolute path of the entry beside this file: a source beside sources, a bundle beside bundles. */
export function keychainWorkerPath(): string {
  // Put together at run time, so that a bundler does not treat the name as an asset of the page.
  const name = ['keychain-worker', import.meta.url.endsWith('.ts') ? 'ts' : 'js'].join('.');
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}

/** The keychain's process under Node. It ends with this process. `env` defaults to this process's environment. */
export function forkKeychain(env: NodeJS.ProcessEnv = process.env): KeychainProcess {
  const child = fork(keychainWorkerPath(), { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('close', () => process.off('exit', killNow));
  return {
    // A child that has ended reports that itself.
    send: (request) => void child.send(request, () => {}),
    onAnswer: (listener) => void child.on('message', (message) => listener(message as KeychainAnswer)),
    onExit(listener) {
      child.once('error', listener);
      child.once('close', listener);
    },
    kill: killNow,
  };
}
