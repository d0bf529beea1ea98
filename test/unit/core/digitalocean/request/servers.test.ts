import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ServerKind } from '../../../../../main/core/digitalocean/catalogue/types.ts';
import { destinationOf } from '../../../../../main/core/digitalocean/request/servers.ts';
import { Token } from '../../../../../main/core/digitalocean/request/token.ts';
import { inventedToken } from '../open-client.ts';

const token = new Token(inventedToken);
const to = (server: ServerKind, baseUrl: string | null, options: { otherBaseUrl?: string; otherCredential?: string } = {}) =>
  destinationOf(server, '/v2/x?y=1', { token, baseUrl, options });

describe('destinationOf', () => {
  it('sends the account token only to the API', () => {
    expect(to('api', null)).toEqual({ url: 'https://api.digitalocean.com/v2/x?y=1', authorization: `Bearer ${inventedToken}` });
    expect(to('inference', null)).toEqual({ url: 'https://inference.do-ai.run/v2/x?y=1', authorization: null });
    expect(to('agent', null, { otherBaseUrl: 'https://a.example.com' })).toEqual({
      url: 'https://a.example.com/v2/x?y=1',
      authorization: null,
    });
    expect(to('presigned', null, { otherBaseUrl: 'https://files.example.com/up?sig=1' })).toEqual({
      url: 'https://files.example.com/up?sig=1',
      authorization: null,
    });
  });

  it('gives inference and agents the key that is meant for them, and a presigned URL none', () => {
    const otherCredential = 'sk-invented';
    expect(to('inference', null, { otherCredential })).toMatchObject({ authorization: 'Bearer sk-invented' });
    expect(to('agent', null, { otherCredential, otherBaseUrl: 'https://a.example.com/' })).toMatchObject({
      authorization: 'Bearer sk-invented',
    });
    expect(to('presigned', null, { otherCredential, otherBaseUrl: 'https://f.example.com/u' })).toMatchObject({
      authorization: null,
    });
  });

  it('replaces every server by a base URL', () => {
    const base = 'http://127.0.0.1:4820/demo';
    for (const server of ['api', 'inference', 'agent'] as const)
      expect(to(server, base)).toMatchObject({ url: `${base}/v2/x?y=1` });
    expect(to('presigned', base, { otherBaseUrl: 'https://files.example.com/up?sig=1' })).toMatchObject({
      url: `${base}/up?sig=1`,
    });
    expect(to('presigned', base, { otherBaseUrl: 'http://127.0.0.1:4820/up?sig=1' })).toMatchObject({
      url: 'http://127.0.0.1:4820/up?sig=1',
    });
  });

  it('never sends the account token to a server that the caller chose', () => {
    expect(to('api', null, { otherBaseUrl: 'https://evil.example.com' })).toBe('takes-no-other-base-url');
    expect(to('inference', null, { otherBaseUrl: 'https://evil.example.com' })).toBe('takes-no-other-base-url');
  });

  it.each(['http://agent.example.com', 'ftp://a.example.com', 'https://user:pass@a.example.com', 'nonsense', '/v2'])(
    'refuses %s as another server',
    (otherBaseUrl) => {
      expect(to('agent', null, { otherBaseUrl })).toBe('bad-other-base-url');
    },
  );

  it('asks for the server of an agent if none is given', () => {
    expect(to('agent', null)).toBe('needs-other-base-url');
    expect(to('presigned', null)).toBe('needs-other-base-url');
  });
});

describe('Token', () => {
  it('has no readable form', () => {
    const forms = [
      String(token),
      `${token}`,
      JSON.stringify({ token }),
      inspect(token),
      inspect({ deep: [token] }),
      Object.values(token).join(),
    ];
    for (const form of forms) expect(form).not.toContain(inventedToken);
    expect(JSON.stringify({ token })).toBe('{"token":"[token]"}');
    expect(inspect(token)).toBe('[token]');
  });

  it('removes itself from what a server repeats', () => {
    expect(token.scrubber.scrub(`bad token ${inventedToken}!`)).toBe('bad token [token]!');
    expect(new Token('  ').scrubber.scrub('unchanged')).toBe('unchanged');
  });
});
