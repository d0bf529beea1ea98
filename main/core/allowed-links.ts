/**
 * Hosts whose pages Buoy opens, compared whole: a look-alike (`digitalocean.com.example`), another subdomain or an address
 * that the API reported (an app's live URL, a droplet) is not among them. Those can be copied instead.
 */
const allowedHosts: ReadonlySet<string> = new Set([
  'cloud.digitalocean.com',
  'docs.digitalocean.com',
  'status.digitalocean.com',
  'www.digitalocean.com',
]);

/** As much as Windows hands on to a browser. */
const longestLink = 2000;

/**
 * Whether a host may hand this address to the person's browser: https on the standard port, one of the allowed hosts, no
 * user name in it. The system opens any scheme it is given, so nothing else keeps a page from opening `file:` or `smb:`.
 */
export function isAllowedLink(text: string): boolean {
  if (text.length > longestLink || hasControlOrSpace(text)) return false;
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.port !== '') return false;
  return url.username === '' && url.password === '' && allowedHosts.has(url.hostname);
}

/** Parsers drop some of these and launchers do not: what is checked must be what is opened. */
function hasControlOrSpace(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x20 || code === 0x7f || character === '\\') return true;
  }
  return false;
}
