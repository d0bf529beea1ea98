/**
 * WebSockets as logs need them: Buoy listens and never writes. `sending/sockets.ts` implements this over undici; tests implement
 * it in memory. The owner must close it.
 */
export interface Sockets {
  /** Resolves once the server speaks WebSocket. Rejects with a `TransportError`, or with `SocketRefused`. */
  open(request: SocketRequest): Promise<OpenSocket>;
  /** Ends idle and open sockets. */
  close(): Promise<void>;
}

export interface SocketRequest {
  /** Absolute, with https or http. It may carry a token, so it must not be logged. */
  url: string;
  /** Ends the attempt, and the socket once it is open. */
  signal: AbortSignal;
  /** Milliseconds until the connection must be open. */
  connectTimeoutMs: number;
  /** Milliseconds from asking until the server has agreed. */
  headersTimeoutMs: number;
  /** A larger message ends the socket. */
  maximumMessageBytes: number;
}

export interface OpenSocket {
  /**
   * Messages as they arrive, with back-pressure. Ends when the server closed the socket properly, and throws a `TransportError`
   * when it broke. Leaving the loop early closes it.
   */
  messages: AsyncIterable<SocketMessage>;
}

/** Text, or the bytes of a binary message. */
export type SocketMessage = string | Uint8Array;

/** The server answered with something else than a socket. A redirect is among these: none is followed. */
export class SocketRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Answered with ${status}`);
    this.name = 'SocketRefused';
    this.status = status;
  }
}
