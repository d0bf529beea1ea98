import type { Api } from './digitalocean/api.ts';
import { createApi } from './digitalocean/client.ts';
import type { Ports } from './ports.ts';

/**
 * Opens the API for one token, over a transport of its own, so that one connection never waits for another's requests.
 * `baseUrl` null: where the host says the API is. Closing the API closes its transport too.
 */
export function createOpenApi(ports: Ports): (token: string, baseUrl: string | null) => Api {
  return (token, baseUrl) => {
    const transport = ports.openTransport();
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
