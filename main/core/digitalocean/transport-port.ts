/**
 * One HTTP exchange, as the client needs it. `transport.ts` implements it over undici; tests implement it in memory.
 * Bounds on time and size are the client's; a transport only connects, sends, and hands over bytes.
 */
export interface Transport {
  exchange(request: WireRequest): Promise<WireAnswer>;
  /** Ends idle and running exchanges. */
  close(): Promise<void>;
  /** Runs something after the loop has seen to everything else that is waiting. Absent: a timer of no delay serves. */
  nextTurn?(run: () => void): void;
}

export interface WireRequest {
  method: string;
  /** Absolute; may carry a path prefix. */
  url: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
  /** Ends the exchange, its body included. */
  signal: AbortSignal;
  /** Milliseconds until the connection must stand. */
  connectTimeoutMs: number;
  /** Milliseconds from sending until the answer's headers. */
  headersTimeoutMs: number;
}

export interface WireAnswer {
  status: number;
  /** Names in lower case; repeated headers joined by a comma. */
  headers: Record<string, string>;
  /** Bytes as they arrive. Leaving the loop early ends the exchange. */
  body: AsyncIterable<Uint8Array>;
}

/** Why an exchange ended without an answer. `wasSent` is false only where the server surely saw nothing of it. */
export class TransportError extends Error {
  readonly reason: 'refused' | 'unreachable' | 'connect-timeout' | 'headers-timeout' | 'reset' | 'cut' | 'aborted' | 'tls';
  readonly wasSent: boolean;
  constructor(reason: TransportError['reason'], wasSent: boolean, message: string) {
    super(message);
    this.name = 'TransportError';
    this.reason = reason;
    this.wasSent = wasSent;
  }
}
