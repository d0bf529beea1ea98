import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { costsOver, invoices } from '../../../doubles/core/costs-over.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';

const forbidden: Failure = { kind: 'forbidden', message: 'Not allowed.', scopes: ['billing:read'] };
const dayMs = 86_400_000;

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
    const { costs, clock, api } = costsOver(lists([volume]));
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
