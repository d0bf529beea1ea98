/// <reference path="./undici-agent.d.ts" />
import type Agent from 'undici/lib/dispatcher/agent.js';
import type { WebSocket } from 'undici/lib/web/websocket/websocket.js';
import { type OpenSocket, type SocketMessage, SocketRefused, type SocketRequest, type Sockets } from '../socket-port.ts';
import { TransportError } from '../transport-port.ts';
import { ByteQueue } from './byte-queue.ts';
import { toTransportError } from './exchange-handler.ts';
import { createRoutes, type Route, type RouteOptions } from './routes.ts';

type DispatchOptions = Parameters<Agent['dispatch']>[0];
type DispatchHandler = Parameters<Agent['dispatch']>[1];
type UpgradedSocket = Parameters<NonNullable<DispatchHandler['onRequestUpgrade']>>[3];

/** A message in more pieces than this is not one that somebody wrote. */
const mostFragments = 1_000;

/** WebSockets over undici, by the same ways, proxies and certificates as `transport.ts`. The owner must close it. */
export function createSockets(options: RouteOptions = {}): Sockets {
  const routes = createRoutes(options);
  const live = new Set<Listening>();
  let isClosed = false;
  return {
    async open(request) {
      // Loaded only for a log: it brings undici's fetch along, which nothing else uses.
      const [{ WebSocket: Socket }, route] = await Promise.all([
        import('undici/lib/web/websocket/websocket.js'),
        routes.to(request.url, request.connectTimeoutMs),
      ]);
      if (isClosed || request.signal.aborted) throw new TransportError('aborted', false, 'Given up by the caller');
      const listening = new Listening(Socket, route, request, () => live.delete(listening));
      live.add(listening);
      return listening.opened;
    },
    async close() {
      isClosed = true;
      for (const one of [...live]) one.end();
      await routes.close();
    },
  };
}

/** One socket, from the first packet of its handshake to its end. */
class Listening {
  readonly opened: Promise<OpenSocket>;
  readonly #socket: WebSocket;
  readonly #route: Route;
  readonly #request: SocketRequest;
  readonly #settle = Promise.withResolvers<OpenSocket>();
  readonly #messages: ByteQueue<SocketMessage>;
  readonly #onEnd: () => void;
  /** Node's own socket, once the server has agreed. */
  #raw: UpgradedSocket | null = null;
  /** What the handshake failed with. The library tells no reason. */
  #trouble: TransportError | SocketRefused | null = null;

  constructor(Socket: typeof WebSocket, route: Route, request: SocketRequest, onEnd: () => void) {
    this.#route = route;
    this.#request = request;
    this.#onEnd = onEnd;
    this.opened = this.#settle.promise;
    this.#messages = new ByteQueue<SocketMessage>({
      pause: () => this.#raw?.pause(),
      resume: () => this.#raw?.resume(),
      leave: () => this.end(),
    });
    request.signal.addEventListener('abort', this.#onAbort, { once: true });
    this.#socket = new Socket(request.url.replace(/^http/i, 'ws'), { dispatcher: this.#dispatcher() });
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.addEventListener('open', () => this.#settle.resolve({ messages: this.#messages }));
    this.#socket.addEventListener('message', ({ data }) =>
      this.#messages.push(typeof data === 'string' ? data : new Uint8Array(data)),
    );
    this.#socket.addEventListener('close', ({ wasClean }) => this.#over(wasClean));
  }

  readonly #onAbort = (): void => {
    this.#trouble ??= new TransportError('aborted', true, 'Given up by the caller');
    this.end();
  };

  /** Says goodbye and closes. A server that does not answer that is not waited for. */
  end(): void {
    this.#socket.close();
    this.#raw?.resume();
    this.#raw?.destroySoon();
  }

  #over(wasClean: boolean): void {
    this.#request.signal.removeEventListener('abort', this.#onAbort);
    this.#onEnd();
    const broken = this.#trouble ?? new TransportError(this.#raw ? 'cut' : 'reset', true, 'The socket broke');
    if (broken instanceof TransportError) broken.behind(this.#route.through);
    // Of a socket that is open already, this promise has long been kept.
    this.#settle.reject(broken);
    if (wasClean && !this.#trouble) this.#messages.end();
    else this.#messages.fail(broken);
  }

  /** Sends the upgrade by our way, with the headers that it needs and no others, and notes how it is answered. */
  #dispatcher(): object {
    const { agent } = this.#route;
    const { headersTimeoutMs, maximumMessageBytes } = this.#request;
    return {
      webSocketOptions: { maxPayloadSize: maximumMessageBytes, maxFragments: mostFragments },
      dispatch: (options: DispatchOptions, handler: DispatchHandler) => {
        const needed = Object.entries(options.headers).filter(([name]) => name.startsWith('sec-websocket-'));
        const headers = { ...Object.fromEntries(needed), 'user-agent': 'Buoy' };
        return agent.dispatch({ ...options, headers, headersTimeout: headersTimeoutMs }, this.#watched(handler));
      },
    };
  }

  #watched(handler: DispatchHandler): DispatchHandler {
    return {
      onRequestStart: (controller, context) => handler.onRequestStart(controller, context),
      onRequestUpgrade: (controller, status, headers, socket) => {
        this.#raw = socket;
        handler.onRequestUpgrade?.(controller, status, headers, socket);
      },
      onResponseStart: (controller, status, headers) => {
        if (status >= 200) this.#trouble ??= new SocketRefused(status);
        handler.onResponseStart(controller, status, headers);
      },
      onResponseData: (controller, chunk) => handler.onResponseData(controller, chunk),
      onResponseEnd: (controller, trailers) => handler.onResponseEnd(controller, trailers),
      onResponseError: (controller, error) => {
        this.#trouble ??= toTransportError(error, false, false);
        handler.onResponseError(controller, error);
      },
    };
  }
}
