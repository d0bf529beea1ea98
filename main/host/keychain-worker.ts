/*
 * Entry of the keychain's own process. Calls block here and nowhere else, and the process is killed when one of them never
 * ends. `forkKeychain` starts it in Node, and Electron starts it as a utility process; only the way messages travel differs.
 */
import { kindOfKeychainError } from './keychain-answers.ts';
import type { KeychainAnswer, KeychainRequest } from './keychain-protocol.ts';
import { isKeyringLocked } from './keyring-lock.ts';

/** Electron's channel to the parent process. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: KeychainRequest }) => void): void;
  postMessage(answer: KeychainAnswer): void;
}

const isLinux = process.platform === 'linux';
/**
 * Without this pin the library falls back to the kernel's keyring, which forgets everything at reboot, and it reports a
 * missing service as "no such entry".
 */
const entryOptions = isLinux ? { linux: { store: 'secret-service' as const } } : null;

async function answer(request: KeychainRequest): Promise<KeychainAnswer> {
  const { id, deed, service, name, secret } = request;
  try {
    const { Entry } = await import('@napi-rs/keyring');
    const entry = new Entry(service, name, entryOptions);
    if (deed === 'save') {
      entry.setPassword(secret ?? '');
      return { id, ok: true, value: null };
    }
    const value = deed === 'read' ? entry.getPassword() : null;
    const isFound = deed === 'read' ? value !== null : entry.deleteCredential();
    if (!isFound && isLinux && (await isKeyringLocked())) {
      return { id, ok: false, kind: 'vault-locked', detail: 'nothing found while the keyring is locked' };
    }
    return { id, ok: true, value };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { id, ok: false, kind: kindOfKeychainError(detail), detail };
  }
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;
if (parentPort) {
  parentPort.on('message', ({ data }) => void answer(data).then((reply) => parentPort.postMessage(reply)));
} else {
  process.on('message', (request: KeychainRequest) => void answer(request).then((reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit());
}
