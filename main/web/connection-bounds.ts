import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** What a connection may take before it has shown a session. Milliseconds, except for the count. */
export interface ConnectionBounds {
  /** Until the headers of a request are complete, counted from the connection or the request's first byte. */
  headersMs: number;
  /** Until the body is complete, counted from the headers. */
  bodyMs: number;
  /** Without a byte in either direction, also while an answer waits to be read. */
  silenceMs: number;
  /** Until the body of a request with a session is complete: a file through a slow tunnel. */
  trustedBodyMs: number;
  /** How many connections without a session may be open. */
  strangers: number;
}

export const usualBounds: ConnectionBounds = {
  headersMs: 3_000,
  bodyMs: 3_000,
  silenceMs: 5_000,
  trustedBodyMs: 60_000,
  strangers: 256,
};

/** Options of Node's server. It looks for late headers and bodies only in intervals, by default every 30 s. */
export const serverOptions = ({ headersMs, silenceMs, trustedBodyMs }: ConnectionBounds) => ({
  headersTimeout: headersMs,
  requestTimeout: Math.max(headersMs, trustedBodyMs),
  keepAliveTimeout: silenceMs,
  connectionsCheckingInterval: Math.min(1_000, Math.ceil(headersMs / 2)),
  maxHeaderSize: 16_384,
});

export interface Connections {
  /** The connection carried a session's pass: only bodies are bounded from now on. Say it with each such request. */
  trust(request: IncomingMessage): void;
}

/**
 * Bounds what programs without a session take of the server, so that a page of this person always finds a connection. They all
 * come from 127.0.0.1, so none can be told from another: with too many of them, the one that has longest sent no whole request
 * makes room for a new one, and a page shows its session with the first request.
 */
export function boundConnections(server: Server, { silenceMs, strangers: most }: ConnectionBounds): Connections {
  /** Oldest first, with the request that is being answered. */
  const strangers = new Map<Socket, IncomingMessage | null>();
  server.setTimeout(silenceMs);

  /** The new one never makes room for itself: it has had no time to ask. */
  function makeRoomFor(arrived: Socket): void {
    if (strangers.size <= most) return;
    const others = [...strangers].filter(([socket]) => socket !== arrived);
    // Half a request is none: whoever holds back the rest must not outlast those that have sent nothing yet.
    const [leaving] = others.find(([, request]) => !request?.complete) ?? others[0] ?? [];
    if (leaving) strangers.delete(leaving);
    leaving?.destroy();
  }

  server.on('connection', (socket: Socket) => {
    strangers.set(socket, null);
    socket.on('close', () => strangers.delete(socket));
    makeRoomFor(socket);
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    if (!strangers.has(socket)) return;
    strangers.set(socket, request);
    response.on('close', () => {
      if (strangers.has(socket)) strangers.set(socket, null);
    });
  });
  return {
    trust({ socket }) {
      strangers.delete(socket);
      // Node sets it anew with each request on the connection. An answer may take minutes, and a stream of events has no end.
      socket.setTimeout(0);
    },
  };
}
