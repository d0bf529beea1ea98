/// <reference path="./undici-agent.d.ts" />
import Agent from 'undici/lib/dispatcher/agent.js';
import { maximumInFlight } from '../pacing/pace.ts';
import { type Transport, TransportError } from '../transport-port.ts';
import { ExchangeHandler } from './exchange-handler.ts';

/** Keeps a connection open between two polls a minute apart. undici obeys a server that asks for less. */
const keepAliveMs = 75_000;

/**
 * Part of the connect timeout that one address of a host gets before the next is tried. Node's own 250 ms call off every
 * attempt on a line whose handshakes take a second.
 */
const shareOfAddress = 0.4;

/** Exists in Node only, as this transport does. The core itself has no timers. */
declare const setImmediate: (run: () => void) => unknown;

/**
 * Exchanges over undici: HTTP/1.1, at most ten connections per origin, no redirects followed, nothing decoded. The caller
 * limits time and size; only connecting and waiting for headers are timed here. The owner must close it.
 */
export function createTransport(): Transport {
  // undici sets the connect timeout per agent. In practice all requests share one.
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
      connect: {
        timeout: connectTimeoutMs,
        autoSelectFamily: true,
        autoSelectFamilyAttemptTimeout: Math.round(connectTimeoutMs * shareOfAddress),
        // Said explicitly, because NODE_TLS_REJECT_UNAUTHORIZED=0 in somebody's shell would switch it off for the token too.
        rejectUnauthorized: true,
      },
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
          // No timeout for the body: the client limits the whole answer.
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

/** Splits the text itself, because a URL parser would resolve an encoded `..`. */
function splitUrl(url: string): { origin: string; path: string } | null {
  const found = /^(https?:\/\/[^/?#]+)([^#]*)/i.exec(url);
  if (!found?.[1]) return null;
  const path = found[2] ?? '';
  return { origin: found[1], path: path.startsWith('/') ? path : `/${path}` };
}
