import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Api } from '../../main/core/digitalocean/api.ts';
import type { Pace } from '../../main/core/digitalocean/pacing/pace.ts';
import { openNodeApi } from '../../scripts/client/node-api.ts';
import { account, type FaultServer, fault, type Handler, json, startFaultServer } from './fault-server.ts';

/** The client over real sockets: every way in which an answer can go wrong, and how the call then ends. */

const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function open(handler: Handler, pace: Partial<Pace> = {}): Promise<{ api: Api; server: FaultServer }> {
  const server = await startFaultServer(handler);
  const api = openNodeApi({ token, baseUrl: server.baseUrl, pace });
  ends.push(() => api.close(), server.close);
  return { api, server };
}

const reboot = { path: { droplet_id: 7 }, body: { type: 'reboot' } };
const cutAfter =
  (text: string): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write(text);
    setTimeout(() => response.destroy(), 20);
  };

/** Writes as fast as the other side reads, and no faster. */
function writeMegabytes(response: ServerResponse, megabytes: number): void {
  const piece = Buffer.alloc(1024 * 1024, 120);
  let left = megabytes;
  function more(): void {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(piece)) return void response.once('drain', more);
    }
    response.end();
  }
  more();
}

describe('a read', () => {
  const once: [string, Handler][] = [
    ['500', (_request, response) => json(response, 500, fault('server_error'))],
    ['503', (_request, response) => json(response, 503, fault('unavailable'))],
    ['a connection reset without a byte', (request) => void request.socket.destroy()],
    ['a cut body', cutAfter('{"account":{"em')],
    [
      'malformed JSON',
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"account":{"em'),
    ],
  ];

  it.each(once)('is repeated after %s', async (_name, broken) => {
    const { api, server } = await open((request, response) =>
      request.index === 0 ? broken(request, response) : json(response, 200, account),
    );
    expect(await api.call('account_get')).toMatchObject({ ok: true, value: { body: account, attempts: 2 } });
    expect(server.requests).toEqual(['GET /base/v2/account', 'GET /base/v2/account']);
  });

  it('waits for retry-after when others spent the budget, and later calls wait with it', async () => {
    const { api, server } = await open((request, response) =>
      request.index === 0
        ? json(response, 429, fault('too_many_requests'), { 'retry-after': '1' })
        : json(response, 200, account),
    );
    const startMs = performance.now();
    const first = api.call('account_get');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(api.budget().throttled?.untilMs).toBeGreaterThan(Date.now());
    const outcomes = await Promise.all([first, api.call('account_get'), api.call('account_get')]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(1000);
    expect(server.requests).toHaveLength(4);
  });

  it('fails with bad-answer if the JSON stays malformed', async () => {
    const { api, server } = await open(
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"acc'),
    );
    expect(await api.call('account_get')).toMatchObject({ ok: false, failure: { kind: 'bad-answer', status: 200, attempts: 4 } });
    expect(server.requests).toHaveLength(4);
  });

  it.each([
    ['announced', true, 20],
    ['not announced', false, 60],
  ])('of 100 MB is refused without reading it all: size %s', async (_name, isAnnounced, maximumMb) => {
    const megabyte = 1024 * 1024;
    const { api, server } = await open((_request, response) => {
      const length = isAnnounced ? { 'content-length': String(100 * megabyte) } : {};
      response.writeHead(200, { 'content-type': 'application/json', ...length });
      writeMegabytes(response, 100);
    });
    expect(await api.call('account_get')).toMatchObject({ ok: false, failure: { kind: 'too-large', attempts: 1 } });
    expect(server.bytesOut()).toBeLessThan(maximumMb * megabyte);
  });

  it('that never gets headers ends at its own deadline', async () => {
    const { api } = await open(() => {});
    const startMs = performance.now();
    expect(await api.call('account_get', {}, { deadlineMs: 400 })).toMatchObject({
      ok: false,
      failure: { kind: 'timeout', attempts: 1 },
    });
    expect(performance.now() - startMs).toBeLessThan(2000);
  });

  it('whose body trickles for ever ends at its own deadline and closes the connection', async () => {
    let isClosed = false;
    const { api } = await open((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.once('close', () => {
        clearInterval(timer);
        isClosed = true;
      });
    });
    expect(await api.call('account_get', {}, { deadlineMs: 400 })).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    await expect.poll(() => isClosed).toBe(true);
  });

  it('that the caller aborts closes the connection', async () => {
    let isClosed = false;
    const { api } = await open(
      (request) =>
        void request.socket.once('close', () => {
          isClosed = true;
        }),
    );
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    expect(await api.call('account_get', {}, { signal: abort.signal })).toMatchObject({
      ok: false,
      failure: { kind: 'aborted' },
    });
    await expect.poll(() => isClosed).toBe(true);
  });

  it('does not follow a redirect, so the token goes nowhere else', async () => {
    const other = await startFaultServer((_request, response) => json(response, 200, account));
    ends.push(other.close);
    const { api } = await open(
      (_request, response) => void response.writeHead(302, { location: `${other.baseUrl}/v2/account` }).end(),
    );
    expect(await api.call('account_get')).toMatchObject({ ok: false, failure: { kind: 'intercepted', status: 302 } });
    expect(other.requests).toEqual([]);
  });

  it('of a server that does not exist fails after four tries', async () => {
    const server = await startFaultServer(() => {});
    await server.close();
    const api = openNodeApi({ token, baseUrl: server.baseUrl });
    ends.push(() => api.close());
    expect(await api.call('account_get')).toMatchObject({
      ok: false,
      failure: { kind: 'network', attempts: 4, nextStep: /network/ },
    });
  });
});

describe('a change', () => {
  it('is not sent again if the server acted before the connection broke', async () => {
    let actions = 0;
    const { api, server } = await open((request) => {
      actions += 1;
      request.socket.destroy();
    });
    expect(await api.call('dropletActions_post', reboot)).toMatchObject({
      ok: false,
      failure: { kind: 'outcome-unknown', attempts: 1 },
    });
    expect([actions, server.requests.length]).toEqual([1, 1]);
  });

  it('is not sent again after a 503', async () => {
    const { api, server } = await open((_request, response) => json(response, 503, fault('unavailable')));
    expect(await api.call('dropletActions_post', reboot)).toMatchObject({
      ok: false,
      failure: { kind: 'outcome-unknown', status: 503 },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is sent again after a 429, once that is allowed', async () => {
    const { api, server } = await open((request, response) =>
      request.index === 0
        ? json(response, 429, fault('too_many_requests'), { 'retry-after': '1' })
        : json(response, 201, { action: JSON.parse(request.text) }),
    );
    expect(await api.call('dropletActions_post', reboot)).toMatchObject({
      ok: true,
      value: { body: { action: { type: 'reboot' } }, attempts: 2 },
    });
    expect(server.requests).toHaveLength(2);
  });

  it('is not sent twice on a connection that the server closed meanwhile', async () => {
    let posts = 0;
    const { api } = await open((request, response) => {
      if (request.method === 'POST') {
        posts += 1;
        return json(response, 201, { action: { id: posts } });
      }
      json(response, 200, account, { connection: 'close' });
    });
    await api.call('account_get');
    expect(await api.call('dropletActions_post', reboot)).toMatchObject({ ok: true });
    expect(posts).toBe(1);
  });
});

describe('paths and bodies', () => {
  it.each(['a/b', 'do:droplet:1', '100%', '..', '.', 'grün 😀', 'a?b=c#d', '%2F', '\\'])(
    'reach the server as one segment: %j',
    async (value) => {
      const { api, server } = await open((_request, response) => json(response, 200, { tag: {} }));
      expect(await api.call('tags_get', { path: { tag_id: value } })).toMatchObject({ ok: true });
      const [, , , , segment, ...rest] = (server.requests[0] ?? '').split('/');
      expect(rest).toEqual([]);
      expect(decodeURIComponent(segment ?? '')).toBe(value);
    },
  );

  it('reach the server with DELETE too', async () => {
    let text = '';
    const { api } = await open((request, response) => {
      text = request.text;
      response.writeHead(204).end();
    });
    const body = { resources: [{ resource_id: '1', resource_type: 'droplet' }] };
    expect(await api.call('tags_unassign_resources', { path: { tag_id: 'web' }, body })).toMatchObject({
      ok: true,
      value: { status: 204, body: null },
    });
    expect(JSON.parse(text)).toEqual(body);
  });

  it('come back as the same bytes', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    const { api } = await open(
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(bytes),
    );
    const outcome = await api.call('invoices_get_pdfByUUID', { path: { invoice_uuid: 'i' } });
    expect(outcome.ok && Buffer.compare(Buffer.from(outcome.value.body as Uint8Array), bytes)).toBe(0);
  });
});

describe('a listing', () => {
  const droplets = Array.from({ length: 2000 }, (_, index) => ({ id: index + 1, name: `d-${index + 1}` }));
  function page(list: readonly { id: number }[], url: string): unknown {
    const query = new URL(url, 'http://127.0.0.1').searchParams;
    const size = Number(query.get('per_page'));
    const number = Number(query.get('page'));
    return { droplets: list.slice((number - 1) * size, number * size), links: {}, meta: { total: list.length } };
  }
  const isSeventh = (url = '') => url.includes('page=7');

  it('repeats only the page that failed', async () => {
    let isBroken = true;
    const { api, server } = await open((request, response) => {
      if (isSeventh(request.url) && isBroken) {
        isBroken = false;
        return json(response, 500, fault('server_error'));
      }
      json(response, 200, page(droplets, request.url ?? ''));
    });
    const listed = await api.listAll('droplets_list');
    expect(listed.ok && listed.value.items).toEqual(droplets);
    expect(server.requests).toHaveLength(11);
  });

  it('is a failure if a page keeps failing, never a shorter list', async () => {
    const { api } = await open((request, response) =>
      isSeventh(request.url)
        ? json(response, 500, fault('server_error'))
        : json(response, 200, page(droplets, request.url ?? '')),
    );
    expect(await api.listAll('droplets_list')).toMatchObject({ ok: false, failure: { kind: 'server-error', status: 500 } });
  });

  it('has every droplet that still exists when one is deleted meanwhile', async () => {
    const { api } = await open((request, response) =>
      json(response, 200, page(request.index < 4 ? droplets : droplets.slice(1), request.url ?? '')),
    );
    const listed = await api.listAll('droplets_list');
    expect(listed.ok && listed.value.items).toEqual(droplets.slice(1));
  });

  it('uses at most ten connections', async () => {
    const { api, server } = await open(
      (request, response) => void setTimeout(() => json(response, 200, page(droplets, request.url ?? '')), 20),
    );
    expect(await api.listAll('droplets_list', { query: { per_page: 50 } })).toMatchObject({
      ok: true,
      value: { total: 2000, attempts: 40 },
    });
    expect(server.connections()).toBeLessThanOrEqual(10);
  });
});

describe('a burst', () => {
  it('of three windows is answered without a single 429, at the pace of the windows', async () => {
    const windowMs = 400;
    const limit = 30;
    const arrivals: number[] = [];
    let refused = 0;
    const { api } = await open(
      (_request, response) => {
        const nowMs = performance.now();
        if (arrivals.filter((atMs) => atMs > nowMs - windowMs).length >= limit) {
          refused += 1;
          return json(response, 429, fault('too_many_requests'));
        }
        arrivals.push(nowMs);
        json(response, 200, account);
      },
      { minuteLimit: limit, minuteWindowMs: windowMs },
    );
    const outcomes = await Promise.all(Array.from({ length: 3 * limit }, () => api.call('account_get')));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(refused).toBe(0);
    expect(arrivals).toHaveLength(90);
  });
});
