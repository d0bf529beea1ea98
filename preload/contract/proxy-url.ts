/** A proxy as a URL: `http://name:password@host:port`, or `https:` or `socks5:`. */
export type ProxyUrl = string;

const schemes: readonly string[] = ['http:', 'https:', 'socks5:', 'socks:'];

/** A proxy as a person writes it, with or without `http://`; `null`: it is none. */
export function parseProxy(text: string): ProxyUrl | null {
  // The name is always looked up by the proxy, which is what the h says.
  const trimmed = text.trim().replace(/^socks5h:/i, 'socks5:');
  // Without a scheme a proxy speaks HTTP, whatever the scheme of the address behind it.
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (!url || url.hostname === '' || !schemes.includes(url.protocol) || url.pathname.length > 1 || url.search !== '') return null;
  return url.href.replace(/\/$/, '');
}

/** Whether a text may stand in the settings: a proxy without name and password, which are no matter for a settings file. */
export function isPlainProxy(text: string): boolean {
  const proxy = parseProxy(text);
  const url = proxy === null ? null : URL.parse(proxy);
  return url !== null && url.username === '' && url.password === '';
}
