import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest } from './asking.ts';

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest();
});
beforeEach(() => demo.faults.clear());
afterAll(() => demo.close());

describe('credentials', () => {
  it('gives each team a token in the shape of the API', () => {
    expect(demo.tokens.map(({ label }) => label)).toEqual(['Harbour Works', 'Tidepool', 'Personal']);
    for (const { token } of demo.tokens) expect(token).toMatch(/^dop_v1_[0-9a-f]{64}$/);
  });

  it('shows each token its own team', async () => {
    const answers = await Promise.all(demo.tokens.map(({ token }) => demo.get('/v2/account', token)));
    expect(answers.map(({ json }) => json.account.team.name)).toEqual(['Harbour Works', 'Tidepool', 'Personal']);
    const lists = await Promise.all(demo.tokens.map(({ token }) => demo.get('/v2/droplets', token)));
    expect(lists.map(({ json }) => json.meta.total)).toEqual([14, 7, 2]);
  });

  it.each([
    ['none', null],
    ['an unknown one', `dop_v1_${'0'.repeat(64)}`],
  ])("refuses a request with %s with a 401 in the API's form", async (_, token) => {
    const answer = await demo.ask('GET', '/v2/account', { token });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      id: 'Unauthorized',
      message: 'Unable to authenticate you',
      request_id: answer.headers.get('x-request-id'),
    });
  });

  it("refuses with 403 what a token's scopes do not cover", async () => {
    expect((await demo.get('/v2/droplets', demo.limitedToken)).status).toBe(200);
    const refused = await demo.get('/v2/databases', demo.limitedToken);
    expect(refused.status).toBe(403);
    expect(refused.json.message).toBe('You are not authorized to perform this operation');
    expect((await demo.get('/v2/databases', demo.readOnlyToken)).status).toBe(200);
    const changed = await demo.ask('POST', '/v2/tags', { token: demo.readOnlyToken, body: { name: 'x' } });
    expect(changed.status).toBe(403);
  });

  it('refuses a revoked token until it is restored', async () => {
    demo.faults.revoke('Tidepool');
    expect((await demo.get('/v2/account', demo.tokens[1]?.token)).status).toBe(401);
    expect((await demo.get('/v2/account')).status).toBe(200);
    demo.faults.restore('Tidepool');
    expect((await demo.get('/v2/account', demo.tokens[1]?.token)).status).toBe(200);
  });

  it('accepts another token for a team', async () => {
    const other = await demoForTest({ tokens: [{ label: 'mine', token: 'dop_v1_mine', team: 'Personal' }] });
    expect((await other.get('/v2/account', 'dop_v1_mine')).json.account.team.name).toBe('Personal');
    await other.close();
  });

  it('keeps no credential in its record of requests', async () => {
    await demo.get('/v2/account');
    expect(demo.requests().at(-1)).toMatchObject({ operation: 'account_get', credential: 'Harbour Works', status: 200 });
    expect(JSON.stringify(demo.requests())).not.toContain('dop_v1_');
  });
});

describe('requests that make no sense', () => {
  it.each([
    ['GET', '/v2/nothing'],
    ['GET', '/v2/droplets/1/nothing'],
    ['PATCH', '/v2/droplets'],
    ['GET', '/v2//droplets'],
    ['GET', '/'],
  ])('answers 404 to %s %s', async (method, path) => {
    const answer = await demo.ask(method, path);
    expect(answer.status).toBe(404);
    expect(answer.json.id).toBe('not_found');
  });

  it('answers 400 if a path is not encoded correctly', async () => {
    expect((await demo.get('/v2/tags/%E0%A4%A')).status).toBe(400);
  });

  it('decodes each segment of a path by itself', async () => {
    const tag = 'team:shop';
    await demo.ask('POST', '/v2/tags', { body: { name: tag } });
    expect((await demo.get(`/v2/tags/${encodeURIComponent(tag)}`)).json.tag.name).toBe(tag);
    expect((await demo.get('/v2/tags/a%2Fb')).status).toBe(404);
  });

  it.each([
    ['no JSON', 'POST', '/v2/tags', '{"name":', 400],
    ['a missing body', 'POST', '/v2/vpcs', undefined, 400],
    ['a missing property', 'POST', '/v2/vpcs', { region: 'fra1' }, 422],
    ['a property of another type', 'POST', '/v2/vpcs', { name: 7, region: 'fra1' }, 422],
    ['a missing parameter', 'GET', '/v2/monitoring/metrics/droplet/cpu', undefined, 400],
  ])('refuses %s', async (_, method, path, body, status) => {
    const answer = await demo.ask(method, path, { body });
    expect(answer.status).toBe(status);
    expect(answer.json.request_id).toBe(answer.headers.get('x-request-id'));
  });

  it('refuses a body with another media type', async () => {
    const answer = await demo.ask('POST', '/v2/tags', {
      body: 'name=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(415);
  });
});
