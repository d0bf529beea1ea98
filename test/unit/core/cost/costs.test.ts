import { describe, expect, it } from 'vitest';
import { createCosts } from '../../../../main/core/cost/costs.ts';
import { costRuleOf } from '../../../../main/core/cost/rules.ts';
import { createResources } from '../../../../main/core/resources/resources.ts';
import type { CostReach } from '../../../../preload/contract/cost.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { pricedFamilies } from '../../../../preload/contract/priced-families.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';

const forbidden: Failure = { kind: 'forbidden', message: 'Not allowed.', scopes: ['billing:read'] };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const invoices: Record<string, Reply> = {
  invoices_list: () => [{ invoice_uuid: 'i1', invoice_period: '2000-01' }],
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
    expect(asked()).toHaveLength(4);
    const now = new Date(clock.now());
    const period = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
    api.answer({ invoices_list: () => [{ invoice_uuid: 'i2', invoice_period: period }] });
    await clock.advance(13 * hourMs);
    await tell('nfs_list', [{ id: 'n1' }]);
    await clock.advance(20 * hourMs);
    await tell('nfs_list', [{ id: 'n1' }]);
    expect(asked()).toHaveLength(6);
    await clock.advance(31 * dayMs);
    await tell('nfs_list', [{ id: 'n1' }]);
    expect(asked()).toHaveLength(8);
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

  it('are not told where there is no invoice yet', async () => {
    const { tell } = setUp({ invoices_list: () => [] });
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
});

describe('what a thing has cost in the month that runs', () => {
  const withPreview: Record<string, Reply> = {
    sizes_list: () => [{ slug: 's', price_monthly: 24 }],
    invoices_list: ({ isListing }) =>
      isListing
        ? [{ invoice_uuid: 'i1', invoice_period: '2000-01' }]
        : { invoices: [], invoice_preview: { invoice_uuid: 'p1', invoice_period: '2000-02', amount: '9.00' } },
    invoices_get_byUUID: ({ args }) =>
      args.path?.invoice_uuid === 'p1'
        ? [
            { resource_id: 'v2', amount: '3.10' },
            { resource_id: 'k1', amount: '0.20' },
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
      value: [{ usd: '48', soFarUsd: '0.2' }, { usd: '48' }],
    });
    expect(await ask('volumes_list', [{ id: 'v2' }])).toMatchObject({ value: [{ kind: 'billed', usd: '20', soFarUsd: '3.1' }] });
    const before = asked().length;
    expect(await ask('volumes_list', [{ id: 'v3' }])).toEqual({ ok: true, value: [{ kind: 'not-told', period: '2000-01' }] });
    expect((await tell('volumes_list', [{ id: 'v2' }]))[0]).not.toHaveProperty('soFarUsd');
    expect(asked()).toHaveLength(before);
  });
});

describe('families with a column of costs', () => {
  it('are those that something tells a price of, and whose rows do not', () => {
    for (const familyId of pricedFamilies) {
      expect([familyId, costRuleOf(familyId)?.by]).not.toEqual([familyId, undefined]);
      expect(costRuleOf(familyId)?.by).not.toBe('nothing');
    }
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
