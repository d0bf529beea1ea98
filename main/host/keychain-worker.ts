/*
 * Entry of the keychain's own process. A call may wait for a person, and the thread in which it waits ends with the process
 * alone. `forkKeychain` starts it in Node, and Electron starts it as a utility process; only the way messages travel differs.
 */
import { createRequire } from 'node:module';
import { kindOfKeychainError } from './keychain-answers.ts';
import type { KeychainAnswer, KeychainRequest } from './keychain-protocol.ts';
import { isKeyringLocked } from './keyring-lock.ts';

/** Electron's channel to the parent process. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: KeychainRequest }) => void): void;
  postMessage(answer: KeychainAnswer): void;
}

const isLinux = process.platform === 'linux';

/** Rejects with the system's own reason, which the library's loader swallows: on Linux libsecret may be missing. */
async function loadKeytar() {
  try {
    const { default: keytar } = await import('@github/keytar');
    return keytar;
  } catch (error) {
    createRequire(import.meta.url)(`@github/keytar/prebuilds/${process.platform}-${process.arch}/keytar.node`);
    throw error;
  }
}

async function answer(request: KeychainRequest): Promise<KeychainAnswer> {
  const { id, deed, service, name, secret } = request;
  try {
    const keytar = await loadKeytar();
    if (deed === 'save') await keytar.setPassword(service, name, secret ?? '');
    // On Linux every deed reads. libsecret asks the person to unlock the keyring for reading, never for removing. And an error
    // without text, which some services send, looks to the library like success: of a read with any value, of the others too.
    const value = deed === 'read' || isLinux ? (await keytar.getPassword(service, name)) || null : null;
    if (deed === 'remove' && (value !== null || !isLinux)) await keytar.deletePassword(service, name);
    if (value === null && isLinux && (await isKeyringLocked())) {
      return { id, ok: false, kind: 'vault-locked', detail: 'nothing found while the keyring is locked' };
    }
    if (deed === 'save' && isLinux && value !== secret) {
      return { id, ok: false, kind: 'vault-refused', detail: 'nothing found after saving' };
    }
    return { id, ok: true, value: deed === 'read' ? value : null };
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).trim();
    return { id, ok: false, kind: kindOfKeychainError(detail), detail };
  }
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;
if (parentPort) {
  parentPort.on('message', ({ data }) => void answer(data).then((reply) => parentPort.postMessage(reply)));
} else {
  process.on('message', (request: KeychainRequest) => void answer(request).then((reply) => process.send?.(reply)));
  // To exit properly would wait for the thread of a call that waits.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
