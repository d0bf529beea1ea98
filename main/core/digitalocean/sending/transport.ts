import { type Transport, TransportError, type WireAnswer, type WireRequest } from '../transport-port.ts';
import { ExchangeHandler } from './exchange-handler.ts';
import { createRoutes, type Route, type RouteOptions } from './routes.ts';

/** Exists in Node only, as this transport does. The core itself has no timers. */
declare const setImmediate: (run: () => void) => unknown;

/**
 * Exchanges over undici: HTTP/1.1, at most ten connections per origin, no redirects followed, nothing decoded. The caller
 * limits time and size; only connecting and waiting for headers are timed here. The owner must close it.
 */
export function createTransport(options: RouteOptions = {}): Transport {
  const routes = createRoutes(options);
  let isClosed = false;

  return {
    exchange(request) {
      const parts = splitUrl(request.url);
      if (!parts || isClosed || request.signal.aborted) {
        const reason = parts ? 'aborted' : 'unreachable';
        return Promise.reject(new TransportError(reason, false, parts ? 'Closed' : 'Not an absolute HTTP URL'));
      }
      const route = routes.to(request.url, request.connectTimeoutMs);
      return route instanceof Promise ? route.then((found) => run(found, parts, request)) : run(route, parts, request);
    },
    async close() {
      isClosed = true;
      await routes.close();
    },
    nextTurn(run) {
      setImmediate(run);
    },
  };
}

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
