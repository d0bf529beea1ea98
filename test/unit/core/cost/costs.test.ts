import { describe, expect, it } from 'vitest';
import { costRuleOf } from '../../../../main/core/cost/rules.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { pricedFamilies } from '../../../../preload/contract/priced-families.ts';
import { familyGroups } from '../../../../renderer/families/all.ts';
import { costsOver, invoices, listed } from '../../../doubles/core/costs-over.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';

const forbidden: Failure = { kind: 'forbidden', message: 'Not allowed.', scopes: ['billing:read'] };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('costs that only the invoice tells', () => {
  it('are summed from one read of the last invoice, for all things and families', async () => {
    const { tell, asked } = costsOver();
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
    const { tell, asked, api, clock } = costsOver();
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
    const { tell, asked, clock } = costsOver({ invoices_list: () => new Failing(forbidden) });
    expect(await tell('databases_list_clusters', [{ id: 'db1' }])).toEqual([{ kind: 'failed', failure: forbidden }]);
    await tell('loadBalancers_list', [{ id: 'lb1' }]);
    expect(asked()).toHaveLength(1);
    await clock.advance(dayMs);
    await tell('loadBalancers_list', [{ id: 'lb1' }]);
    expect(asked()).toHaveLength(2);
  });

  it('are asked for again soon after anything else failed', async () => {
    const { tell, asked, api, clock } = costsOver({
      invoices_list: () => new Failing({ kind: 'server-error', message: 'It failed.' }),
    });
    await Promise.all([tell('nfs_list', [{ id: 'n1' }]), tell('loadBalancers_list', [{ id: 'lb1' }])]);
    expect(asked()).toHaveLength(1);
    await clock.advance(5000);
    api.answer(invoices);
    expect(await tell('databases_list_clusters', [{ id: 'db1' }])).toMatchObject([{ kind: 'billed', usd: '31.2' }]);
  });

  it('are not told where there is no invoice yet', async () => {
    const { tell } = costsOver({ invoices_list: () => listed() });
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
    const { tell } = costsOver(replies);
    expect(await tell('volumes_list', volumes)).toMatchObject([
      { kind: 'price', usd: '10' },
      { kind: 'billed', usd: '20' },
    ]);
    expect(await tell('reservedIPs_list', [{ id: '192.0.2.1', ip: '192.0.2.1', droplet: { id: 101 } }])).toMatchObject([
      { kind: 'price', usd: '0' },
    ]);
  });

  it('costs no request of its own where many are asked about at once', async () => {
    const { tell, asked } = costsOver(replies);
    await tell('volumes_list', volumes, 'shared');
    expect(asked()).not.toContain('droplets_list_associatedResources');
  });
});

describe('the price of an app', () => {
  const app = { id: 'a1', spec: { name: 'shop', services: [{ name: 'web', instance_count: 1 }] } };

  it('is asked for only when a person wants it, and kept as long as its spec is the same', async () => {
    const { tell, asked, api } = costsOver({ apps_validate_appSpec: () => ({ app_cost: 24 }) });
    expect(await tell('apps_list', [app])).toEqual([{ kind: 'on-request' }]);
    expect(asked()).toEqual([]);
    expect(await tell('apps_list', [app], 'asked')).toMatchObject([{ kind: 'price', usd: '24' }]);
    expect(api.seen[0]?.args).toEqual({ body: { app_id: 'a1', spec: app.spec } });
    expect(await tell('apps_list', [app], 'shared')).toMatchObject([{ kind: 'price', usd: '24' }]);
    expect(await tell('apps_list', [{ ...app, spec: { name: 'shop' } }])).toEqual([{ kind: 'on-request' }]);
    expect(asked()).toHaveLength(1);
  });

  it('is what it was billed last where a whole list is asked about', async () => {
    const { tell } = costsOver({
      ...invoices,
      invoices_get_byUUID: () => [{ resource_uuid: 'a1', amount: '12.00' }],
    });
    expect(await tell('apps_list', [app, { ...app, id: 'a2' }], 'shared')).toEqual([
      { kind: 'billed', usd: '12', period: '2000-01' },
      { kind: 'on-request' },
    ]);
  });
});

describe('the list of invoices', () => {
  it('is read to its end, and stops at a page that brings nothing new', async () => {
    const year = (page: number) => listed([`i${page}`, `20${String(page).padStart(2, '0')}-01`]);
    const { costs, api, asked } = costsOver({
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
    const { tell, asked } = costsOver({ sizes_list: () => [{ slug: 's-2vcpu-4gb', price_monthly: 24 }] });
    const pool = { id: 'p1', size: 's-2vcpu-4gb', count: 3 };
    expect(await tell('kubernetes_list_nodePools', [pool, pool])).toMatchObject([{ usd: '72' }, { usd: '72' }]);
    expect(await tell('kubernetes_list_clusters', [{ id: 'k1', node_pools: [pool] }])).toMatchObject([{ usd: '72' }]);
    expect(asked()).toEqual(['sizes_list']);
  });

  it('are free, or have no price of their own, without a request', async () => {
    const { tell, asked } = costsOver({});
    expect(await tell('firewalls_list', [{ id: 'f1' }])).toEqual([{ kind: 'free' }]);
    expect(await tell('tags_list', [{ id: 'prod' }])).toEqual([null]);
    expect(asked()).toEqual([]);
  });
});
