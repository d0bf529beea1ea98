/**
 * Hosts whose pages Buoy opens. The whole host name must match, so Buoy refuses a look-alike (`digitalocean.com.example`),
 * any other subdomain, and addresses that the API reported (an app's live URL, a droplet). People can copy those instead.
 */
const allowedHosts: ReadonlySet<string> = new Set([
  'cloud.digitalocean.com',
  'docs.digitalocean.com',
  'status.digitalocean.com',
  'www.digitalocean.com',
]);

/** In characters. Windows passes at most 2,081 to a browser (Electron's documentation of `shell.openExternal`). */
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

/** URL parsers drop some of these characters and launchers keep them. Without them, the checked address is the opened one. */
function hasControlOrSpace(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x20 || code === 0x7f || character === '\\') return true;
  }
  return false;
}
