import { z } from 'zod';
import { isLoopback } from '../digitalocean/sending/proxy.ts';

/** Where a log is, as the API says. An address carries a token, so it is neither logged nor kept. */
export interface LogAddresses {
  live: string | null;
  /** Newest first. */
  historic: string[];
}

const answerSchema = z.object({
  live_url: z.string().nullish(),
  historic_urls: z.array(z.string()).nullish(),
});

/** Reads the answer of one of the operations for logs; `null`: it has another form. */
export function addressesIn(body: unknown): LogAddresses | null {
  const read = answerSchema.safeParse(body);
  if (!read.success) return null;
  const { live_url: live, historic_urls: historic } = read.data;
  return { live: live || null, historic: (historic ?? []).filter((one) => one !== '') };
}

/** Hosts that keep logs: seen for live ones in 2026, and where DigitalOcean keeps files. */
const hosts = ['.ondigitalocean.app', '.digitaloceanspaces.com'];

/**
 * What an address may be used for. `own`: it belongs to the server that stands in for the API; it alone may do without TLS.
 * `ask`: somebody else's host, by name. `refused`: it is no address for a log.
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
