import tls from 'node:tls';
import type { Log } from '../../core/ports.ts';

/** Trusts the system's certificates when it is first called. Reading them takes long enough to see, and nothing else may run then. */
export function createTrust(log: Log): () => void {
  let isTrusted = false;
  return () => {
    if (!isTrusted) trustSystemCertificates(log);
    isTrusted = true;
  };
}

/**
 * Trusts what the system trusts, besides Node's own list: companies put the authority of their proxy there. `NODE_EXTRA_CA_CERTS`
 * is not read in a package, whose fuses drop it. A runtime that cannot do it keeps Node's own list.
 */
function trustSystemCertificates(log: Log): void {
  try {
    tls.setDefaultCACertificates([...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])]);
  } catch (error) {
    log.warn(`The system's certificates could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
