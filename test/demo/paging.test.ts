import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest } from './asking.ts';

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest({ droplets: 500 });
});
afterAll(() => demo.close());

const total = 491;

describe('pages', () => {
  it('shows twenty things and links to the next ones', async () => {
    const { json } = await demo.get('/v2/droplets');
    expect(json.droplets).toHaveLength(20);
    expect(json.meta).toEqual({ total });
    expect(json.links.pages).toEqual({ next: `${demo.baseUrl}/v2/droplets?page=2`, last: `${demo.baseUrl}/v2/droplets?page=25` });
  });

  it('keeps the query in its links', async () => {
    const { json } = await demo.get('/v2/droplets?tag_name=prod&per_page=50&page=2');
    const next = new URL(json.links.pages.next);
    expect(Object.fromEntries(next.searchParams)).toEqual({ tag_name: 'prod', per_page: '50', page: '3' });
    expect(new URL(json.links.pages.prev).searchParams.get('page')).toBe('1');
  });

  it('gives every thing exactly once over all pages', async () => {
    const ids = new Set<number>();
    let url = '/v2/droplets?per_page=200';
    for (let count = 0; url !== '' && count < 10; count += 1) {
      const { json } = await demo.get(url);
      for (const { id } of json.droplets) ids.add(id);
      url = json.links.pages?.next?.slice(demo.baseUrl.length) ?? '';
    }
    expect(ids.size).toBe(total);
  });

  it('shows nothing after the last page, except the link back', async () => {
    const { status, json } = await demo.get('/v2/droplets?page=99');
    expect([status, json.droplets]).toEqual([200, []]);
    expect(json.links.pages.next).toBeUndefined();
    expect(json.links.pages.prev).toContain('page=25');
  });

  it('has no links if one page is enough', async () => {
    expect((await demo.get('/v2/volumes')).json.links).toEqual({});
  });

  it.each([
    ['per_page=201', 422],
    ['per_page=0', 422],
    ['page=0', 422],
    ['page=-1', 422],
    ['page=two', 400],
    ['per_page=1.5', 400],
  ])('refuses %s with %i', async (query, status) => {
    expect((await demo.get(`/v2/droplets?${query}`)).status).toBe(status);
  });

  it("writes the AI platform's links and counts as that platform does", async () => {
    const { json } = await demo.get('/v2/gen-ai/models?per_page=3&page=2');
    expect(json.meta).toEqual({ page: 2, pages: 2, total: 4 });
    expect(Object.keys(json.links.pages).sort()).toEqual(['first', 'previous']);
  });

  it('puts the count at the top level where the API does', async () => {
    const team = (await demo.get('/v2/account')).json.account.team.uuid;
    const { json } = await demo.get(`/v2/billing/do:team:${team}/insights/2026-11-01/2026-11-10?per_page=5`);
    expect(json.data_points).toHaveLength(5);
    expect(json.current_page).toBe(1);
    expect(json.total_pages).toBe(Math.ceil(json.total_items / 5));
    expect((await demo.get('/v2/vector-databases')).json.total).toBeGreaterThan(0);
  });

  it('continues batches after an id', async () => {
    const ask = (path: string) => demo.get(path, demo.inferenceKey);
    const all = (await ask('/v1/batches?limit=100')).json;
    const first = (await ask('/v1/batches?limit=1')).json;
    expect([first.data.length, first.has_more, first.last_id]).toEqual([1, true, all.first_id]);
    const rest = (await ask(`/v1/batches?limit=100&after=${first.last_id}`)).json;
    expect([rest.data.length, rest.has_more]).toEqual([all.data.length - 1, false]);
  });

  it('pages the policies that are keyed by droplet', async () => {
    const { json } = await demo.get('/v2/droplets/backups/policies?per_page=2');
    expect(Object.keys(json.policies)).toHaveLength(2);
    expect(json.meta.total).toBeGreaterThan(2);
    expect(json.links.pages.next).toContain('page=2');
  });
});

describe('a list that shifts', () => {
  it('loses its first thing after a number of requests, and shows that in its total', async () => {
    demo.faults.shiftPages('droplets_list', 2);
    const first = (await demo.get('/v2/droplets?per_page=200&page=1')).json;
    const second = (await demo.get('/v2/droplets?per_page=200&page=2')).json;
    const third = (await demo.get('/v2/droplets?per_page=200&page=3')).json;
    expect([first.meta.total, second.meta.total, third.meta.total]).toEqual([total, total, total - 1]);
    const seen = new Set([...first.droplets, ...second.droplets, ...third.droplets].map(({ id }) => id));
    const left = demo.rows('/v2/droplets').filter(({ id }) => !seen.has(id));
    expect(left).toHaveLength(1);
  });
});

describe('a listing without page parameters', () => {
  it('continues with the size of its first page', async () => {
    const large = await demoForTest({ droplets: 450 });
    try {
      const seen: string[] = [];
      let path: string | null = '/v2/projects/default/resources';
      let total = 0;
      while (path !== null) {
        const { json } = await large.get(path);
        seen.push(...json.resources.map((resource: { urn: string }) => resource.urn));
        total = json.meta.total;
        const next: string | undefined = json.links?.pages?.next;
        path = next === undefined ? null : next.slice(large.baseUrl.length);
      }
      expect(total).toBeGreaterThan(200);
      expect(new Set(seen).size).toBe(total);
    } finally {
      await large.close();
    }
  });
});
