import type { Api } from './digitalocean/api.ts';
import { createApi } from './digitalocean/client.ts';
import type { Ports } from './ports.ts';

/** Opens the API with one token over a transport of its own. Closing it ends both. */
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
