import { afterEach, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest, noon } from './asking.ts';

let demo: AskedDemo;
afterEach(() => demo.close());

const many = (count: number, path = '/v2/account') => Promise.all(Array.from({ length: count }, () => demo.get(path)));
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);

describe('rate limits', () => {
  it('says in every answer what is left of the hour and when the oldest request leaves it', async () => {
    demo = await demoForTest({ limits: {} });
    expect((await demo.get('/v2/account')).headers.get('ratelimit-remaining')).toBe('4999');
    demo.advance(10_000);
    const missing = await demo.get('/v2/nothing');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('ratelimit-limit')).toBe('5000');
    expect(missing.headers.get('ratelimit-remaining')).toBe('4998');
    expect(missing.headers.get('ratelimit-reset')).toBe(String((noon + 3_600_000) / 1000));
  });

  it('refuses the 251st request of a rolling minute, and says after how many seconds to come back', async () => {
    demo = await demoForTest({ limits: {} });
    expect(new Set(statuses(await many(125)))).toEqual(new Set([200]));
    demo.advance(20_000);
    expect(new Set(statuses(await many(125)))).toEqual(new Set([200]));
    const refused = await demo.get('/v2/account');
    expect(refused.status).toBe(429);
    expect(refused.json.id).toBe('too_many_requests');
    expect(refused.headers.get('retry-after')).toBe('40');
    demo.advance(40_000);
    const answers = statuses(await many(126));
    expect(answers.filter((status) => status === 200)).toHaveLength(125);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
  });

  it('does not count a refused request', async () => {
    demo = await demoForTest({ limits: { minute: 2, minuteWindowMs: 1_000 } });
    await many(8);
    expect((await demo.get('/v2/account')).headers.get('ratelimit-remaining')).toBe('4998');
  });

  it('refuses without retry-after when the hour is spent', async () => {
    demo = await demoForTest({ limits: { minute: 1_000, hour: 3, hourWindowMs: 60_000 } });
    await many(3);
    const refused = await demo.get('/v2/account');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(refused.headers.get('ratelimit-reset')).toBe(String((noon + 60_000) / 1000));
    demo.advance(60_000);
    expect((await demo.get('/v2/account')).status).toBe(200);
  });

  it('counts each token separately', async () => {
    demo = await demoForTest({ limits: { minute: 1 } });
    expect(statuses(await many(2)).sort()).toEqual([200, 429]);
    expect((await demo.get('/v2/account', demo.tokens[1]?.token)).status).toBe(200);
  });

  it('counts requests that others make with the token', async () => {
    demo = await demoForTest({ limits: {} });
    demo.elsewhere.spendRequests('Harbour Works', 4_000);
    expect((await demo.get('/v2/account')).headers.get('ratelimit-remaining')).toBe('999');
  });

  it('allows ten listings of SSH keys in a minute', async () => {
    demo = await demoForTest();
    const answers = await many(11, '/v2/account/keys');
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(1);
    expect((await demo.get('/v2/account')).status).toBe(200);
    demo.advance(60_000);
    expect((await demo.get('/v2/account/keys')).status).toBe(200);
  });

  it('counts all requests about CDN endpoints together, and allows five in ten seconds', async () => {
    demo = await demoForTest();
    const id = demo.rows('/v2/cdn/endpoints')[0]?.id;
    await many(3, '/v2/cdn/endpoints');
    await many(2, `/v2/cdn/endpoints/${id}`);
    const refused = await demo.get('/v2/cdn/endpoints');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    demo.advance(10_000);
    expect((await demo.get('/v2/cdn/endpoints')).status).toBe(200);
  });

  it('allows fifty files to be purged in twenty seconds', async () => {
    demo = await demoForTest();
    const path = `/v2/cdn/endpoints/${demo.rows('/v2/cdn/endpoints')[0]?.id}/cache`;
    const files = Array.from({ length: 40 }, (_, index) => `images/${index}.png`);
    expect((await demo.ask('DELETE', path, { body: { files } })).status).toBe(204);
    expect((await demo.ask('DELETE', path, { body: { files } })).status).toBe(429);
    demo.advance(20_000);
    expect((await demo.ask('DELETE', path, { body: { files } })).status).toBe(204);
  });
});
