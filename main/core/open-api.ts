import { type ProxyFor, parseProxy } from '../../preload/contract/proxy-url.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { Api } from './digitalocean/api.ts';
import { createApi } from './digitalocean/client.ts';
import type { Ports } from './ports.ts';

/**
 * Opens the API for one token, over a transport of its own, so that one connection never waits for another's requests.
 * `baseUrl` null: where the host says the API is. Closing the API closes its transport too. The settings are read before each
 * request, so a proxy that was changed is used at once.
 */
export function createOpenApi(ports: Ports, settings: () => Settings): (token: string, baseUrl: string | null) => Api {
  const proxyFor = chosenProxy(ports.systemProxy, settings);
  return (token, baseUrl) => {
    const transport = ports.openTransport(proxyFor);
    const { clock, random, log } = ports;
    const api = createApi({ transport, clock, random, log, token, baseUrl: baseUrl ?? ports.baseUrl });
    return {
      ...api,
      async close() {
        await api.close();
        await transport.close();
      },
    };
  };
}

/** The proxy that the person chose. */
export function chosenProxy(systemProxy: ProxyFor, settings: () => Pick<Settings, 'proxy'>): ProxyFor {
  return (url) => {
    const { mode, url: own } = settings().proxy;
    switch (mode) {
      case 'none':
        return null;
      case 'own':
        return own === '' ? null : parseProxy(own);
      case 'system':
        return systemProxy(url);
    }
  };
}
