import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleFor } from '../../../../main/core/digitalocean/sending/file-address.ts';
import { addressesIn } from '../../../../main/core/logs/addresses.ts';

const rule = (address: string, own: string | null = null) => ruleFor(address, own).rule;

describe('the address of a log', () => {
  it.each([
    'https://proxy-apps-prod-fra1-001.ondigitalocean.app/?token=abc',
    'wss://proxy-apps-prod-fra1-001.ondigitalocean.app/?token=abc',
    'https://logs.fra1.digitaloceanspaces.com/app/build.log?X-Amz-Signature=abc',
  ])('is known: %s', (address) => {
    expect(rule(address)).toBe('known');
  });

  it.each([
    'https://logs.example.com/',
    'wss://logs.example.com/',
    'https://ondigitalocean.app/',
    'https://evilondigitalocean.app/',
    'https://proxy.ondigitalocean.app.example.com/',
    'https://proxy.ondigitalocean.app:8443/',
    'https://203.0.113.7/',
  ])('is asked about by name: %s', (address) => {
    expect(ruleFor(address, null)).toMatchObject({ rule: 'ask', host: new URL(address.replace('wss', 'https')).host });
  });

  it.each([
    'http://proxy.ondigitalocean.app/',
    'ws://proxy.ondigitalocean.app/',
    'ftp://proxy.ondigitalocean.app/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://me:secret@proxy.ondigitalocean.app/',
    'https://127.0.0.1/',
    'https://localhost:4517/',
    'wss://[::1]/',
    'not an address',
    '',
  ])('is refused: %s', (address) => {
    expect(rule(address)).toBe('refused');
  });

  it('is known at the server that stands in for the API, and only at its own port', () => {
    const own = 'http://127.0.0.1:4000/base';
    expect(ruleFor('ws://127.0.0.1:4000/logs?token=a#b', own)).toEqual({
      rule: 'known',
      url: 'http://127.0.0.1:4000/logs?token=a',
      host: '127.0.0.1:4000',
    });
    expect(rule('http://127.0.0.1:4001/logs', own)).toBe('refused');
    expect(rule('http://localhost:4000/logs', own)).toBe('refused');
    expect(rule('http://logs.example.com/', own)).toBe('refused');
  });

  it('is used without TLS for no server on any network, whatever it looks like', () => {
    fc.assert(
      fc.property(fc.constantFrom('http', 'ws'), fc.stringMatching(/^[a-z0-9.-]{1,12}$/), (scheme, host) => {
        expect(rule(`${scheme}://${host}.ondigitalocean.app/?token=abc`)).toBe('refused');
      }),
    );
  });
});

describe('the answer of the API', () => {
  it('may leave out either kind, or give it empty', () => {
    expect(addressesIn({ live_url: 'https://a', historic_urls: null })).toEqual({ live: 'https://a', historic: [] });
    expect(addressesIn({ live_url: '', historic_urls: ['https://b', ''] })).toEqual({ live: null, historic: ['https://b'] });
    expect(addressesIn({})).toEqual({ live: null, historic: [] });
  });

  it.each([null, 'text', [], { live_url: 5 }, { historic_urls: [5] }])('is refused in another form: %j', (body) => {
    expect(addressesIn(body)).toBeNull();
  });
});
