import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown, type ComparedThing, groupsAtMost, linesAtMost } from '../../../../main/core/cost/breakdown.ts';
import { monthsOf, toldDays } from '../../../../main/core/cost/days.ts';
import { idleIn, idleRules, offSince } from '../../../../main/core/cost/idle.ts';
import { thingsIn } from '../../../../main/core/cost/lines.ts';
import { summaryOf } from '../../../../main/core/cost/summary.ts';
import { withLook } from '../../../../main/core/money/unused-since.ts';
import { accruedThisMonth, accruedUsd } from '../../../../preload/contract/accrued.ts';

const dayMs = 86_400_000;
const november = Date.UTC(2026, 10, 1);

const anything: fc.Arbitrary<ComparedThing> = fc
  .record({
    id: fc.integer({ min: 0, max: 400 }),
    team: fc.constantFrom('c1', 'c2'),
    product: fc.constantFrom('Droplets', 'Volumes', ''),
    project: fc.constantFrom('Shop', 'Lab', null),
    tags: fc.uniqueArray(fc.constantFrom('web', 'prod', 'old')),
    cents: fc.integer({ min: -5000, max: 500_000 }),
    before: fc.integer({ min: 0, max: 500_000 }),
  })
  .map(({ id, team, product, project, tags, cents, before }) => ({
    thing: { key: String(id), ids: [String(id)], name: `thing ${id}`, product, project, usd: new Big(cents).div(100) },
    connectionId: team,
    teamName: team,
    place: null,
    isGone: false,
    tags,
    usd: new Big(cents).div(100),
    beforeUsd: new Big(before).div(100),
  }));
const sum = (amounts: readonly string[]) => amounts.reduce((all, one) => all.plus(one), new Big(0));

describe('a breakdown of costs', () => {
  it('has parts that add up to the whole, at every depth, with the rest of long lists', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 300, size: 'max' }),
        fc.constantFrom('resource' as const, 'kind' as const, 'project' as const, 'team' as const),
        fc.constantFrom('cost' as const, 'change' as const),
        (things, by, order) => {
          const { usd, changeUsd, groups, rest, isOverlapping } = breakDown(things, by, order);
          expect(isOverlapping).toBe(false);
          expect(groups.length).toBeLessThanOrEqual(groupsAtMost);
          expect(sum([...groups.map((group) => group.usd), rest?.usd ?? '0']).eq(usd)).toBe(true);
          const before = things.reduce((all, { beforeUsd }) => all.plus(beforeUsd ?? 0), new Big(0));
          expect(new Big(usd).minus(before).eq(changeUsd ?? 'none')).toBe(true);
          for (const group of groups) {
            expect(group.lines.length).toBeLessThanOrEqual(linesAtMost);
            expect(sum([...group.lines.map((line) => line.usd), group.rest?.usd ?? '0']).eq(group.usd)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('by tag counts a thing under each of its tags and says so, while the whole stays the whole', () => {
    const [one] = fc.sample(anything, 1);
    if (!one) throw new Error('none');
    const thing = { ...one, tags: ['web', 'prod'], usd: new Big('4.20') };
    const costs = breakDown([thing], 'tag', 'cost');
    expect([costs.usd, costs.groups.map(({ name, usd }) => [name, usd]), costs.isOverlapping]).toEqual([
      '4.2',
      [
        ['web', '4.2'],
        ['prod', '4.2'],
      ],
      true,
    ]);
  });

  it('tells no change where the other month was not read', () => {
    const [one] = fc.sample(anything, 1);
    if (!one) throw new Error('none');
    expect(breakDown([{ ...one, beforeUsd: null }], 'kind', 'cost').changeUsd).toBeNull();
  });
});

describe('the items of an invoice', () => {
  it('are one line for each thing, by its id, and by its words where it has none', () => {
    const things = thingsIn([
      {
        product: 'Droplets',
        resource_id: '7',
        resource_uuid: '',
        description: 'web-01 (s-1vcpu-1gb)',
        amount: '0.1',
        project_name: 'Shop',
      },
      { product: 'Droplets', resource_id: '7', description: 'web-01 (s-1vcpu-1gb)', amount: '0.2' },
      { product: 'Kubernetes', group_description: 'harbour', description: 'node 1', amount: '12.00' },
      { product: 'Kubernetes', group_description: 'harbour', description: 'node 2', amount: '12.00' },
      { product: 'Spaces', description: 'Subscription', amount: 'free' },
    ]);
    expect([...things.values()].map(({ key, name, project, usd }) => [key, name, project, usd.toFixed()])).toEqual([
      ['7', 'web-01', 'Shop', '0.3'],
      ['Kubernetes/harbour', 'harbour', null, '24'],
    ]);
  });

  it('are summarised with what is not a product only where it is not zero', () => {
    expect(
      summaryOf({
        product_charges: {
          items: [
            { name: 'Volumes', amount: '2.00', count: 1 },
            { name: 'Droplets', amount: '63.00', count: '22' },
          ],
        },
        taxes: { name: 'Taxes', amount: '4.00' },
        overages: { name: 'Overages', amount: '0.00' },
      }),
    ).toEqual({
      products: [
        { name: 'Droplets', usd: '63', count: '22' },
        { name: 'Volumes', usd: '2', count: '1' },
      ],
      charges: [{ name: 'Taxes', usd: '4' }],
    });
  });
});

describe('how a month went', () => {
  const point = (day: number, usedUsd: string) => ({
    key: `2026-11-${String(day).padStart(2, '0')}`,
    usedUsd,
    accountUsd: '0',
    atMs: november + (day - 0.5) * dayMs,
  });
  const told = toldDays([
    { start_date: '2026-11-01', total_amount: '4.00', description: 'Droplets' },
    { start_date: '2026-11-01', total_amount: '1.00', description: 'Volumes' },
    { start_date: '2026-11-02', total_amount: '6.00', description: 'Droplets' },
  ]);
  const nowMs = november + 3.5 * dayMs;

  it('is what Buoy saw, straight between its looks, and nothing after the last', () => {
    const { current } = monthsOf([{ points: [point(1, '5'), point(3, '25')], told: null, nowMs }], nowMs);
    expect(current.source).toBe('seen');
    expect(current.days.slice(0, 4)).toEqual([
      { day: '2026-11-01', usd: '10' },
      { day: '2026-11-02', usd: '20' },
      { day: '2026-11-03', usd: null },
      { day: '2026-11-04', usd: null },
    ]);
  });

  it('is what DigitalOcean estimated where Buoy saw nothing, and not known otherwise', () => {
    const { current, last, days } = monthsOf([{ points: [], told, nowMs }], nowMs);
    expect([current.source, last.source]).toEqual(['told', 'none']);
    expect(current.days.slice(0, 3).map(({ usd }) => usd)).toEqual(['5', '11', null]);
    expect(days[1]).toEqual({
      day: '2026-11-01',
      usd: '5',
      parts: [
        { name: 'Droplets', usd: '4' },
        { name: 'Volumes', usd: '1' },
      ],
    });
  });

  it('of several teams is their sum only on days that are known for all of them', () => {
    const both = monthsOf(
      [
        { points: [], told, nowMs },
        { points: [point(1, '5')], told: null, nowMs },
      ],
      nowMs,
    );
    expect(both.current.source).toBe('both');
    expect(both.current.days.slice(0, 2).map(({ usd }) => usd)).toEqual([null, null]);
  });
});

describe('what a thing has cost since', () => {
  it('is reckoned by the second, and in each month at most its price', () => {
    const price = { monthlyUsd: '48', hourlyUsd: '0.07143' };
    expect(accruedUsd(price, november, november + 3_600_000).toFixed()).toBe('0.07');
    expect(accruedUsd(price, november, Date.UTC(2027, 0, 1)).toFixed()).toBe('96');
    expect(accruedUsd({ monthlyUsd: '6.72', hourlyUsd: null }, november, november + dayMs).toFixed()).toBe('0.24');
    expect(accruedUsd(price, november, november).toFixed()).toBe('0');
  });
});

describe('what a thing has cost in the month that runs', () => {
  it('begins with the month, or with the thing, in UTC, and never passes the price of the month', () => {
    const price = { monthlyUsd: 24, hourlyUsd: 0.03571 };
    const nowMs = november + 2 * dayMs;
    expect(accruedThisMonth(price, 0, nowMs).toFixed()).toBe('1.71');
    expect(accruedThisMonth(price, nowMs - 3_600_000, nowMs).toFixed()).toBe('0.04');
    expect(accruedThisMonth(price, 0, november + 30 * dayMs - 1).toFixed()).toBe('24');
    expect(accruedThisMonth(price, nowMs + dayMs, nowMs).toFixed()).toBe('0');
  });
});

describe('since when a thing is unused', () => {
  const look = (day: number, keys: string[], familyIds = ['volumes_list']) => ({ familyIds, keys, atMs: november + day * dayMs });

  it('is when it was seen so first, and no look in between found it used', () => {
    const first = withLook([], look(0, ['volumes_list:v1', 'volumes_list:v2']));
    const later = withLook(first, look(5, ['volumes_list:v1']));
    expect(later).toEqual([{ key: 'volumes_list:v1', sinceMs: november, seenMs: november + 5 * dayMs }]);
    const [again] = withLook(later, look(6, ['volumes_list:v2'])).filter(({ key }) => key === 'volumes_list:v2');
    expect(again?.sinceMs).toBe(november + 6 * dayMs);
  });

  it('begins anew where nobody looked for more than a month, and where the clock was set back', () => {
    const first = withLook([], look(0, ['volumes_list:v1']));
    expect(withLook(first, look(36, ['volumes_list:v1']))[0]?.sinceMs).toBe(november + 36 * dayMs);
    expect(withLook(first, look(-1, ['volumes_list:v1']))[0]?.sinceMs).toBe(november - dayMs);
  });

  it('stays where the list could not be read, and a second look on a day changes nothing', () => {
    const first = withLook([], look(0, ['volumes_list:v1']));
    expect(withLook(first, look(2, [], ['reservedIPs_list']))).toBe(first);
    expect(withLook(first, look(0.5, ['volumes_list:v1']))).toBe(first);
  });
});

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
