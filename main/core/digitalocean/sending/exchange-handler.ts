import { TransportError, type WireAnswer } from '../transport-port.ts';
import { ByteQueue } from './byte-queue.ts';

/** What undici gives the handler to steer one exchange. */
interface Controller {
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
}

/** Turns undici's callbacks for one exchange into the port's promise and stream of bytes. */
export class ExchangeHandler {
  readonly #signal: AbortSignal;
  readonly #resolve: (answer: WireAnswer) => void;
  readonly #reject: (error: TransportError) => void;
  #controller: Controller | null = null;
  #body: ByteQueue<Uint8Array> | null = null;
  /** The request is on an open connection: from now on the server may have seen it. */
  #wasSent = false;
  #isOver = false;

  readonly #onAbort = (): void => this.fail(new TransportError('aborted', this.#wasSent, 'Given up by the caller'));

  constructor(signal: AbortSignal, resolve: (answer: WireAnswer) => void, reject: (error: TransportError) => void) {
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(new Error('Given up before it was sent'));
    else this.#wasSent = true;
  }

  onResponseStart(controller: Controller, status: number, headers: Record<string, string | string[] | undefined>): void {
    // Below 200 the answer is only announced; the real one follows.
    if (status < 200 || this.#isOver) return;
    const body = new ByteQueue<Uint8Array>({
      pause: () => controller.pause(),
      resume: () => controller.resume(),
      leave: () => this.#leave(),
    });
    this.#body = body;
    this.#resolve({ status, headers: flatten(headers), body });
  }

  onResponseData(_controller: Controller, chunk: Uint8Array): void {
    this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    this.#finish();
    this.#body?.end();
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.fail(toTransportError(error, this.#wasSent, this.#body !== null));
  }

  /** Ends the exchange with this error, unless it is over already. */
  fail(error: TransportError): void {
    if (this.#isOver) return;
    this.#finish();
    if (this.#body) this.#body.fail(error);
    else this.#reject(error);
    this.#controller?.abort(error);
  }

  /** The reader does not want the rest. undici then closes the connection, which cannot be used again. */
  #leave(): void {
    if (this.#isOver) return;
    this.#finish();
    this.#controller?.abort(new Error('The rest is not wanted'));
  }

  #finish(): void {
    this.#isOver = true;
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}

/** One text for each name in lower case; repeated headers are joined by a comma. */
function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) flat[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}

/** Codes of Node for a name that is not found or a route that does not exist: a matter of this machine's network. */
const unreachableCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
]);
/** Codes of OpenSSL and Node for a certificate or a handshake that failed. Repeating does not help then. */
const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/;

/** Maps the error codes of undici and Node to the port's few reasons. A code that is not known counts as a reset. */
export function toTransportError(error: Error & { code?: unknown }, wasSent: boolean, hasAnswer: boolean): TransportError {
  const code = typeof error.code === 'string' ? error.code : '';
  // Uses the code rather than the message, which may repeat addresses and header values.
  const text = code === '' ? error.name : code;
  const refusal = /^Proxy response \((\d{3})\)/.exec(error.message)?.[1];
  if (refusal !== undefined) {
    return Object.assign(new TransportError('proxy-refused', false, text), { proxyStatus: Number(refusal) });
  }
  if (hasAnswer) return new TransportError('cut', true, text);
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return new TransportError('headers-timeout', wasSent, text);
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || (code === 'ETIMEDOUT' && !wasSent))
    return new TransportError('connect-timeout', false, text);
  if (code === 'ECONNREFUSED') return new TransportError('refused', false, text);
  if (unreachableCodes.has(code) && !wasSent) return new TransportError('unreachable', false, text);
  if (tlsCode.test(code) && !wasSent) return new TransportError('tls', false, text);
  if (code === 'UND_ERR_ABORTED' || code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') {
    return new TransportError('aborted', wasSent, text);
  }
  return new TransportError('reset', wasSent, text);
}
