import { isLoopback } from './proxy.ts';

/** Where DigitalOcean keeps logs (seen for live ones in 2026) and files. */
const hosts = ['.ondigitalocean.app', '.digitaloceanspaces.com'];

/**
 * What an address that the API names may be used for. `own`: it belongs to the server that stands in for the API; it alone may do
 * without TLS. `ask`: somebody else's host, by name. `refused`: Buoy opens no such address.
 */
export type AddressRule = { rule: 'known' | 'ask'; url: string; host: string } | { rule: 'refused' };

/** @param ownServer where requests go instead of to DigitalOcean; `null`: they go there */
export function ruleFor(address: string, ownServer: string | null): AddressRule {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return { rule: 'refused' };
  // The two kinds of schemes mean the same server; the socket is asked for with those of HTTP.
  url.protocol = url.protocol.replace(/^ws/, 'http');
  url.hash = '';
  const own = ownServer === null ? null : URL.parse(ownServer);
  if (own && url.origin === own.origin) return { rule: 'known', url: url.href, host: url.host };
  if (url.protocol !== 'https:' || isLoopback(url.href)) return { rule: 'refused' };
  const isTheirs = url.port === '' && hosts.some((end) => url.hostname.endsWith(end));
  return { rule: isTheirs ? 'known' : 'ask', url: url.href, host: url.host };
}
