import type { Failure, FailureKind } from '../../../preload/contract/failure.ts';
import { SocketRefused } from '../digitalocean/socket-port.ts';
import { TransportError } from '../digitalocean/transport-port.ts';
import { logWords } from '../words/logs.ts';

/** Why a log could not be read, and whether trying again by itself could help. */
export interface Trouble {
  failure: Failure;
  /** `ask`: once more, with a new address. */
  again: 'yes' | 'ask' | 'no';
}

/** What the API answers if the person has to do something first. */
const lasting: ReadonlySet<FailureKind> = new Set([
  'invalid-arguments',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'unprocessable',
  'http-error',
  'refused',
  'secret-lost',
  'internal',
]);

export const troubleOfApi = (failure: Failure): Trouble => ({ failure, again: lasting.has(failure.kind) ? 'no' : 'yes' });

/** An answer of the host that is neither a log nor a socket. */
export function troubleOfStatus(status: number, host: string): Trouble {
  if (status >= 300 && status < 400) return { failure: { kind: 'refused', status, ...logWords.redirected(host) }, again: 'no' };
  if (status >= 400 && status < 500 && status !== 429) {
    return { failure: { kind: 'not-found', status, ...logWords.expired(host, status) }, again: 'ask' };
  }
  return {
    failure: { kind: status >= 500 ? 'server-error' : 'http-error', status, ...logWords.answered(host, status) },
    again: 'yes',
  };
}

/** What broke on the way to the host. Anything else is a defect, and is thrown on. */
export function troubleOf(error: unknown, host: string): Trouble {
  if (error instanceof SocketRefused) return troubleOfStatus(error.status, host);
  if (!(error instanceof TransportError)) throw error;
  const { reason, through, proxyStatus } = error;
  switch (reason) {
    case 'tls':
      return { failure: { kind: 'untrusted', ...logWords.untrusted(host, through) }, again: 'no' };
    case 'proxy-refused':
      return {
        failure: { kind: 'network', ...logWords.proxyRefused(host, through ?? '') },
        again: (proxyStatus ?? 0) >= 500 ? 'yes' : 'no',
      };
    case 'refused':
    case 'unreachable':
      return { failure: { kind: 'network', ...logWords.unreachable(host, through) }, again: 'yes' };
    case 'connect-timeout':
    case 'headers-timeout':
      return { failure: { kind: 'timeout', ...logWords.silent(host) }, again: 'yes' };
    case 'reset':
    case 'cut':
    case 'aborted':
      return { failure: { kind: 'network', ...logWords.broke(host) }, again: 'yes' };
  }
}
