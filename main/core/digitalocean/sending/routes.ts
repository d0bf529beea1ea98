/// <reference path="./undici-agent.d.ts" />
import Agent from 'undici/lib/dispatcher/agent.js';
import type { ProxyFor, ProxyUrl } from '../../../../preload/contract/proxy-url.ts';
import { maximumInFlight } from '../pacing/pace.ts';
import { isLoopback, proxyName } from './proxy.ts';

/** Keeps a connection open between two polls a minute apart. undici obeys a server that asks for less. */
const keepAliveMs = 75_000;

/**
 * Part of the connect timeout that one address of a host gets before the next is tried. Node's own 250 ms call off every
 * attempt on a line whose handshakes take a second.
 */
const shareOfAddress = 0.4;

/** Runs requests: undici's agent, or its agent for one proxy. */
export type Dispatcher = Pick<Agent, 'dispatch' | 'destroy'>;

/** How an address is reached. */
export interface Route {
  agent: Dispatcher;
  /** Host and port of the proxy; null: none. */
  through: string | null;
}

export interface RouteOptions {
  /** Asked before each exchange. Default: no proxy. This machine is always reached directly. */
  proxyFor?: ProxyFor;
}

/** The agents of one transport: one for each proxy and connect timeout. In practice all requests share one. */
export interface Routes {
  /** The way to an address with http or https, at once where no proxy has to be asked for. */
  to(url: string, connectTimeoutMs: number): Route | Promise<Route>;
  /** Ends idle and running exchanges. */
  close(): Promise<void>;
}

export function createRoutes({ proxyFor = () => null }: RouteOptions): Routes {
  const agents = new Map<string, Dispatcher>();

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

  return {
    to(url, connectTimeoutMs) {
      const found = isLoopback(url) ? null : proxyFor(url);
      const direct = (): Route => ({ agent: directAgent(connectTimeoutMs), through: null });
      const behind = async (proxy: ProxyUrl): Promise<Route> => ({
        agent: await agentBehind(proxy, connectTimeoutMs),
        through: proxyName(proxy),
      });
      if (found === null) return direct();
      if (typeof found === 'string') return behind(found);
      return found.then((proxy) => (proxy === null ? direct() : behind(proxy)));
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
      agents.clear();
    },
  };
}

const agentOptions = { connections: maximumInFlight, pipelining: 1, allowH2: false, keepAliveTimeout: keepAliveMs };

const connectOptions = (connectTimeoutMs: number) => ({
  timeout: connectTimeoutMs,
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: Math.round(connectTimeoutMs * shareOfAddress),
  // Said explicitly, because NODE_TLS_REJECT_UNAUTHORIZED=0 in somebody's shell would switch it off for the token too.
  rejectUnauthorized: true,
});
