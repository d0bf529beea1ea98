import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { costsOver, listed } from '../../../doubles/core/costs-over.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';

const forbidden: Failure = { kind: 'forbidden', message: 'Not allowed.', scopes: ['billing:read'] };
const hourMs = 3_600_000;

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
    const { costs, tell, asked } = costsOver(withPreview);
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
    const { costs, clock } = costsOver(replies);
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
