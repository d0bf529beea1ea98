import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Clock } from '../../ports.ts';
import { fileWords } from '../../words/files.ts';
import { type Transport, TransportError } from '../transport-port.ts';
import { ruleFor } from './file-address.ts';
import { leave } from './wire-body.ts';

const mostMegabytes = 64;
const connectMs = 5_000;
const headersMs = 15_000;
/** No bytes for so long: it counts as broken. */
const stalledMs = 30_000;

/** Which addresses may be opened. */
export interface Reach {
  /** Where the server is that stands in for DigitalOcean's; `null`: none does. */
  ownServer: string | null;
  /** Somebody else's host that a person allowed by its name; `null`: none. */
  allowedHost: string | null;
}

/** Fetches a file by the address that the API gave for it: without any credential, over TLS, and to where it says and nowhere else. */
export async function fetchFile(
  { transport, clock }: { transport: Transport; clock: Clock },
  address: string,
  { ownServer, allowedHost }: Reach,
): Promise<Outcome<Uint8Array>> {
  const found = ruleFor(address, ownServer);
  if (found.rule === 'refused') return failed({ kind: 'refused', ...fileWords.refusedAddress() });
  const { url, host } = found;
  if (found.rule === 'ask' && host !== allowedHost) return failed({ kind: 'refused', ...fileWords.notAllowed(host) });
  const stall = new AbortController();
  let cancel = clock.after(stalledMs, () => stall.abort());
  try {
    const answer = await transport.exchange({
      method: 'GET',
      url,
      headers: { accept: '*/*', 'user-agent': 'Buoy' },
      body: null,
      signal: stall.signal,
      connectTimeoutMs: connectMs,
      headersTimeoutMs: headersMs,
    });
    if (answer.status !== 200) {
      await leave(answer);
      return failed(ofStatus(answer.status, host));
    }
    const chunks: Uint8Array[] = [];
    let left = mostMegabytes * 1_000_000;
    for await (const chunk of answer.body) {
      cancel();
      cancel = clock.after(stalledMs, () => stall.abort());
      left -= chunk.byteLength;
      if (left < 0) return failed({ kind: 'bad-answer', ...fileWords.tooLarge(mostMegabytes) });
      chunks.push(chunk);
    }
    return success(joined(chunks));
  } catch (error) {
    return failed(ofError(error, host));
  } finally {
    cancel();
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function ofStatus(status: number, host: string): Failure {
  if (status >= 300 && status < 400) return { kind: 'refused', status, ...fileWords.redirected(host) };
  if (status >= 400 && status < 500) return { kind: 'not-found', status, ...fileWords.expired(host, status) };
  return { kind: status >= 500 ? 'server-error' : 'http-error', status, ...fileWords.answered(host, status) };
}

/** Anything else than what broke on the way is a defect, and is thrown on. */
function ofError(error: unknown, host: string): Failure {
  if (!(error instanceof TransportError)) throw error;
  if (error.reason === 'tls') return { kind: 'untrusted', ...fileWords.untrusted(host) };
  if (error.reason === 'headers-timeout') return { kind: 'timeout', ...fileWords.silent(host) };
  return { kind: 'network', ...fileWords.broke(host) };
}
