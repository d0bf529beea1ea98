import { type ProxyUrl, parseProxy } from '../../../../preload/contract/proxy-url.ts';

/** Host and port of a proxy, for sentences: never its password. */
export const proxyName = (proxy: ProxyUrl): string => URL.parse(proxy)?.host ?? '';

/** This machine is never reached through a proxy: the demo account answers there. */
export const isLoopback = (url: string): boolean =>
  /^https?:\/\/(?:[^/?#@]*@)?(?:localhost|[^/?#:]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/?#]|$)/i.test(url);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address: `HTTPS_PROXY` or `HTTP_PROXY` by its scheme, else `ALL_PROXY`, unless
 * `NO_PROXY` names the host. Lower case wins, as it does for curl. https://curl.se/docs/manpage.html#ENVIRONMENT
 */
export function proxyOfEnvironment(environment: Environment, url: string): ProxyUrl | null {
  const target = URL.parse(url);
  if (!target) return null;
  const named = (name: string) => environment[name.toLowerCase()] || environment[name] || '';
  if (isExcepted(target, named('NO_PROXY'))) return null;
  const value = named(target.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || named('ALL_PROXY');
  return value === '' ? null : parseProxy(value);
}

/** `NO_PROXY`: names, which also stand for what ends in them, `*` for all, each perhaps with a port. */
function isExcepted({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const at = port || (protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => {
    const [, name = '', onlyPort] = /^(\[[^\]]+\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (name === '' || (onlyPort !== undefined && onlyPort !== at)) return false;
    const bare = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
    return bare === '*' || host === bare || host.endsWith(`.${bare}`);
  });
}

/**
 * The first proxy of a list as browsers write it: `PROXY host:port; SOCKS5 host:port; DIRECT`. `null`: none, or one of a kind
 * that cannot be used.
 */
export function proxyOfList(list: string): ProxyUrl | null {
  const [kind = '', host = ''] = list.split(';', 1)[0]?.trim().split(/\s+/) ?? [];
  const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https', SOCKS5: 'socks5', SOCKS: 'socks5' }[kind.toUpperCase()];
  return scheme === undefined || host === '' ? null : parseProxy(`${scheme}://${host}`);
}
