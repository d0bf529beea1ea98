import type { Api } from '../../main/core/digitalocean/api.ts';
import { createApi } from '../../main/core/digitalocean/client.ts';
import type { Pace } from '../../main/core/digitalocean/pacing/pace.ts';
import { proxyOfEnvironment } from '../../main/core/digitalocean/sending/proxy.ts';
import { createTransport } from '../../main/core/digitalocean/sending/transport.ts';
import type { Clock, Log } from '../../main/core/ports.ts';

export interface NodeApiOptions {
  token: string;
  /** Default and null: DigitalOcean itself. */
  baseUrl?: string | null;
  pace?: Partial<Pace>;
  /** Default: nothing is logged. */
  log?: Log;
}

/** Node's own time and timers. */
export const nodeClock: Clock = {
  now: Date.now,
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Takes lines and keeps none of them. */
export const quiet: Log = { info() {}, warn() {} };

/** The API for a script, with Node's own clock and a connection pool that closes with it. */
export function openNodeApi({ token, baseUrl = null, pace = {}, log = quiet }: NodeApiOptions): Api {
  const transport = createTransport({ proxyFor: (url) => proxyOfEnvironment(process.env, url) });
  const api = createApi({ transport, clock: nodeClock, random: Math.random, token, baseUrl, pace, log });
  return {
    ...api,
    async close() {
      await api.close();
      await transport.close();
    },
  };
}
