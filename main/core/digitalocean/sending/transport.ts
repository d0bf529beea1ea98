/// <reference path="./undici-agent.d.ts" />
import Agent from 'undici/lib/dispatcher/agent.js';
import type { ProxyFor, ProxyUrl } from '../../../../preload/contract/proxy-url.ts';
import { maximumInFlight } from '../pacing/pace.ts';
import { type Transport, TransportError, type WireAnswer, type WireRequest } from '../transport-port.ts';
import { ExchangeHandler } from './exchange-handler.ts';
import { isLoopback, proxyName } from './proxy.ts';

/** Keeps a connection open between two polls a minute apart. undici obeys a server that asks for less. */
const keepAliveMs = 75_000;

/**
 * Part of the connect timeout that one address of a host gets before the next is tried. Node's own 250 ms call off every
 * attempt on a line whose handshakes take a second.
 */
const shareOfAddress = 0.4;

/** Exists in Node only, as this transport does. The core itself has no timers. */
declare const setImmediate: (run: () => void) => unknown;

/** Runs requests: undici's agent, or its agent for one proxy. */
type Dispatcher = Pick<Agent, 'dispatch' | 'destroy'>;

export interface TransportOptions {
  /** Asked before each exchange. Default: no proxy. This machine is always reached directly. */
  proxyFor?: ProxyFor;
}

/**
 * Exchanges over undici: HTTP/1.1, at most ten connections per origin, no redirects followed, nothing decoded. The caller
 * limits time and size; only connecting and waiting for headers are timed here. The owner must close it.
 */
export function createTransport({ proxyFor = () => null }: TransportOptions = {}): Transport {
  // undici sets the connect timeout and the proxy per agent. In practice all requests share one.
  const agents = new Map<string, Dispatcher>();
  let isClosed = false;

  async function agentBehind(proxy: ProxyUrl, connectTimeoutMs: number): Promise<Dispatcher> {
    // Loaded only where there is a proxy: it costs as much at start as the agent itself.
    const { createProxyAgent } = await import('./proxy-agent.ts');
    return known(`${connectTimeoutMs} ${proxy}`, () =>
      createProxyAgent(proxy, { ...agentOptions, connect: connectOptions(connectTimeoutMs) }),
    );
  }

  function known(key: string, make: () => Dispatcher): Dispatcher {
    const found = agents.get(key);
    if (found) return found;
    const made = make();
    agents.set(key, made);
    return made;
  }

  const directAgent = (connectTimeoutMs: number) =>
    known(`${connectTimeoutMs}`, () => new Agent({ ...agentOptions, connect: connectOptions(connectTimeoutMs) }));

  /** The agent for an address, at once where no proxy has to be asked for. */
  function agentFor(url: string, connectTimeoutMs: number): Route | Promise<Route> {
    const found = isLoopback(url) ? null : proxyFor(url);
    const direct = (): Route => ({ agent: directAgent(connectTimeoutMs), through: null });
    const behind = async (proxy: ProxyUrl): Promise<Route> => ({
      agent: await agentBehind(proxy, connectTimeoutMs),
      through: proxyName(proxy),
    });
    if (found === null) return direct();
    if (typeof found === 'string') return behind(found);
    return found.then((proxy) => (proxy === null ? direct() : behind(proxy)));
  }

  return {
    exchange(request) {
      const parts = splitUrl(request.url);
      if (!parts || isClosed || request.signal.aborted) {
        const reason = parts ? 'aborted' : 'unreachable';
        return Promise.reject(new TransportError(reason, false, parts ? 'Closed' : 'Not an absolute HTTP URL'));
      }
      const route = agentFor(request.url, request.connectTimeoutMs);
      return route instanceof Promise ? route.then((found) => run(found, parts, request)) : run(route, parts, request);
    },
    async close() {
      isClosed = true;
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
      agents.clear();
    },
    nextTurn(run) {
      setImmediate(run);
    },
  };
}

interface Route {
  agent: Dispatcher;
  /** Host and port of the proxy; null: none. */
  through: string | null;
}

const agentOptions = { connections: maximumInFlight, pipelining: 1, allowH2: false, keepAliveTimeout: keepAliveMs };

const connectOptions = (connectTimeoutMs: number) => ({
  timeout: connectTimeoutMs,
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: Math.round(connectTimeoutMs * shareOfAddress),
  // Said explicitly, because NODE_TLS_REJECT_UNAUTHORIZED=0 in somebody's shell would switch it off for the token too.
  rejectUnauthorized: true,
});

/** Runs one exchange. What breaks on the way to a proxy or behind it names the proxy. */
function run({ agent, through }: Route, parts: UrlParts, request: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const handler = new ExchangeHandler(request.signal, resolve, (error) => reject(error.behind(through)));
    const { method, headers, body } = request;
    try {
      // No timeout for the body: the client limits the whole answer.
      agent.dispatch({ ...parts, method, headers, body, headersTimeout: request.headersTimeoutMs, bodyTimeout: 0 }, handler);
    } catch (error) {
      // undici throws for what it refuses to send at all, such as a line break in a header.
      handler.fail(new TransportError('unreachable', false, error instanceof Error ? error.message : String(error)));
    }
  });
}

interface UrlParts {
  origin: string;
  path: string;
}

/** Splits the text itself, because a URL parser would resolve an encoded `..`. */
function splitUrl(url: string): UrlParts | null {
  const found = /^(https?:\/\/[^/?#]+)([^#]*)/i.exec(url);
  if (!found?.[1]) return null;
  const path = found[2] ?? '';
  return { origin: found[1], path: path.startsWith('/') ? path : `/${path}` };
}
