import { describe, expect, it } from 'vitest';
import { isLoopback, proxyName, proxyOfEnvironment, proxyOfList } from '../../../../../main/core/digitalocean/sending/proxy.ts';
import { isPlainProxy, parseProxy } from '../../../../../preload/contract/proxy-url.ts';

const api = 'https://api.digitalocean.com/v2/droplets';

describe('a proxy of the environment', () => {
  it.each<[string, Record<string, string>, string | null]>([
    ['nothing', {}, null],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://proxy.example.com:3128' }, 'http://proxy.example.com:3128'],
    ['lower case before upper case', { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, 'http://a:1'],
    ['a name without scheme, as HTTP', { HTTPS_PROXY: 'proxy.example.com:3128' }, 'http://proxy.example.com:3128'],
    ['a name and password', { HTTPS_PROXY: 'http://me:p%40ss@proxy:3128' }, 'http://me:p%40ss@proxy:3128'],
    ['a password with signs that nobody escaped', { HTTPS_PROXY: 'http://me:p@ss@proxy:3128' }, 'http://me:p@ss@proxy:3128'],
    ['ALL_PROXY', { ALL_PROXY: 'socks5h://proxy:1080' }, 'socks5://proxy:1080'],
    ['HTTPS_PROXY before ALL_PROXY', { HTTPS_PROXY: 'http://a:1', ALL_PROXY: 'http://b:2' }, 'http://a:1'],
    ['HTTP_PROXY, which is for other addresses', { HTTP_PROXY: 'http://a:1' }, null],
    ['an empty one', { HTTPS_PROXY: '' }, null],
    ['nonsense', { HTTPS_PROXY: 'ftp://proxy' }, null],
  ])('is read from %s', (_case, environment, expected) => {
    expect(proxyOfEnvironment(environment, api)).toBe(expected);
  });

  it.each([
    ['api.digitalocean.com', true],
    ['digitalocean.com', true],
    ['.digitalocean.com', true],
    ['*.digitalocean.com', true],
    ['*', true],
    ['localhost, api.digitalocean.com:443', true],
    ['API.DigitalOcean.com', true],
    ['api.digitalocean.com:8443', false],
    ['ocean.com', false],
    ['example.com', false],
    ['', false],
    [':443', false],
  ])('is not used where NO_PROXY is %j: %s', (NO_PROXY, isDirect) => {
    expect(proxyOfEnvironment({ HTTPS_PROXY: 'http://a:1', NO_PROXY }, api)).toBe(isDirect ? null : 'http://a:1');
  });

  it.each(['2001:db8::1', '[2001:db8::1]', '[2001:db8::1]:8080'])('knows IPv6 addresses in NO_PROXY as %s', (NO_PROXY) => {
    expect(proxyOfEnvironment({ HTTP_PROXY: 'http://a:1', NO_PROXY }, 'http://[2001:db8::1]:8080/x')).toBeNull();
    expect(proxyOfEnvironment({ HTTP_PROXY: 'http://a:1', NO_PROXY }, 'http://[2001:db8::2]:8080/x')).toBe('http://a:1');
  });
});

describe('a proxy of the system', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example.com:3128', 'http://proxy.example.com:3128'],
    ['PROXY a:1; PROXY b:2; DIRECT', 'http://a:1'],
    ['HTTPS secure:443', 'https://secure:443'],
    ['SOCKS5 s:1080;DIRECT', 'socks5://s:1080'],
    ['SOCKS4 s:1080', null],
    ['QUIC q:443', null],
    ['', null],
  ])('is read from %j', (list, expected) => {
    expect(proxyOfList(list)).toBe(expected);
  });
});

describe('the text of a proxy', () => {
  it.each([' proxy:3128 ', 'http://proxy:3128/'])('%j is one', (text) => expect(parseProxy(text)).toBe('http://proxy:3128'));
  it.each(['', 'http://', 'file:///etc/hosts', 'http://proxy:3128/path', 'http://a b', 'http://proxy:99999'])(
    '%j is none',
    (text) => expect(parseProxy(text)).toBeNull(),
  );
  it('is plain without a name and a password', () => {
    expect(['proxy:3128', 'socks5://s:1080', 'http://me@proxy:1', 'http://me:x@proxy:1', ''].map(isPlainProxy)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
  it('never shows its password', () => expect(proxyName('http://me:secret@proxy:3128')).toBe('proxy:3128'));
});

describe('this machine', () => {
  it.each(['http://127.0.0.1:4820/x', 'http://localhost', 'https://[::1]:1/', 'http://demo.localhost:2/'])('is %s', (url) =>
    expect(isLoopback(url)).toBe(true),
  );
  it.each(['https://api.digitalocean.com/127.0.0.1', 'http://127.0.0.1.example.com/', 'http://localhost.example.com'])(
    'is not %s',
    (url) => expect(isLoopback(url)).toBe(false),
  );
});
