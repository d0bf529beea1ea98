/// <reference path="./undici-agent.d.ts" />
import Agent from 'undici/lib/dispatcher/agent.js';
import { maximumInFlight } from '../pacing/pace.ts';
import { type Transport, TransportError } from '../transport-port.ts';
import { ExchangeHandler } from './exchange-handler.ts';

/** Keeps a connection open between polls of a minute; a server that closes earlier says so. */
const keepAliveMs = 75_000;

/** Held by Node alone; the core has no timers of its own. */
declare const setImmediate: (run: () => void) => unknown;

/**
 * The API over undici: HTTP/1.1, at most ten connections per origin, redirects not followed, nothing decoded. The caller
 * bounds time and size; only connecting and waiting for headers are timed here. Close it when it is no longer used.
 */
export function createTransport(): Transport {
  // undici has one connect timeout per agent; in practice there is one.
  const agents = new Map<number, Agent>();
  let isClosed = false;

  function agentFor(connectTimeoutMs: number): Agent {
    const known = agents.get(connectTimeoutMs);
    if (known) return known;
    const made = new Agent({
      connections: maximumInFlight,
      pipelining: 1,
      allowH2: false,
      keepAliveTimeout: keepAliveMs,
      connect: { timeout: connectTimeoutMs },
    });
    agents.set(connectTimeoutMs, made);
    return made;
  }

  return {
    exchange(request) {
      const parts = splitUrl(request.url);
      if (!parts || isClosed || request.signal.aborted) {
        const reason = parts ? 'aborted' : 'unreachable';
        return Promise.reject(new TransportError(reason, false, parts ? 'Closed' : 'Not an absolute HTTP URL'));
      }
      return new Promise((resolve, reject) => {
        const handler = new ExchangeHandler(request.signal, resolve, reject);
        const { method, headers, body } = request;
        try {
          agentFor(request.connectTimeoutMs).dispatch(
            { ...parts, method, headers, body, headersTimeout: request.headersTimeoutMs, bodyTimeout: 0 },
            handler,
          );
        } catch (error) {
          // undici throws for what it refuses to send at all, such as a line break in a header.
          handler.fail(new TransportError('unreachable', false, error instanceof Error ? error.message : String(error)));
        }
      });
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

/** By text: parsing as a URL would resolve an encoded `..` away. */
function splitUrl(url: string): { origin: string; path: string } | null {
  const found = /^(https?:\/\/[^/?#]+)([^#]*)/i.exec(url);
  if (!found?.[1]) return null;
  const path = found[2] ?? '';
  return { origin: found[1], path: path.startsWith('/') ? path : `/${path}` };
}
