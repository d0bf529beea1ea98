import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, for tests to look at. Never contains a credential. */
export interface SeenRequest {
  atMs: number;
  method: string;
  /** Path and query as they were sent. */
  url: string;
  operation: string | null;
  /** Label of the token, `other` for another credential, `none` without Authorization. */
  credential: string;
  accept: string | null;
  contentType: string | null;
  bodyBytes: number;
  /** 0 when no answer was started. */
  status: number;
}

export interface DemoStats {
  requests: number;
  byStatus: Record<number, number>;
  byOperation: Record<string, number>;
  connections: number;
  /** The largest number of requests that were being answered at the same time. */
  maxInFlight: number;
  bytesSent: number;
}

const keptRequests = 2_000;

/** A request while it is being answered. */
export interface Recording extends SeenRequest {
  /** Counts from 1. */
  number: number;
}

/** What was requested and answered, for tests and statistics. */
export class RequestRecord {
  #number = 0;
  #inFlight = 0;
  #maxInFlight = 0;
  #connections = 0;
  #bytesSent = 0;
  #recent: Recording[] = [];
  readonly #byStatus: { [status: number]: number } = {};
  readonly #byOperation: { [operation: string]: number } = {};

  connected(): void {
    this.#connections += 1;
  }

  begin(request: IncomingMessage, response: ServerResponse, atMs: number): Recording {
    this.#number += 1;
    this.#inFlight += 1;
    this.#maxInFlight = Math.max(this.#maxInFlight, this.#inFlight);
    const seen: Recording = {
      number: this.#number,
      atMs,
      method: request.method ?? '',
      url: request.url ?? '',
      operation: null,
      credential: 'none',
      accept: request.headers.accept ?? null,
      contentType: request.headers['content-type'] ?? null,
      bodyBytes: 0,
      status: 0,
    };
    this.#recent.push(seen);
    if (this.#recent.length > keptRequests * 2) this.#recent = this.#recent.slice(-keptRequests);
    const sentBefore = request.socket.bytesWritten;
    response.once('close', () => this.#end(seen, request.socket.bytesWritten - sentBefore));
    return seen;
  }

  recent(): readonly SeenRequest[] {
    return this.#recent.slice(-keptRequests).map(({ number: _, ...seen }) => seen);
  }

  stats(): DemoStats {
    return {
      requests: this.#number,
      byStatus: { ...this.#byStatus },
      byOperation: { ...this.#byOperation },
      connections: this.#connections,
      maxInFlight: this.#maxInFlight,
      bytesSent: this.#bytesSent,
    };
  }

  #end(seen: Recording, bytes: number): void {
    this.#inFlight -= 1;
    this.#bytesSent += bytes;
    this.#byStatus[seen.status] = (this.#byStatus[seen.status] ?? 0) + 1;
    if (seen.operation !== null) this.#byOperation[seen.operation] = (this.#byOperation[seen.operation] ?? 0) + 1;
  }
}
