import { describe, expect, it } from 'vitest';
import { overlap } from '../../../../../../main/core/jobs/families/network/address-ranges.ts';
import { addressesPattern, ipv4Pattern, ipv6Pattern } from '../../../../../../main/core/jobs/families/network/addresses.ts';
import { othersSentence, portsSentence } from '../../../../../../main/core/jobs/families/network/firewall-rules.ts';
import { recordFields } from '../../../../../../main/core/jobs/families/network/record-fields.ts';
import { hostName, recordOf, relativeName } from '../../../../../../main/core/jobs/families/network/record-names.ts';

const whole = ({ source }: { source: string }) => new RegExp(`^(?:${source})$`, 'u');

describe('ranges of addresses', () => {
  it.each([
    ['10.19.0.0/20', '10.19.15.0/24', true],
    ['10.0.0.0/8', '10.120.0.0/20', true],
    ['10.19.0.0/20', '10.19.16.0/20', false],
    ['192.168.0.0/16', '10.0.0.0/8', false],
    ['10.19.0.0/20', '', false],
  ])('%s and %s share an address: %s', (one, other, isShared) => {
    expect(overlap(one, other)).toBe(isShared);
    expect(overlap(other, one)).toBe(isShared);
  });
});

describe('what is taken for an address', () => {
  it.each(['203.0.113.7', '203.0.113.7 198.51.100.0/24', '203.0.113.7,\n2001:db8::/32'])('is %j', (typed) => {
    expect(whole(addressesPattern).test(typed)).toBe(true);
  });

  it.each(['', '203.0.113', '203.0.113.300', '203.0.113.0/33', '2001:db8::/129', 'office', '203.0.113.7;'])(
    'is not %j',
    (typed) => {
      expect(whole(addressesPattern).test(typed)).toBe(false);
    },
  );

  it('is of one version where only that is asked for', () => {
    expect(whole(ipv4Pattern).test('2001:db8::7')).toBe(false);
    expect(whole(ipv6Pattern).test('203.0.113.7')).toBe(false);
    expect(whole(ipv6Pattern).test('2001:db8::7')).toBe(true);
  });
});

describe('names of records', () => {
  it.each([
    ['', '@'],
    ['example.com', '@'],
    ['www.example.com.', 'www'],
    ['a.b', 'a.b'],
    ['*', '*'],
    ['notexample.com', 'notexample.com'],
  ])('%j is %j in example.com', (typed, name) => expect(relativeName(typed, 'example.com')).toBe(name));

  it.each([
    ['@', '@'],
    ['www', 'www.example.com.'],
    ['mail.example.net', 'mail.example.net.'],
    ['mail.example.net.', 'mail.example.net.'],
  ])('%j leads to %j', (typed, host) => expect(hostName(typed, 'example.com')).toBe(host));
});

describe('rules of a firewall in words', () => {
  it.each([
    [{ protocol: 'tcp', ports: '22' }, 'SSH 22'],
    [{ protocol: 'udp', ports: '443' }, 'UDP 443'],
    [{ protocol: 'tcp', ports: '0' }, 'all TCP ports'],
    [{ protocol: 'udp', ports: '8000-8999' }, 'UDP 8000-8999'],
    [{ protocol: 'icmp', ports: '0' }, 'ping and other ICMP'],
  ])('%o is %j', (rule, words) => expect(portsSentence(rule)).toBe(words));

  it('names droplets that are known, and the number of those that are not', () => {
    const rule = { sources: { droplet_ids: [7], tags: ['ops'] } };
    expect(othersSentence(rule, 'inbound', { droplets: new Map() })).toBe('droplet 7 and tag ops');
    expect(othersSentence({ sources: { addresses: ['::/0'] } }, 'inbound', { droplets: new Map() })).toBe('everyone');
    expect(othersSentence({ sources: {} }, 'inbound', { droplets: new Map() })).toBe('nobody');
  });
});

describe('a record of a team without addresses of its own', () => {
  it('asks for an address at once', () => {
    const fields = recordFields('example.com', {}, { A: [], AAAA: [] });
    expect(fields.map(({ name }) => name)).not.toContain('target');
    expect(fields.find(({ name }) => name === 'address')?.shownIf).toEqual({ field: 'type', values: ['A'] });
    const record = { type: 'A', name: 'www', data: '203.0.113.7', ttl: 60 };
    expect(recordOf('A', { name: 'www', address: '203.0.113.7', ttl: 60 }, 'example.com')).toEqual(record);
  });
});
