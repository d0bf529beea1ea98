/**
 * HTTP exchanges as the client needs them. `transport.ts` implements this over undici; tests implement it in memory.
 * The client limits time and size; a transport only connects, sends, and hands over bytes.
 */
export interface Transport {
  /** Resolves when the headers arrive. Rejects with a `TransportError`. */
  exchange(request: WireRequest): Promise<WireAnswer>;
  /** Ends idle and running exchanges. */
  close(): Promise<void>;
  /** Runs something in a later turn of the event loop, after whatever waits now. Without it a timer of 0 ms is used. */
  nextTurn?(run: () => void): void;
}

/** One request, ready for the wire. The headers contain the token, so it must not be logged. */
export interface WireRequest {
  method: string;
  /** Absolute; may carry a path prefix. */
  url: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
  /** Ends the exchange, its body included. */
  signal: AbortSignal;
  /** Milliseconds until the connection must be open. */
  connectTimeoutMs: number;
  /** Milliseconds from sending until the answer's headers. */
  headersTimeoutMs: number;
}

/** The start of an answer. Its body must be read to the end or left by ending the loop, or the connection stays busy. */
export interface WireAnswer {
  status: number;
  /** Names in lower case; repeated headers joined by a comma. */
  headers: Record<string, string>;
  /** Bytes as they arrive. Leaving the loop early ends the exchange. */
  body: AsyncIterable<Uint8Array>;
}

/**
 * Why an exchange ended without a whole answer. `wasSent` is false only when the server surely saw nothing of the request.
 * `refused`, `unreachable` and `tls` happen before it is sent, `cut` after the headers came; `aborted` is the caller's signal
 * or a closed transport, and `reset` anything else that broke the connection.
 * `proxy-refused`: a proxy answered and opened no way to the server, with `proxyStatus`.
 */
export class TransportError extends Error {
  readonly reason:
    | 'proxy-refused'
    | 'refused'
    | 'unreachable'
    | 'connect-timeout'
    | 'headers-timeout'
    | 'reset'
    | 'cut'
    | 'aborted'
    | 'tls';
  readonly wasSent: boolean;
  /** Host and port of the proxy on the way; null: there was none. */
  through: string | null = null;
  /** With what status the proxy refused; null: it did not. */
  proxyStatus: number | null = null;
  constructor(reason: TransportError['reason'], wasSent: boolean, message: string) {
    super(message);
    this.name = 'TransportError';
    this.reason = reason;
    this.wasSent = wasSent;
  }

  /** The same error, with the proxy that was on the way. */
  behind(through: string | null): this {
    this.through = through;
    return this;
  }
}
