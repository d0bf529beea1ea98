import { session } from 'electron';
import type { ProxyFor } from '../../../preload/contract/proxy-url.ts';
import { proxyOfEnvironment, proxyOfList } from '../../core/digitalocean/sending/proxy.ts';
import type { Clock, Log } from '../../core/ports.ts';

/** How long an answer of the system holds, in milliseconds. A change of networks is noticed within that time. */
const knownForMs = 30_000;

export interface SystemProxyOptions {
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  log: Log;
}

/**
 * The proxy for an address: the one that the environment names, else the one of the system's own settings, a configuration script
 * included. Chromium evaluates those. Call after ready.
 */
export function createSystemProxy({ env, clock, log }: SystemProxyOptions): ProxyFor {
  const known = new Map<string, { proxy: string | null; untilMs: number }>();

  async function ask(origin: string): Promise<string | null> {
    const list = await session.defaultSession.resolveProxy(origin).catch(() => {
      log.warn('The system did not say which proxy to use');
      return '';
    });
    const proxy = proxyOfList(list);
    known.set(origin, { proxy, untilMs: clock.now() + knownForMs });
    return proxy;
  }

  return (url) => {
    const named = proxyOfEnvironment(env, url);
    if (named !== null) return named;
    const origin = URL.parse(url)?.origin ?? url;
    const held = known.get(origin);
    const leftMs = held ? held.untilMs - clock.now() : 0;
    // A clock that was set back must not keep an old answer for ever.
    return held && leftMs > 0 && leftMs <= knownForMs ? held.proxy : ask(origin);
  };
}
