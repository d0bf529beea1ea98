import { afterEach, describe, expect, it } from 'vitest';
import { listDroplets } from '../../main/core/digitalocean/resources/droplets.ts';
import { poll } from '../../main/core/pollers/poll.ts';
import { openNodeApi } from '../../scripts/client/node-api.ts';
import { setUp } from '../doubles/core/one-poll.ts';
import { fetched } from '../doubles/core/states.ts';
import { anAction } from '../doubles/invented/facts.ts';
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

const page = '<html><title>Attention required</title></html>';

describe('an answer of something in between', () => {
  it.each([200, 401, 403, 404, 407])('is not taken for one of the API: %i with a page', async (status) => {
    const { api } = await open((_request, response) =>
      response.writeHead(status, { 'content-type': 'text/html', server: 'cloudflare' }).end(page),
    );
    const answer = await api.call('account_get', {}, { deadlineMs: 2000 });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'intercepted', status } });
  });

  it.each([
    [200, 'text/plain'],
    [200, 'application/octet-stream'],
    [511, 'text/html'],
  ])('is not taken for one of the API: %i as %s', async (status, type) => {
    const { api } = await open((_request, response) => response.writeHead(status, { 'content-type': type }).end(page));
    const answer = await api.call('account_get', {}, { deadlineMs: 2000 });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'intercepted', status } });
    expect(await listDroplets(api, { deadlineMs: 2000 })).toMatchObject({ ok: false, failure: { kind: 'intercepted' } });
  });

  it.each([{ error: 'blocked' }, { message: 'Forbidden' }, { code: 7 }])('is not taken for one of the API: %j', async (body) => {
    for (const status of [401, 403, 404]) {
      const { api } = await open((_request, response) => json(response, status, body));
      const answer = await api.call('account_get', {}, { deadlineMs: 2000 });
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'intercepted', status } });
    }
  });

  it.each([{}, { login: 'https://portal.example.com' }, { links: {}, meta: {} }])(
    'of JSON without droplets does not mean that all are gone: %j',
    async (body) => {
      const { api } = await open((_request, response) => json(response, 200, body));
      expect(await listDroplets(api)).toMatchObject({ ok: false, failure: { kind: 'bad-answer' } });
    },
  );

  it('with an error of a server says that something on the way answered', async () => {
    const { api, server } = await open((_request, response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end(page),
    );
    const answer = await api.call('tags_list', {}, { deadlineMs: 1000 });
    expect(answer).toMatchObject({ failure: { kind: 'intercepted', message: expect.stringMatching(/something on the way/) } });
    expect(server.requests).not.toEqual([]);
    const own = await open((_request, response) => json(response, 502, fault('server_error')));
    const said = await own.api.call('tags_list', {}, { deadlineMs: 1000 });
    expect(said).toMatchObject({
      failure: { kind: 'server-error', message: expect.stringMatching(/^DigitalOcean failed to answer/) },
    });
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

describe('an action that no longer exists', () => {
  it.each([404, 410])('is over with an unknown result once its own read answers %i', async (status) => {
    const { api, server } = await open((request, response) => {
      if (request.url?.includes('/actions/')) return json(response, status, fault('not_found'));
      json(response, 200, { actions: [], links: {}, meta: { total: 0 } });
    });
    const { target, connection } = setUp({}, fetched('actions', [anAction({ id: 7, resourceId: 99 })]));
    const signal = new AbortController().signal;
    await poll({ ...target, api }, 'actions', signal);
    expect(connection().actions.get('c1:7')?.status).toBe('unknown');
    await poll({ ...target, api }, 'actions', signal);
    expect(server.requests.filter((request) => request.includes('/actions/7'))).toHaveLength(1);
  });

  it('goes on while only something in between says that it is gone', async () => {
    const { api } = await open((request, response) => {
      if (request.url?.includes('/actions/')) return void response.writeHead(404, { 'content-type': 'text/html' }).end(page);
      json(response, 200, { actions: [], links: {}, meta: { total: 0 } });
    });
    const { target, connection } = setUp({}, fetched('actions', [anAction({ id: 7, resourceId: 99 })]));
    await poll({ ...target, api }, 'actions', new AbortController().signal);
    expect(connection().actions.get('c1:7')?.status).toBe('in-progress');
  });
});
