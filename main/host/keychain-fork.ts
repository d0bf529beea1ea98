import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { KeychainAnswer, KeychainProcess } from './keychain-protocol.ts';

/** The entry beside this file: a source next to sources, a bundle next to bundles. Absolute. */
export function keychainWorkerPath(): string {
  // Put together here, so that a bundler does not take the name for an asset of the page.
  const name = ['keychain-worker', import.meta.url.endsWith('.ts') ? 'ts' : 'js'].join('.');
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}

/** The keychain's process under Node. It ends with this one. `env`: default, the environment of this process. */
export function forkKeychain(env: NodeJS.ProcessEnv = process.env): KeychainProcess {
  const child = fork(keychainWorkerPath(), { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('close', () => process.off('exit', killNow));
  return {
    // A child that is gone reports its end by itself.
    send: (request) => void child.send(request, () => {}),
    onAnswer: (listener) => void child.on('message', (message) => listener(message as KeychainAnswer)),
    onExit(listener) {
      child.once('error', listener);
      child.once('close', listener);
    },
    kill: killNow,
  };
}
