import { utilityProcess } from 'electron';
import { keychainWorkerPath } from '../../host/keychain-fork.ts';
import type { KeychainAnswer, KeychainProcess } from '../../host/keychain-protocol.ts';

/**
 * The keychain's process in Electron. A packaged Buoy cannot fork itself as Node, because the fuse for that is off. Call
 * after ready. Buoy did not sign the binary library, and macOS must be told so.
 */
export function startKeychainUtility(platform: NodeJS.Platform): KeychainProcess {
  const child = utilityProcess.fork(keychainWorkerPath(), [], {
    serviceName: 'Buoy keychain',
    stdio: 'ignore',
    // Chromium gives each of its processes the person's language, and failures are told apart by their English texts.
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' },
    ...(platform === 'darwin' ? { allowLoadingUnsignedLibraries: true } : {}),
  });
  return {
    send: (request) => child.postMessage(request),
    onAnswer: (listener) => void child.on('message', (message: KeychainAnswer) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
