import { describe, expect, it } from 'vitest';
import { idleIn, idleRules, offSince } from '../../../../main/core/cost/idle.ts';

const _dayMs = 86_400_000;
const november = Date.UTC(2026, 10, 1);

describe('what serves nothing', () => {
  const facts = {
    dropletIds: new Set(['7']),
    usedImageIds: new Set(['70']),
    volumeIds: new Set(['v1']),
    nowMs: november,
  };
  const rule = (familyId: string) => {
    const found = idleRules.find((one) => one.familyId === familyId);
    if (!found) throw new Error(familyId);
    return found;
  };
  const names = (familyId: string, rows: Record<string, unknown>[], known = facts) =>
    idleIn(rule(familyId), rows, known).map(({ id, reason }) => [id, reason]);

  it('is told from what serves, by every rule', () => {
    expect(names('volumes_list', [{ id: 'v1', droplet_ids: [] }, { id: 'v2', droplet_ids: [7] }, { id: 'v3' }])).toEqual([
      ['v1', 'volume'],
    ]);
    expect(
      names('reservedIPs_list', [
        { ip: '198.51.100.9', droplet: null },
        { ip: '198.51.100.5', droplet: { id: 7 } },
        { ip: '198.51.100.6' },
      ]),
    ).toEqual([['198.51.100.9', 'address']]);
    expect(
      names('snapshots_list', [
        { id: 1, resource_type: 'droplet', resource_id: '7' },
        { id: 2, resource_type: 'droplet', resource_id: '8' },
        { id: 3, resource_type: 'volume', resource_id: 'v9' },
      ]),
    ).toEqual([
      ['2', 'droplet-gone'],
      ['3', 'volume-gone'],
    ]);
    expect(
      names('loadBalancers_list', [
        { id: 'a', droplet_ids: [] },
        { id: 'b', droplet_ids: [7] },
        { id: 'c', droplet_ids: [], target_load_balancer_ids: ['a'] },
      ]),
    ).toEqual([['a', 'no-targets']]);
    expect(
      names('registries_list', [
        { name: 'empty', storage_usage_bytes: 0 },
        { name: 'full', storage_usage_bytes: 5 },
      ]),
    ).toEqual([['empty', 'empty-registry']]);
    const old = { public: false, type: 'custom', created_at: '2026-01-01T00:00:00Z' };
    expect(
      names('images_list', [
        { id: 70, ...old },
        { id: 71, ...old },
        { id: 72, ...old, created_at: '2026-10-20T00:00:00Z' },
        { id: 73, ...old, public: true },
      ]),
    ).toEqual([['71', 'old-image']]);
  });

  it('is not told while nobody knows what there is', () => {
    const rows = [
      { id: 2, resource_type: 'droplet', resource_id: '8' },
      { id: 3, resource_type: 'volume', resource_id: 'v9' },
    ];
    expect(names('snapshots_list', rows, { ...facts, dropletIds: null as never, volumeIds: null as never })).toEqual([]);
  });

  it('is off since its last action that turned it off, unless it was turned on again', () => {
    const action = (type: string, hour: number, status = 'completed') => ({
      type,
      status,
      startedAtMs: november + hour * 3_600_000,
      completedAtMs: november + hour * 3_600_000 + 60_000,
    });
    expect(offSince([action('snapshot', 5), action('power_off', 3), action('power_on', 1)])).toBe(
      november + 3 * 3_600_000 + 60_000,
    );
    expect(offSince([action('power_on', 3), action('shutdown', 1)])).toBeNull();
    expect(offSince([action('shutdown', 3, 'errored')])).toBeNull();
  });
});
