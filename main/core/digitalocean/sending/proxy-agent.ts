/// <reference path="./undici-agent.d.ts" />
import connect from 'undici/lib/api/api-connect.js';
import type Agent from 'undici/lib/dispatcher/agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import type { ProxyUrl } from '../../../../preload/contract/proxy-url.ts';

/** undici's agent for one proxy. Always through a tunnel, so that the proxy sees no header of the request. */
export function createProxyAgent(
  proxy: ProxyUrl,
  { connect: connection, ...shared }: ConstructorParameters<typeof Agent>[0],
): Pick<Agent, 'dispatch' | 'destroy'> {
  return new ProxyAgent({
    ...shared,
    uri: proxy,
    proxyTunnel: true,
    connectTimeout: connection.timeout,
    // Given for SOCKS5 too, it would speak TLS to a proxy that knows none.
    ...(proxy.startsWith('https:') ? { proxyTls: connection } : {}),
    requestTls: connection,
    // The whole package gives every pool this method. Loaded by its parts, it has to be given here.
    clientFactory: (origin, options) => Object.assign(new Pool(origin, options), { connect }),
  });
}
