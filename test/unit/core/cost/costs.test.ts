import { describe, expect, it } from 'vitest';
import { createCosts } from '../../../../main/core/cost/costs.ts';
import { costRuleOf } from '../../../../main/core/cost/rules.ts';
import { createResources } from '../../../../main/core/resources/resources.ts';
import type { CostReach } from '../../../../preload/contract/cost.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { pricedFamilies } from '../../../../preload/contract/priced-families.ts';
import { familyGroups } from '../../../../renderer/families/all.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';

const forbidden: Failure = { kind: 'forbidden', message: 'Not allowed.', scopes: ['billing:read'] };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const listed = (...invoices: [uuid: string, period: string][]) => ({
  invoices: invoices.map(([invoice_uuid, invoice_period]) => ({ invoice_uuid, invoice_period, amount: '9.00' })),
});
const invoices: Record<string, Reply> = {
  invoices_list: () => listed(['i0', '1999-12'], ['i1', '2000-01']),
  invoices_get_byUUID: () => [
    { resource_id: 'db1', amount: '31.00' },
    { resource_id: 'db1', amount: '0.20' },
    { resource_id: 'v2', amount: '20.00' },
  ],
};

function setUp(replies: Record<string, Reply> = invoices) {
  const core = createCoreServices(replies);
  const costs = createCosts(core.services, createResources(core.services));
  const tell = async (familyId: string, rows: Record<string, unknown>[], reach: CostReach = 'own') => {
    const things = rows.map((row) => ({ id: String(row.id), row }));
    const answer = await costs.calls.tellCosts({ connectionId: 'c1', familyId, things, reach });
    return answer.ok ? answer.value : [];
  };
  return { ...core, costs, tell, asked: () => core.api.seen.map(({ operationId }) => operationId) };
}

describe('costs that only the invoice tells', () => {
  it('are summed from one read of the last invoice, for all things and families', async () => {
    const { tell, asked } = setUp();
    const both = await Promise.all([
      tell('databases_list_clusters', [{ id: 'db1' }, { id: 'db2' }]),
      tell('loadBalancers_list', [{ id: 'lb1' }]),
    ]);
    expect(both).toEqual([
      [
        { kind: 'billed', usd: '31.2', period: '2000-01' },
        { kind: 'not-told', period: '2000-01' },
      ],
      [{ kind: 'not-told', period: '2000-01' }],
    ]);
    await tell('databases_list_clusters', [{ id: 'db1' }]);
    expect(asked()).toEqual(['invoices_list', 'invoices_get_byUUID']);
  });

  it('are kept for the month once the invoice of the month before is there, and looked for twice a day until then', async () => {
    const { tell, asked, api, clock } = setUp();
    await tell('nfs_list', [{ id: 'n1' }]);
    await clock.advance(13 * hourMs);
    await tell('nfs_list', [{ id: 'n1' }]);
    // The items of an invoice that is closed are not read again.
    expect(asked()).toHaveLength(3);
    const now = new Date(clock.now());
    const period = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
    api.answer({ invoices_list: () => listed(['i2', period]) });
    await clock.advance(13 * hourMs);
    await tell('nfs_list', [{ id: 'n1' }]);
    await clock.advance(20 * hourMs);
    await tell('nfs_list', [{ id: 'n1' }]);
    expect(asked()).toHaveLength(5);
    await clock.advance(31 * dayMs);
    await tell('nfs_list', [{ id: 'n1' }]);
    expect(asked()).toHaveLength(6);
  });

  it('say what scope is missing, and do not ask again for each thing', async () => {
    const { tell, asked, clock } = setUp({ invoices_list: () => new Failing(forbidden) });
    expect(await tell('databases_list_clusters', [{ id: 'db1' }])).toEqual([{ kind: 'failed', failure: forbidden }]);
    await tell('loadBalancers_list', [{ id: 'lb1' }]);
    expect(asked()).toHaveLength(1);
    await clock.advance(dayMs);
    await tell('loadBalancers_list', [{ id: 'lb1' }]);
    expect(asked()).toHaveLength(2);
  });

  it('are asked for again soon after anything else failed', async () => {
    const { tell, asked, api, clock } = setUp({
      invoices_list: () => new Failing({ kind: 'server-error', message: 'It failed.' }),
    });
    await Promise.all([tell('nfs_list', [{ id: 'n1' }]), tell('loadBalancers_list', [{ id: 'lb1' }])]);
    expect(asked()).toHaveLength(1);
    await clock.advance(5000);
    api.answer(invoices);
    expect(await tell('databases_list_clusters', [{ id: 'db1' }])).toMatchObject([{ kind: 'billed', usd: '31.2' }]);
  });

  it('are not told where there is no invoice yet', async () => {
    const { tell } = setUp({ invoices_list: () => listed() });
    expect(await tell('databases_list_clusters', [{ id: 'db1' }])).toEqual([{ kind: 'not-told', period: null }]);
  });
});

describe('what a droplet has', () => {
  const replies: Record<string, Reply> = {
    ...invoices,
    droplets_list_associatedResources: () => ({
      volumes: [{ id: 'v1', cost: '10.00' }],
      reserved_ips: [{ id: '192.0.2.1', cost: '0.00' }],
    }),
  };
  const volumes = [
    { id: 'v1', droplet_ids: [101] },
    { id: 'v2', droplet_ids: [] },
  ];

  it('costs what is told beside the droplet, and what the invoice says once it has none', async () => {
    const { tell } = setUp(replies);
    expect(await tell('volumes_list', volumes)).toMatchObject([
      { kind: 'price', usd: '10' },
      { kind: 'billed', usd: '20' },
    ]);
    expect(await tell('reservedIPs_list', [{ id: '192.0.2.1', ip: '192.0.2.1', droplet: { id: 101 } }])).toMatchObject([
      { kind: 'price', usd: '0' },
    ]);
  });

  it('costs no request of its own where many are asked about at once', async () => {
    const { tell, asked } = setUp(replies);
    await tell('volumes_list', volumes, 'shared');
    expect(asked()).not.toContain('droplets_list_associatedResources');
  });
});

describe('the price of an app', () => {
  const app = { id: 'a1', spec: { name: 'shop', services: [{ name: 'web', instance_count: 1 }] } };

  it('is asked for only when a person wants it, and kept as long as its spec is the same', async () => {
    const { tell, asked, api } = setUp({ apps_validate_appSpec: () => ({ app_cost: 24 }) });
    expect(await tell('apps_list', [app])).toEqual([{ kind: 'on-request' }]);
    expect(asked()).toEqual([]);
    expect(await tell('apps_list', [app], 'asked')).toMatchObject([{ kind: 'price', usd: '24' }]);
    expect(api.seen[0]?.args).toEqual({ body: { app_id: 'a1', spec: app.spec } });
    expect(await tell('apps_list', [app], 'shared')).toMatchObject([{ kind: 'price', usd: '24' }]);
    expect(await tell('apps_list', [{ ...app, spec: { name: 'shop' } }])).toEqual([{ kind: 'on-request' }]);
    expect(asked()).toHaveLength(1);
  });

  it('is what it was billed last where a whole list is asked about', async () => {
    const { tell } = setUp({
      ...invoices,
      invoices_get_byUUID: () => [{ resource_uuid: 'a1', amount: '12.00' }],
    });
    expect(await tell('apps_list', [app, { ...app, id: 'a2' }], 'shared')).toEqual([
      { kind: 'billed', usd: '12', period: '2000-01' },
      { kind: 'on-request' },
    ]);
  });
});

describe('what a thing has cost in the month that runs', () => {
  const withPreview: Record<string, Reply> = {
    sizes_list: () => [{ slug: 's', price_monthly: 24 }],
    invoices_list: () => ({
      ...listed(['i1', '2000-01']),
      invoice_preview: { invoice_uuid: 'p1', invoice_period: '2000-02', amount: '9.00' },
    }),
    invoices_get_byUUID: ({ args }) =>
      args.path?.invoice_uuid === 'p1'
        ? [
            { resource_id: 'v2', amount: '3.10' },
            { resource_id: 'k1', amount: '0.20' },
            { resource_id: 'new', amount: '0.07' },
          ]
        : [{ resource_id: 'v2', amount: '20.00' }],
  };

  it('comes from the preview, for all things with two reads, and only where it is asked for', async () => {
    const { costs, tell, asked } = setUp(withPreview);
    const ask = (familyId: string, rows: Record<string, unknown>[]) =>
      costs.calls.tellCosts({
        connectionId: 'c1',
        familyId,
        things: rows.map((row) => ({ id: String(row.id), row })),
        reach: 'shared',
        isSoFarTold: true,
      });
    const cluster = { id: 'k1', node_pools: [{ size: 's', count: 2 }] };
    expect(await ask('kubernetes_list_clusters', [cluster, { ...cluster, id: 'k2' }])).toMatchObject({
      value: [{ usd: '48', soFar: { usd: '0.2', isAbout: false } }, { usd: '48' }],
    });
    expect(await ask('volumes_list', [{ id: 'v2' }])).toMatchObject({
      value: [{ kind: 'billed', usd: '20', soFar: { usd: '3.1', isAbout: false } }],
    });
    // One list for both months, and the items of each.
    const before = asked().length;
    expect(asked().filter((id) => id.startsWith('invoices'))).toHaveLength(3);
    expect(await ask('volumes_list', [{ id: 'new' }])).toMatchObject({ value: [{ kind: 'not-told', soFar: { usd: '0.07' } }] });
    expect(await ask('volumes_list', [{ id: 'v3' }])).toEqual({ ok: true, value: [{ kind: 'not-told', period: '2000-01' }] });
    expect((await tell('volumes_list', [{ id: 'v2' }]))[0]).not.toHaveProperty('soFar');
    expect(asked()).toHaveLength(before);
  });
});

describe('what the preview does not name', () => {
  const tellSoFar = async (familyId: string, row: (nowMs: number) => Record<string, unknown>, replies: Record<string, Reply>) => {
    const { costs, clock } = setUp(replies);
    const things = [{ id: 't1', row: row(clock.now()) }];
    const told = await costs.calls.tellCosts({ connectionId: 'c1', familyId, things, reach: 'shared', isSoFarTold: true });
    return told.ok ? told.value[0] : told.failure;
  };
  const since = (nowMs: number, hours: number) => new Date(nowMs - hours * hourMs).toISOString();
  const forbiddenBill = { invoices_list: () => new Failing(forbidden) };

  it('is reckoned about by price and age where it is billed by the hour, also where the bill may not be read', async () => {
    const size = { price_monthly: 24, price_hourly: 0.04 };
    const droplet = (nowMs: number) => ({ id: 't1', size, created_at: since(nowMs, 1) });
    expect(await tellSoFar('droplets_list', droplet, forbiddenBill)).toMatchObject({
      usd: '24',
      soFar: { usd: '0.04', isAbout: true },
    });
    const image = (nowMs: number) => ({
      id: 't1',
      type: 'custom',
      public: false,
      size_gigabytes: 112,
      created_at: since(nowMs, 1),
    });
    expect(await tellSoFar('images_list', image, forbiddenBill)).toMatchObject({
      usd: '6.72',
      isAbout: true,
      soFar: { usd: '0.01', isAbout: true },
    });
  });

  it('is not told of what has a plan, or does not say when it was made', async () => {
    expect(await tellSoFar('droplets_list', () => ({ size: { price_monthly: 24 } }), forbiddenBill)).not.toHaveProperty('soFar');
    const model = () => ({ cost_estimate_per_month: 5, created_at: '1990-01-01T00:00:00Z' });
    expect(await tellSoFar('genai_list_custom_models', model, forbiddenBill)).not.toHaveProperty('soFar');
  });
});

describe('what is unused', () => {
  const volume = { id: 'v1', name: 'old-uploads', droplet_ids: [], size_gigabytes: 200 };
  const lists = (volumes: unknown[]): Record<string, Reply> => ({
    ...invoices,
    invoices_get_byUUID: () => [{ resource_id: 'v1', amount: '20.16' }],
    volumes_list: () => volumes,
    reservedIPs_list: () => [],
    snapshots_list: () => [],
    loadBalancers_list: () => [],
    registries_list: () => [],
    images_list: () => [],
  });

  it('says since when at least and about what it has cost since then, once a day has passed, and begins anew after it was used', async () => {
    const { costs, clock, api } = setUp(lists([volume]));
    const idle = async () => {
      const read = await costs.calls.readIdle({ connectionIds: ['c1'], isForced: true });
      return read.ok ? read.value.things : [];
    };
    const firstMs = clock.now();
    expect(await idle()).toMatchObject([{ id: 'v1', sinceMs: null, isAtLeast: false, soFarUsd: null }]);
    await clock.advance(2 * dayMs);
    expect(await idle()).toMatchObject([{ id: 'v1', sinceMs: firstMs, isAtLeast: true, soFarUsd: '1.44' }]);
    api.answer({ volumes_list: () => new Failing(forbidden) });
    expect(await idle()).toEqual([]);
    api.answer(lists([volume]));
    expect(await idle()).toMatchObject([{ sinceMs: firstMs }]);
    api.answer(lists([{ ...volume, droplet_ids: [7] }]));
    expect(await idle()).toEqual([]);
    api.answer(lists([volume]));
    expect(await idle()).toMatchObject([{ sinceMs: null }]);
  });
});

describe('the list of invoices', () => {
  it('is read to its end, and stops at a page that brings nothing new', async () => {
    const year = (page: number) => listed([`i${page}`, `20${String(page).padStart(2, '0')}-01`]);
    const { costs, api, asked } = setUp({
      invoices_list: ({ args }) => {
        const page = Number(args.query?.page ?? 1);
        return { ...year(Math.min(page, 3)), links: { pages: { next: `https://api.example.com/?page=${page + 1}` } } };
      },
    });
    const read = await costs.calls.readBills({ connectionIds: ['c1'] });
    expect(read.ok && read.value.bills.map(({ uuid }) => uuid)).toEqual(['i3', 'i2', 'i1']);
    expect(api.seen.map(({ args }) => args.query?.page)).toEqual([undefined, '2', '3', '4']);
    await costs.calls.readBills({ connectionIds: ['c1'] });
    expect(asked()).toHaveLength(4);
  });
});

describe('families with a column of costs', () => {
  it('are those that something tells a price of, and whose rows do not', () => {
    for (const familyId of pricedFamilies) {
      expect([familyId, costRuleOf(familyId)?.by]).not.toEqual([familyId, undefined]);
      expect(costRuleOf(familyId)?.by).not.toBe('nothing');
    }
    const told = familyGroups
      .flatMap(({ families }) => families)
      .filter(({ id }) => !['nothing', undefined].includes(costRuleOf(id)?.by));
    const without = told.filter(
      ({ id, columns }) => !pricedFamilies.has(id) && !columns.some(({ title }) => title === 'A month'),
    );
    // The droplets have a list of their own, with both columns.
    expect(without.map(({ id }) => id).filter((id) => id !== 'droplets_list')).toEqual([]);
    expect(told.length).toBeGreaterThan(25);
  });
});

describe('other things', () => {
  it('share one read of the sizes', async () => {
    const { tell, asked } = setUp({ sizes_list: () => [{ slug: 's-2vcpu-4gb', price_monthly: 24 }] });
    const pool = { id: 'p1', size: 's-2vcpu-4gb', count: 3 };
    expect(await tell('kubernetes_list_nodePools', [pool, pool])).toMatchObject([{ usd: '72' }, { usd: '72' }]);
    expect(await tell('kubernetes_list_clusters', [{ id: 'k1', node_pools: [pool] }])).toMatchObject([{ usd: '72' }]);
    expect(asked()).toEqual(['sizes_list']);
  });

  it('are free, or have no price of their own, without a request', async () => {
    const { tell, asked } = setUp({});
    expect(await tell('firewalls_list', [{ id: 'f1' }])).toEqual([{ kind: 'free' }]);
    expect(await tell('tags_list', [{ id: 'prod' }])).toEqual([null]);
    expect(asked()).toEqual([]);
  });
});
