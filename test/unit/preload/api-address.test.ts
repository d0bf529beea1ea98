import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildQuery, fillPath, joinUrl, originOf } from '../../../preload/contract/api-address.ts';

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const hostile = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom('/', '.', '%', ':', '?', '#', '\\', ' ', '\n', 'é', '😀', 'a'), minLength: 1 }),
);

describe('fillPath', () => {
  it.each([
    ['a/b', '/v2/x/a%2Fb/y'],
    ['do:droplet:1', '/v2/x/do%3Adroplet%3A1/y'],
    ['100%', '/v2/x/100%25/y'],
    ['..', '/v2/x/%2E%2E/y'],
    ['.', '/v2/x/%2E/y'],
    ['...', '/v2/x/.../y'],
    ['a?b#c', '/v2/x/a%3Fb%23c/y'],
    ['grün 😀', '/v2/x/gr%C3%BCn%20%F0%9F%98%80/y'],
    ['\ud800', '/v2/x/%EF%BF%BD/y'],
  ])('writes %j as one segment', (value, path) => {
    expect(fillPath('/v2/x/{id}/y', { id: value })).toBe(path);
  });

  it('leaves a name without a value in its braces, even if it is a name that objects inherit', () => {
    expect(fillPath('/v2/{id}/{constructor}', { id: 1 })).toBe('/v2/1/{constructor}');
  });

  it('keeps the number of segments, and decodes to the same value, for any value', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const path = fillPath('/v2/a/{one}/b/{other}', { one, other });
        const segments = path.split('/');
        expect(segments).toHaveLength(6);
        expect(decodeURIComponent(segments[3] ?? '')).toBe(one.toWellFormed());
        expect(decodeURIComponent(segments[5] ?? '')).toBe(other.toWellFormed());
        expect(segments).not.toContain('..');
        expect(segments).not.toContain('.');
        expect(path).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });
});

describe('buildQuery', () => {
  it('repeats the key for a list, writes booleans as words and leaves out undefined values', () => {
    const query = { tag: ['a', 'b & c'], private: true, page: 2, name: undefined, none: [] };
    expect(buildQuery(query)).toBe('?tag=a&tag=b%20%26%20c&private=true&page=2');
  });

  it('is empty without values', () => {
    expect(buildQuery({})).toBe('');
    expect(buildQuery({ name: undefined })).toBe('');
  });

  it('gives a server the intended values, for any names and values', () => {
    const values = fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile, { minLength: 1, maxLength: 4 })), { maxKeys: 6 });
    fc.assert(
      fc.property(values, (query) => {
        const read = new URLSearchParams(buildQuery(query));
        for (const [name, value] of Object.entries(query)) {
          expect(read.getAll(name.toWellFormed())).toEqual([value].flat().map((one) => one.toWellFormed()));
        }
      }),
    );
  });
});

describe('joinUrl', () => {
  it.each([
    ['http://127.0.0.1:9/~id=r7,lat=50', 'http://127.0.0.1:9/~id=r7,lat=50/v2/droplets?page=1'],
    ['http://127.0.0.1:9/', 'http://127.0.0.1:9/v2/droplets?page=1'],
    ['https://api.digitalocean.com', 'https://api.digitalocean.com/v2/droplets?page=1'],
  ])('keeps the path of %s', (base, url) => {
    expect(joinUrl(base, '/v2/droplets?page=1')).toBe(url);
  });

  it('resolves no part of the path', () => {
    expect(joinUrl('http://127.0.0.1:9/a', fillPath('/v2/{id}/x', { id: '..' }))).toBe('http://127.0.0.1:9/a/v2/%2E%2E/x');
  });
});

describe('originOf', () => {
  it('reads a URL from its text', () => {
    expect(originOf('HTTPS://API.example.com:443/v2/x?y')).toBe('https://api.example.com:443');
    expect(originOf('/v2/x')).toBe('');
  });
});
