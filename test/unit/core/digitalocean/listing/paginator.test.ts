import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { targetOf } from '../../../../../main/core/digitalocean/listing/page-shape.ts';
import { listDroplets } from '../../../../../main/core/digitalocean/resources/droplets.ts';
import type { WireRequest } from '../../../../../main/core/digitalocean/transport-port.ts';
import type { Reply } from '../memory-transport.ts';
import { elapse, openClient, preload } from '../open-client.ts';

const base = 'http://127.0.0.1:9/base';

beforeAll(() =>
  preload(
    ...['droplets_list', 'genai_list_agents', 'vectorDatabases_list', 'inference_list_batches', 'billingHistory_list'],
    ...[
      'databases_list_clusters',
      'droplets_list_backup_policies',
      'registries_get_garbageCollection',
      'domains_list_records',
      'account_get',
    ],
  ),
);

interface Thing {
  id: number;
}
const things = (count: number, from = 1): Thing[] => Array.from({ length: count }, (_, index) => ({ id: from + index }));
const search = ({ url }: WireRequest): URLSearchParams => new URL(url).searchParams;

/** A page of a list as the API gives it, taken from the list as it is at that moment. */
function pageOf(list: readonly Thing[], request: WireRequest, key = 'droplets'): Reply {
  const page = Number(search(request).get('page') ?? 1);
  const size = Math.min(200, Number(search(request).get('per_page') ?? 20));
  const last = Math.max(1, Math.ceil(list.length / size));
  const next = page < last ? { next: `${request.url.split('?')[0]}?page=${page + 1}&per_page=${size}` } : {};
  return { json: { [key]: list.slice((page - 1) * size, page * size), links: { pages: next }, meta: { total: list.length } } };
}

async function ids(
  listing: ReturnType<ReturnType<typeof openClient>['api']['listAll']>,
  clock: ReturnType<typeof openClient>['clock'],
) {
  const { value } = await elapse(clock, listing);
  return value.ok ? value.value.items.map((item) => (item as Thing).id) : value.failure;
}

describe('listAll', () => {
  it('takes exactly 50 requests for 10,000 items, ten at a time, and merges them in order', async () => {
    const list = things(10_000);
    let inFlight = 0;
    let most = 0;
    const { api, clock, transport } = openClient(async (request) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise<void>((resolve) => clock.after(50, resolve));
      inFlight -= 1;
      return pageOf(list, request);
    });
    const { value } = await elapse(clock, api.listAll('droplets_list'));
    expect(value).toMatchObject({ ok: true, value: { total: 10_000, attempts: 50 } });
    expect(value.ok && value.value.items).toEqual(list);
    expect(transport.requests).toHaveLength(50);
    expect(most).toBe(10);
  });

  it('takes one request for an empty list and for a single page', async () => {
    for (const count of [0, 1, 200]) {
      const { api, clock, transport } = openClient((request) => pageOf(things(count), request));
      expect(await ids(api.listAll('droplets_list'), clock)).toHaveLength(count);
      expect(transport.requests).toHaveLength(1);
    }
  });

  it('is complete or a failure, however the list changes while it is read', async () => {
    const change = fc.record({
      at: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom('delete', 'append', 'prepend'),
      index: fc.nat(60),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.array(change, { maxLength: 2 }), async (count, changes) => {
        let list = things(count, 100);
        const always = new Set(list.map(({ id }) => id));
        let request = 0;
        let newest = 1000;
        const { api, clock } = openClient((wire) => {
          request += 1;
          for (const { at, kind, index } of changes) {
            if (at !== request) continue;
            if (kind === 'delete' && list.length > 0) {
              always.delete(list[index % list.length]?.id ?? 0);
              list = list.toSpliced(index % list.length, 1);
            } else if (kind === 'append') list = [...list, { id: newest++ }];
            else if (kind === 'prepend') list = [{ id: newest++ }, ...list];
          }
          return pageOf(list, wire);
        });
        const result = await ids(api.listAll('droplets_list', { query: { per_page: 5 } }), clock);
        // What an expectation returns must not count as the property's result.
        if (!Array.isArray(result)) return void expect(result.kind).toBe('incomplete-list');
        expect(new Set(result).size).toBe(result.length);
        // After a single change, nothing that was there all the time may be missing.
        if (changes.length < 2) for (const id of always) expect(result).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  it('is repeated if a deletion moves an item across a page border', async () => {
    let list = things(1000);
    const { api, clock, transport } = openClient((request, index) => {
      if (index === 3) list = list.slice(1);
      return pageOf(list, request);
    });
    const result = await ids(api.listAll('droplets_list'), clock);
    expect(result).toEqual(list.map(({ id }) => id));
    expect(transport.requests.length).toBeGreaterThan(5);
  });

  it('is repeated if an id appears twice although the total stays', async () => {
    let list = things(400);
    const { api, clock } = openClient((request, index) => {
      if (index === 1) list = [{ id: 5000 }, ...list.slice(0, -1)];
      return pageOf(list, request);
    });
    expect(await ids(api.listAll('droplets_list'), clock)).toEqual(list.map(({ id }) => id));
  });

  it('fails with incomplete-list if it shifts three times', async () => {
    let list = things(1000);
    const { api, clock } = openClient((request) => {
      list = list.slice(1);
      return pageOf(list, request);
    });
    const result = await ids(api.listAll('droplets_list'), clock);
    expect(result).toMatchObject({ kind: 'incomplete-list', operationId: 'droplets_list', path: '/v2/droplets' });
  });

  it('fails if one page keeps failing, and stops asking for the others', async () => {
    const { api, clock, transport } = openClient((request) =>
      search(request).get('page') === '7'
        ? { status: 500, json: { id: 'server_error', message: 'No' } }
        : pageOf(things(10_000), request),
    );
    expect(await ids(api.listAll('droplets_list'), clock)).toMatchObject({ kind: 'server-error', status: 500 });
    expect(transport.requests.length).toBeLessThan(55);
  });

  it('works with a server whose pages are smaller than asked for', async () => {
    const list = things(120);
    const { api, clock, transport } = openClient((request) => {
      const page = Number(search(request).get('page'));
      return { json: { agents: list.slice((page - 1) * 50, page * 50), meta: { total: 120, page, pages: 3 } } };
    });
    expect(await ids(api.listAll('genai_list_agents'), clock)).toHaveLength(120);
    expect(transport.requests).toHaveLength(3);
  });

  it('passes each item to the reader when its page arrives, leaves out what is no item, and fails on a list of nothing else', async () => {
    const { api, clock } = openClient((request) => pageOf(things(5), request));
    const readItem = (raw: unknown) => (raw as Thing).id * 10;
    const { value } = await elapse(clock, api.listAll('droplets_list', {}, { readItem }));
    expect(value).toMatchObject({ ok: true, value: { items: [10, 20, 30, 40, 50] } });
    const odd = (raw: unknown) => ((raw as Thing).id % 2 === 0 ? undefined : (raw as Thing).id);
    const gaps = await elapse(clock, api.listAll('droplets_list', {}, { readItem: odd }));
    expect(gaps.value).toMatchObject({ ok: true, value: { items: [1, 3, 5], total: 3, isShort: false } });
    const broken = await elapse(clock, api.listAll('droplets_list', {}, { readItem: () => undefined }));
    expect(broken.value).toMatchObject({ ok: false, failure: { kind: 'bad-answer' } });
  });

  it('refuses an operation that is not a listing, and a page number', async () => {
    const { api, transport } = openClient(() => ({ json: {} }));
    expect(await api.listAll('account_get')).toMatchObject({ failure: { kind: 'invalid-arguments', field: 'operationId' } });
    expect(await api.listAll('droplets_list', { query: { page: 2 } })).toMatchObject({
      failure: { kind: 'invalid-arguments', field: 'query.page' },
    });
    expect(transport.requests).toHaveLength(0);
  });

  it.each([
    ['without its list', { meta: { total: 3 } }],
    ['with something else instead of the list', { droplets: 'none', meta: { total: 0 } }],
    ['that is not an object', []],
    ['that is empty', null],
  ])('does not accept an answer %s as a page', async (_name, json) => {
    const { api, clock } = openClient(() => ({ json }));
    expect(await ids(api.listAll('droplets_list'), clock)).toMatchObject({ kind: 'bad-answer' });
  });

  it('treats a missing or null list as empty unless a total says otherwise', async () => {
    for (const json of [{}, { droplets: null, meta: { total: 0 } }, { links: {} }]) {
      const { api, clock } = openClient(() => ({ json }));
      expect(await ids(api.listAll('droplets_list'), clock)).toEqual([]);
    }
  });
});

describe('a next link', () => {
  const history = (from: number, next?: string): Reply => ({
    json: { billing_history: things(2, from), links: { pages: next ? { next } : {} }, meta: { total: 4 } },
  });
  const path = `${base}/v2/customers/my/billing_history`;

  it.each(['https://evil.example.com/base/v2/droplets?page=2', 'http://127.0.0.1:10/base/v2/droplets?page=2'])(
    'to %s is refused, numbered pages or not',
    async (next) => {
      const { api, clock, transport } = openClient(() => ({
        json: { droplets: things(200), links: { pages: { next } }, meta: { total: 400 } },
      }));
      expect(await ids(api.listAll('droplets_list'), clock)).toMatchObject({
        kind: 'bad-answer',
        message: expect.stringContaining('another server'),
      });
      expect(transport.requests).toHaveLength(1);
      const followed = openClient(() => history(1, next));
      expect(await ids(followed.api.listAll('billingHistory_list'), followed.clock)).toMatchObject({ kind: 'bad-answer' });
      expect(followed.transport.requests).toHaveLength(1);
    },
  );

  it.each([
    `${path}?page=2&per_page=2`,
    `${path}/?page=2&per_page=2`,
    `${path.replace('http:', 'https:')}?page=2&per_page=2`,
    `${path.replace('/base', '')}?page=2&per_page=2`,
    '/v2/customers/my/billing_history?page=2&per_page=2',
  ])('is followed as %s: of it only the query counts', async (next) => {
    const { api, clock, transport } = openClient((_request, index) => (index === 0 ? history(1, next) : history(3)));
    expect(await ids(api.listAll('billingHistory_list'), clock)).toEqual([1, 2, 3, 4]);
    expect(transport.requests[1]?.url).toBe(`${path}?page=2&per_page=2`);
  });

  it.each([
    ['https://api.digitalocean.com', 'http://api.digitalocean.com'],
    ['https://api.digitalocean.com', 'https://api.digitalocean.com:443'],
    ['http://api.digitalocean.com:80', 'https://API.digitalocean.com'],
  ])('from %s to %s stays on the same server', (own, other) => {
    expect(targetOf(`${other}/v2/x?page=2`, `${own}/v2/x`)).toBe('same-server');
    expect(targetOf(`${other}.example.com/v2/x?page=2`, `${own}/v2/x`)).toBe('other-server');
    expect(targetOf(`//evil.example.com/v2/x?page=2`, `${own}/v2/x`)).toBe('nowhere');
  });

  it('that is no address is named as such where it would be followed, and does not matter elsewhere', async () => {
    const { api, clock } = openClient(() => history(1, 'example string'));
    expect(await ids(api.listAll('billingHistory_list'), clock)).toMatchObject({
      kind: 'bad-answer',
      message: expect.stringContaining('no address'),
    });
    const numbered = openClient(() => ({
      json: { droplets: things(2), links: { pages: { next: 'example string' } }, meta: { total: 2 } },
    }));
    expect(await ids(numbered.api.listAll('droplets_list'), numbered.clock)).toEqual([1, 2]);
  });

  it('that leads back to itself ends the listing, with what is there and a warning', async () => {
    const next = `${path}?page=2`;
    const { api, clock, transport } = openClient(() => ({ json: { billing_history: things(1), links: { pages: { next } } } }));
    const { value } = await elapse(clock, api.listAll('billingHistory_list'));
    expect(value).toMatchObject({ ok: true, value: { items: [{ id: 1 }], warnings: [expect.stringContaining('nothing new')] } });
    expect(transport.requests).toHaveLength(4);
  });

  it('that never changes while its pages do ends in a failure, not in a loop', async () => {
    const next = `${path}?page=2`;
    const { api, clock, transport } = openClient((_request, index) => ({
      json: { billing_history: [{ n: index }], links: { pages: { next } } },
    }));
    expect(await ids(api.listAll('billingHistory_list'), clock)).toMatchObject({ kind: 'incomplete-list' });
    expect(transport.requests).toHaveLength(6);
  });
});

describe('a server whose numbers are wrong', () => {
  const listed = async (operationId: string, json: unknown, args = {}) => {
    const { api, clock, transport } = openClient(() => ({ json }));
    const { value } = await elapse(clock, api.listAll(operationId, args));
    return { value, requests: transport.requests.length };
  };

  it('is believed in its pages: a total that is too high costs four requests, not one for each page of it', async () => {
    const { value, requests } = await listed('vectorDatabases_list', { vector_dbs: things(1), total: 64 });
    expect(value).toMatchObject({
      ok: true,
      value: { items: [{ id: 1 }], total: 1, isShort: true, warnings: ['DigitalOcean counts 64 here, but its pages hold 1.'] },
    });
    expect(requests).toBe(4);
  });

  it('is believed in its pages when the total is too low', async () => {
    const { value, requests } = await listed('vectorDatabases_list', { vector_dbs: things(2), total: 1 });
    expect(value).toMatchObject({
      ok: true,
      value: { total: 2, isShort: false, warnings: [expect.stringContaining('counts 1')] },
    });
    expect(requests).toBe(2);
  });

  it('is not believed when it counts things and lists none', async () => {
    const { value } = await listed('vectorDatabases_list', { vector_dbs: [], total: 3 });
    expect(value).toMatchObject({ ok: false, failure: { kind: 'incomplete-list' } });
  });

  it('stops at the first page that repeats the one before it, however many the total promises', async () => {
    const list = things(200);
    const { api, clock, transport } = openClient(() => ({ json: { vector_dbs: list, total: 4000 } }));
    const { value } = await elapse(clock, api.listAll('vectorDatabases_list'));
    expect(value).toMatchObject({ ok: true, value: { total: 200, isShort: true } });
    expect(transport.requests.length).toBeLessThanOrEqual(40);
  });

  it('reads on while pages without a total bring something, and stops where they do not', async () => {
    const next = `${base}/v2/vector-databases?page=2`;
    const { api, clock, transport } = openClient((request) => {
      const page = Math.min(3, Number(search(request).get('page')));
      return { json: { domain_records: things(2, page * 10), links: { pages: { next } } } };
    });
    const { value } = await elapse(clock, api.listAll('domains_list_records', { path: { domain_name: 'example.com' } }));
    expect(value).toMatchObject({ ok: true, value: { total: 6, warnings: [expect.stringContaining('ends after 6')] } });
    expect(transport.requests).toHaveLength(8);
  });

  it('never makes droplets vanish: a list that is shorter than its count is a failure there', async () => {
    const { api, clock } = openClient(() => ({ json: { droplets: [{ id: 1, name: 'web-01' }], meta: { total: 2 } } }));
    const { value } = await elapse(clock, listDroplets(api));
    expect(value).toMatchObject({
      ok: false,
      failure: { kind: 'incomplete-list', message: expect.stringContaining('counts 2') },
    });
  });
});

describe('other kinds of pages', () => {
  it('use counts at the top level', async () => {
    const list = things(250);
    const { api, clock, transport } = openClient((request) => {
      const page = Number(search(request).get('page'));
      const size = Number(search(request).get('per_page'));
      return { json: { vector_dbs: list.slice((page - 1) * size, page * size), total: 250 } };
    });
    expect(await ids(api.listAll('vectorDatabases_list'), clock)).toHaveLength(250);
    expect(transport.requests).toHaveLength(2);
  });

  it('continue after the last id while there is more', async () => {
    const { api, clock, transport } = openClient((request) => {
      const after = search(request).get('after');
      return {
        json:
          after === null
            ? { data: things(2), has_more: true, last_id: 'b2' }
            : { data: things(1, 3), has_more: false, last_id: 'b3' },
      };
    });
    expect(await ids(api.listAll('inference_list_batches'), clock)).toEqual([1, 2, 3]);
    expect(search(transport.requests[1] as WireRequest).get('after')).toBe('b2');
  });

  it('are read once if there are none', async () => {
    const { api, clock, transport } = openClient(() => ({ json: { databases: things(30) } }));
    expect(await ids(api.listAll('databases_list_clusters'), clock)).toHaveLength(30);
    expect(transport.requests[0]?.url).toBe(`${base}/v2/databases`);
  });

  it('become items with their id if the list is a map', async () => {
    const { api, clock } = openClient(() => ({
      json: { policies: { 7: { plan: 'daily' }, 8: { plan: 'weekly' } }, meta: { total: 2 } },
    }));
    const { value } = await elapse(clock, api.listAll('droplets_list_backup_policies'));
    expect(value).toMatchObject({
      ok: true,
      value: {
        items: [
          { id: '7', plan: 'daily' },
          { id: '8', plan: 'weekly' },
        ],
      },
    });
  });

  it('keep items without an id, even equal ones', async () => {
    const record = { type: 'A', name: 'www', data: '203.0.113.1' };
    const { api, clock } = openClient(() => ({ json: { domain_records: [record, record], meta: { total: 2 } } }));
    const { value } = await elapse(clock, api.listAll('domains_list_records', { path: { domain_name: 'example.com' } }));
    expect(value).toMatchObject({ ok: true, value: { total: 2 } });
  });
});
