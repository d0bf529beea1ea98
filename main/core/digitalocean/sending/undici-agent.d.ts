/**
 * The part of undici's Agent that `transport.ts` uses, by its own path: loading the whole package costs about three times
 * as much at start. Written after undici 8.12, types/agent.d.ts and types/dispatcher.d.ts.
 */
declare module 'undici/lib/dispatcher/agent.js' {
  interface DispatchController {
    readonly aborted: boolean;
    abort(reason: Error): void;
    pause(): void;
    resume(): void;
  }

  interface DispatchHandler {
    onRequestStart(controller: DispatchController, context: unknown): void;
    /** The server speaks another protocol from now on. */
    onRequestUpgrade?(controller: DispatchController, status: number, headers: unknown, socket: UpgradedSocket): void;
    onResponseStart(controller: DispatchController, status: number, headers: Record<string, string | string[] | undefined>): void;
    onResponseData(controller: DispatchController, chunk: Uint8Array): void;
    onResponseEnd(controller: DispatchController, trailers: unknown): void;
    onResponseError(controller: DispatchController, error: Error): void;
  }

  /** The part of Node's socket that Buoy uses. */
  interface UpgradedSocket {
    pause(): void;
    resume(): void;
    /** Ends the socket after what was written. */
    destroySoon(): void;
  }

  interface DispatchOptions {
    origin: string;
    path: string;
    method: string;
    headers: Record<string, string>;
    body: string | Uint8Array | null;
    headersTimeout: number;
    bodyTimeout: number;
    upgrade?: string;
  }

  interface AgentOptions {
    /** Connections per origin. */
    connections: number;
    pipelining: number;
    allowH2: boolean;
    keepAliveTimeout: number;
    /** Besides its own timeout, what `net.connect` and `tls.connect` take. */
    connect: {
      timeout: number;
      autoSelectFamily: boolean;
      autoSelectFamilyAttemptTimeout: number;
      rejectUnauthorized: boolean;
    };
  }

  class Agent {
    constructor(options: AgentOptions);
    dispatch(options: DispatchOptions, handler: DispatchHandler): boolean;
    destroy(): Promise<void>;
  }

  export = Agent;
}

/** Its agent for one proxy. Written after undici 8.12, types/proxy-agent.d.ts. */
declare module 'undici/lib/dispatcher/proxy-agent.js' {
  interface ConnectOptions {
    timeout: number;
    autoSelectFamily: boolean;
    autoSelectFamilyAttemptTimeout: number;
    rejectUnauthorized: boolean;
  }

  interface ProxyAgentOptions {
    uri: string;
    /** Tunnel plain HTTP too. */
    proxyTunnel: boolean;
    connections: number;
    pipelining: number;
    allowH2: boolean;
    keepAliveTimeout: number;
    connectTimeout: number;
    proxyTls?: ConnectOptions;
    requestTls: ConnectOptions;
    clientFactory(origin: URL, options: object): object;
  }

  class ProxyAgent {
    constructor(options: ProxyAgentOptions);
    dispatch(options: object, handler: object): boolean;
    destroy(): Promise<void>;
  }

  export = ProxyAgent;
}

declare module 'undici/lib/dispatcher/pool.js' {
  class Pool {
    constructor(origin: URL, options: object);
  }
  export = Pool;
}

declare module 'undici/lib/api/api-connect.js' {
  /** Opens a tunnel. A method of a pool. */
  function connect(this: object, options: object): Promise<unknown>;
  export = connect;
}

/** Written after undici 8.12, types/websocket.d.ts. */
declare module 'undici/lib/web/websocket/websocket.js' {
  interface SocketEvents {
    open: object;
    message: { readonly data: string | ArrayBuffer };
    close: { readonly wasClean: boolean; readonly code: number };
  }

  class WebSocket {
    /** The dispatcher gets the upgrade as a request. Two limits are read from its `webSocketOptions`. */
    constructor(url: string, init: { dispatcher: object });
    binaryType: 'arraybuffer' | 'blob';
    addEventListener<K extends keyof SocketEvents>(name: K, listener: (event: SocketEvents[K]) => void): void;
    close(code?: number): void;
  }
}
