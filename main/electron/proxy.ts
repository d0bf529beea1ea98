import type { Session } from 'electron';

const apiUrl = 'https://api.digitalocean.com';

/**
 * The proxy that the system wants for the API, as a URL; `null`: none. Our requests do not go through Chromium, which would
 * know by itself. SOCKS proxies and HTTPS to the proxy are passed over, since the transport speaks to neither.
 */
export async function systemProxy(session: Session): Promise<string | null> {
  return firstHttpProxy(await session.resolveProxy(apiUrl));
}

/** Reads a list such as `PROXY 10.0.0.1:3128; DIRECT`: the first entry that can be used wins. */
export function firstHttpProxy(list: string): string | null {
  for (const entry of list.split(';').map((text) => text.trim())) {
    if (entry === 'DIRECT') return null;
    const [kind, address] = entry.split(/\s+/);
    if (kind === 'PROXY' && address !== undefined && URL.canParse(`http://${address}`)) return `http://${address}`;
  }
  return null;
}
