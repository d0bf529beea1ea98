import { describe, expect, it } from 'vitest';
import { isAllowedLink } from '../../../main/core/allowed-links.ts';

describe('links that may be opened', () => {
  it.each([
    'https://cloud.digitalocean.com/droplets/101',
    'https://docs.digitalocean.com/reference/api/#tag/Droplets',
    'https://status.digitalocean.com/',
    'https://www.digitalocean.com/pricing?x=1',
    'https://CLOUD.DigitalOcean.com/',
  ])('allows %s', (url) => expect(isAllowedLink(url)).toBe(true));

  it.each([
    ['another scheme', 'http://cloud.digitalocean.com/'],
    ['a script', 'javascript:alert(1)//https://cloud.digitalocean.com/'],
    ['a file', 'file:///etc/passwd'],
    ['a network share', 'smb://cloud.digitalocean.com/share'],
    ['a look-alike behind', 'https://cloud.digitalocean.com.example.com/'],
    ['a look-alike before', 'https://evilcloud.digitalocean.com/'],
    ['another subdomain', 'https://nyc3.digitaloceanspaces.com/'],
    ['the bare domain', 'https://digitalocean.com/'],
    ['a trailing dot', 'https://cloud.digitalocean.com./'],
    ['a user name that looks like the host', 'https://cloud.digitalocean.com@example.com/'],
    ['a user name', 'https://someone@cloud.digitalocean.com/'],
    ['a password', 'https://:secret@cloud.digitalocean.com/'],
    ['another port', 'https://cloud.digitalocean.com:8443/'],
    ["an app's own address", 'https://sample-app.ondigitalocean.app/'],
    ['an address', 'https://203.0.113.7/'],
    ['a line break, which parsers drop', 'https://cloud.digitalocean.com/\nhttps://example.com'],
    ['a tab', 'https://cloud.digitalocean.com/\tx'],
    ['a space', ' https://cloud.digitalocean.com/'],
    ['a backslash, which parsers turn', 'https://example.com\\@cloud.digitalocean.com/'],
    ['look-alike letters', 'https://clоud.digitalocean.com/'],
    ['no address', 'cloud.digitalocean.com'],
    ['nothing', ''],
    ['more than a browser takes', `https://cloud.digitalocean.com/${'x'.repeat(2000)}`],
  ])('refuses %s', (_what, url) => expect(isAllowedLink(url)).toBe(false));
});
