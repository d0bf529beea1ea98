import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Clock } from '../../ports.ts';
import { fileWords } from '../../words/files.ts';
import { type Transport, TransportError, type WireAnswer, type WireRequest } from '../transport-port.ts';
import { ruleFor } from './file-address.ts';
import { leave } from './wire-body.ts';

const mostMegabytes = 64;
const connectMs = 5_000;
const headersMs = 15_000;
/** No bytes for so long: it counts as broken. */
const stalledMs = 30_000;
/** The answer to a file comes once all of it is there, which takes minutes over a slow line. */
const sendingMs = 600_000;

/** Which addresses may be opened. */
export interface Reach {
  /** Where the server is that stands in for DigitalOcean's; `null`: none does. */
  ownServer: string | null;
  /** Somebody else's host that a person allowed by its name; `null`: none. */
  allowedHost: string | null;
}

interface Parts {
  transport: Transport;
  clock: Clock;
}

/** Fetches a file by the address that the API gave for it: without any credential, over TLS, and to where it says and nowhere else. */
export const fetchFile = (parts: Parts, address: string, reach: Reach): Promise<Outcome<Uint8Array>> =>
  carry(parts, address, reach, {
    notAllowed: fileWords.notAllowed,
    refusal: fileWords.expired,
    quietMs: stalledMs,
    request: { method: 'GET', headers: { accept: '*/*' }, body: null, headersTimeoutMs: headersMs },
    async read(answer, alive) {
      if (answer.status !== 200) return null;
      const chunks: Uint8Array[] = [];
      let left = mostMegabytes * 1_000_000;
      for await (const chunk of answer.body) {
        alive();
        left -= chunk.byteLength;
        if (left < 0) return failed({ kind: 'bad-answer', ...fileWords.tooLarge(mostMegabytes) });
        chunks.push(chunk);
      }
      return success(joined(chunks));
    },
  });

/** Sends a file to the address that the API gave for it, by the same rules. */
export const sendFile = (parts: Parts, address: string, bytes: Uint8Array, reach: Reach): Promise<Outcome<null>> =>
  carry(parts, address, reach, {
    notAllowed: fileWords.notSentTo,
    refusal: fileWords.notTaken,
    quietMs: sendingMs,
    request: {
      method: 'PUT',
      headers: { accept: '*/*', 'content-type': 'application/octet-stream' },
      body: bytes,
      headersTimeoutMs: sendingMs,
    },
    async read(answer) {
      if (answer.status < 200 || answer.status >= 300) return null;
      await leave(answer);
      return success(null);
    },
  });

interface Way<T> {
  /** What to say of somebody else's host. */
  notAllowed(host: string): Pick<Failure, 'message' | 'nextStep'>;
  /** What to say where the host refuses with a status of the 400s. */
  refusal(host: string, status: number): Pick<Failure, 'message' | 'nextStep'>;
  /** So long nothing may arrive. */
  quietMs: number;
  request: Pick<WireRequest, 'method' | 'headers' | 'body' | 'headersTimeoutMs'>;
  /** Reads the answer, and says with `alive` that bytes arrive. `null`: its status is none that is wanted. */
  read(answer: WireAnswer, alive: () => void): Promise<Outcome<T> | null>;
}

async function carry<T>({ transport, clock }: Parts, address: string, reach: Reach, way: Way<T>): Promise<Outcome<T>> {
  const found = ruleFor(address, reach.ownServer);
  if (found.rule === 'refused') return failed({ kind: 'refused', ...fileWords.refusedAddress() });
  const { url, host } = found;
  if (found.rule === 'ask' && host !== reach.allowedHost) return failed({ kind: 'refused', ...way.notAllowed(host) });
  const stall = new AbortController();
  const wait = () => clock.after(way.quietMs, () => stall.abort());
  let cancel = wait();
  const { headers, ...request } = way.request;
  try {
    const answer = await transport.exchange({
      ...request,
      url,
      headers: { ...headers, 'user-agent': 'Buoy' },
      signal: stall.signal,
      connectTimeoutMs: connectMs,
    });
    const read = await way.read(answer, () => {
      cancel();
      cancel = wait();
    });
    if (read !== null) return read;
    await leave(answer);
    return failed(ofStatus(answer.status, host, way.refusal));
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

function ofStatus(status: number, host: string, refusal: Way<unknown>['refusal']): Failure {
  if (status >= 300 && status < 400) return { kind: 'refused', status, ...fileWords.redirected(host) };
  if (status >= 400 && status < 500) return { kind: 'not-found', status, ...refusal(host, status) };
  return { kind: status >= 500 ? 'server-error' : 'http-error', status, ...fileWords.answered(host, status) };
}

/** Anything else than what broke on the way is a defect, and is thrown on. */
function ofError(error: unknown, host: string): Failure {
  if (!(error instanceof TransportError)) throw error;
  if (error.reason === 'tls') return { kind: 'untrusted', ...fileWords.untrusted(host) };
  if (error.reason === 'headers-timeout') return { kind: 'timeout', ...fileWords.silent(host) };
  return { kind: 'network', ...fileWords.broke(host) };
}
