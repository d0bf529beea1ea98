import { afterEach, describe, expect, it } from 'vitest';
import { openNodeApi } from '../../scripts/client/node-api.ts';
import { account, fault, type Handler, json, startFaultServer } from './fault-server.ts';

/** What stands between Buoy and the API, or what the API writes of itself that is not so, over real sockets. */

const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function open(handler: Handler) {
  const server = await startFaultServer(handler);
  const api = openNodeApi({ token, baseUrl: server.baseUrl });
  ends.push(() => api.close(), server.close);
  return { api, server };
}

describe('an answer of something in between', () => {
  const page = '<html><title>Attention required</title></html>';

  it.each([200, 401, 403, 404, 407])('is not taken for one of the API: %i with a page', async (status) => {
    const { api } = await open((_request, response) =>
      response.writeHead(status, { 'content-type': 'text/html', server: 'cloudflare' }).end(page),
    );
    const answer = await api.call('account_get', {}, { deadlineMs: 2000 });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'intercepted', status } });
  });

  it('is told from a refusal of the API itself', async () => {
    const { api } = await open((_request, response) => json(response, 403, fault('forbidden')));
    expect(await api.call('account_get')).toMatchObject({ ok: false, failure: { kind: 'forbidden', scopes: ['account:read'] } });
  });
});

describe('a link to the next page', () => {
  const first = { invoices: [], billing_history: [{ description: 'one' }] };
  const second = { billing_history: [{ description: 'two' }] };
  /** A history of two pages whose first links to `next`. */
  const listing =
    (next: (base: string) => string): Handler =>
    (request, response) => {
      const base = `http://${request.headers.host}/base`;
      if (request.index > 0) return json(response, 200, { ...second, meta: { total: 2 } });
      json(response, 200, { ...first, links: { pages: { next: next(base) } }, meta: { total: 2 } });
    };

  it.each<[string, (base: string) => string]>([
    ['another scheme', (base) => `${base.replace('http:', 'https:')}/v2/customers/my/billing_history?page=2&per_page=200`],
    ['a slash before the query', (base) => `${base}/v2/customers/my/billing_history/?page=2&per_page=200`],
    ['a host in capitals', (base) => `${base}/v2/customers/my/billing_history?page=2&per_page=200`.replace('http', 'HTTP')],
  ])('is followed in another spelling: %s', async (_spelling, next) => {
    const { api } = await open(listing(next));
    const answer = await api.listAll('billingHistory_list');
    expect(answer).toMatchObject({ ok: true, value: { items: [{ description: 'one' }, { description: 'two' }] } });
  });

  it('to another server never brings it the token', async () => {
    const other = await startFaultServer((_request, response) => json(response, 200, account));
    ends.push(other.close);
    const { api } = await open(listing(() => `${other.baseUrl}/v2/customers/my/billing_history?page=2`));
    await api.listAll('billingHistory_list');
    expect(other.requests).toEqual([]);
  });
});
