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
    onResponseStart(controller: DispatchController, status: number, headers: Record<string, string | string[] | undefined>): void;
    onResponseData(controller: DispatchController, chunk: Uint8Array): void;
    onResponseEnd(controller: DispatchController, trailers: unknown): void;
    onResponseError(controller: DispatchController, error: Error): void;
  }

  interface DispatchOptions {
    origin: string;
    path: string;
    method: string;
    headers: Record<string, string>;
    body: string | Uint8Array | null;
    headersTimeout: number;
    bodyTimeout: number;
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
