import { utilityProcess } from 'electron';
import { keychainWorkerPath } from '../../host/keychain-fork.ts';
import type { KeychainAnswer, KeychainProcess } from '../../host/keychain-protocol.ts';

/**
 * The keychain's process in Electron: a packaged Buoy cannot fork itself as Node, since the fuse for that is off. Call
 * after ready. The binary library is not signed by us, which macOS must be told.
 */
export function startKeychainUtility(platform: NodeJS.Platform): KeychainProcess {
  const child = utilityProcess.fork(keychainWorkerPath(), [], {
    serviceName: 'Buoy keychain',
    stdio: 'ignore',
    ...(platform === 'darwin' ? { allowLoadingUnsignedLibraries: true } : {}),
  });
  return {
    send: (request) => child.postMessage(request),
    onAnswer: (listener) => void child.on('message', (message: KeychainAnswer) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
