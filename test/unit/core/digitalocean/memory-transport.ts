import {
  type Transport,
  TransportError,
  type WireAnswer,
  type WireRequest,
} from '../../../../main/core/digitalocean/transport-port.ts';

/** What a test lets the server do with one request. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; json: unknown }
  | { status?: number; headers?: Record<string, string>; bytes: Uint8Array | string }
  | { status?: number; headers?: Record<string, string>; stream: (signal: AbortSignal) => AsyncIterable<Uint8Array> }
  | { error: TransportError['reason']; wasSent: boolean }
  | 'never';

export interface MemoryTransport extends Transport {
  requests: WireRequest[];
  isClosed: boolean;
}

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/**
 * A transport without sockets. `answer` gets each request with its number, from 0. A request that is never answered still
 * obeys its signal.
 */
export function createMemoryTransport(answer: (request: WireRequest, index: number) => Reply | Promise<Reply>): MemoryTransport {
  const requests: WireRequest[] = [];
  return {
    requests,
    isClosed: false,
    async exchange(request) {
      requests.push(request);
      const reply = await answer(request, requests.length - 1);
      if (reply === 'never') return whenAborted(request.signal);
      if ('error' in reply) throw new TransportError(reply.error, reply.wasSent, reply.error);
      return toAnswer(reply, request.signal);
    },
    close() {
      this.isClosed = true;
      return Promise.resolve();
    },
    nextTurn: (run) => void setImmediate(run),
  };
}

export function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(new TransportError('aborted', true, 'aborted'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

function toAnswer(reply: Exclude<Reply, 'never' | { error: unknown }>, signal: AbortSignal): WireAnswer {
  const { status = 200, headers = {} } = reply;
  if ('stream' in reply) return { status, headers, body: reply.stream(signal) };
  if ('json' in reply) {
    const type = { 'content-type': 'application/json; charset=utf-8', ...headers };
    return { status, headers: type, body: pieces(bytesOf(JSON.stringify(reply.json))) };
  }
  return { status, headers, body: pieces(typeof reply.bytes === 'string' ? bytesOf(reply.bytes) : reply.bytes) };
}

/** In two pieces, as real bodies arrive. */
async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const middle = bytes.byteLength >> 1;
  if (middle > 0) yield bytes.subarray(0, middle);
  if (bytes.byteLength > 0) yield bytes.subarray(middle);
}
