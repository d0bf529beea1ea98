/** A proxy as a URL: `http://name:password@host:port`, or `https:` or `socks5:`. */
export type ProxyUrl = string;

/** The proxy for an address; `null`: none. */
export type ProxyFor = (url: string) => ProxyUrl | null | Promise<ProxyUrl | null>;

const shape = /^(?:(https?|socks5):\/\/)?([^\s/?#]+@)?([^\s/?#@:[\]]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/i;

/**
 * A proxy as a person writes it; `null`: it is none. Without a scheme a proxy speaks HTTP, whatever the scheme of the address
 * behind it. The name of that address is always looked up by the proxy, which is what the h of `socks5h` says.
 */
export function parseProxy(text: string): ProxyUrl | null {
  const found = shape.exec(text.trim().replace(/^socks(?:5h)?:/i, 'socks5:'));
  if (!found) return null;
  const [, scheme = 'http', credentials = '', host = '', port] = found;
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return null;
  return `${scheme.toLowerCase()}://${credentials}${host}${port === undefined ? '' : `:${port}`}`;
}

/** Whether a text may stand in the settings: a proxy without name and password, which are no matter for a settings file. */
export function isPlainProxy(text: string): boolean {
  const proxy = parseProxy(text);
  return proxy !== null && !proxy.includes('@');
}
