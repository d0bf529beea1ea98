import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billedBy } from '../../../../main/core/cost/invoice.ts';
import {
  addOnPrice,
  associatedPrice,
  autoscalePoolPrice,
  clusterPrice,
  customModelPrice,
  dropletPrice,
  imagePrice,
  inferencePrice,
  registryPrice,
  sizesIn,
  storedPrice,
} from '../../../../main/core/cost/prices.ts';
import { periodBefore, periodOf } from '../../../../main/core/money/calendar.ts';
import { amountOf, sumOf, textOf } from '../../../../preload/contract/amounts.ts';
import type { Cost } from '../../../../preload/contract/cost.ts';

const sizes = sizesIn(
  [
    { slug: 's-2vcpu-4gb', price_monthly: 24 },
    { slug: 'c-4', price_monthly: 84.5 },
    { slug: 'gone', price_monthly: null },
  ],
  'slug',
  'price_monthly',
);

/** A cost in short: amount, range, unit, what is left out. */
function short(cost: Cost | null): string {
  if (cost?.kind !== 'price') return cost?.kind ?? 'nothing';
  const range = cost.range === null ? '' : ` (${cost.range.fromUsd} to ${cost.range.toUsd})`;
  return `${cost.isAbout ? 'about ' : ''}${cost.usd}${range} a ${cost.per}${cost.without.map((one) => ` without ${one}`).join('')}`;
}

describe('amounts', () => {
  it('adds up exactly what floating point does not', () => {
    const tenths = Array.from({ length: 10 }, () => amountOf('0.1') ?? new Big(0));
    expect(textOf(sumOf(tenths))).toBe('1');
    expect(textOf(sumOf([amountOf('0.00000001'), amountOf(1e-7)].filter((one) => one !== null)))).toBe('0.00000011');
  });

  it('adds cents in any order to the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (cents) => {
        const written = cents.map(
          (one) => `${one < 0 ? '-' : ''}${Math.floor(Math.abs(one) / 100)}.${String(Math.abs(one) % 100).padStart(2, '0')}`,
        );
        const sum = sumOf(written.map((text) => amountOf(text) ?? new Big(0)));
        expect(sum.times(100).toNumber()).toBe(cents.reduce((all, one) => all + one, 0));
        expect(textOf(sumOf(written.toReversed().map((text) => amountOf(text) ?? new Big(0))))).toBe(textOf(sum));
      }),
    );
  });

  it.each([null, undefined, '', 'free', '1,000', '1e9', Number.NaN, Number.POSITIVE_INFINITY, {}, '0x10'])(
    'takes %j for none',
    (value) => {
      expect(amountOf(value)).toBeNull();
    },
  );
});

describe('a price that the API tells', () => {
  const pools = [
    { size: 's-2vcpu-4gb', count: 3, auto_scale: false, min_nodes: 0, max_nodes: 0 },
    { size: 'c-4', count: 2, auto_scale: true, min_nodes: 1, max_nodes: 4 },
  ];
  it.each<[string, Cost | null, string]>([
    ['a cluster by its nodes', clusterPrice({ node_pools: pools.slice(0, 1) }, sizes), '72 a month'],
    [
      'a cluster whose pools grow, as it is and from the least to the most',
      clusterPrice({ node_pools: pools }, sizes),
      '241 (156.5 to 410) a month',
    ],
    [
      'a cluster with several control planes, whose price nobody tells',
      clusterPrice({ ha: true, node_pools: pools.slice(0, 1) }, sizes),
      '72 a month without control-plane',
    ],
    ['no cluster with a size that is not listed', clusterPrice({ node_pools: [{ size: 'gone', count: 1 }] }, sizes), 'nothing'],
    [
      'an autoscale pool that grows',
      autoscalePoolPrice(
        { active_resources_count: 2, config: { min_instances: 1, max_instances: 3 }, droplet_template: { size: 's-2vcpu-4gb' } },
        sizes,
      ),
      '48 (24 to 72) a month',
    ],
    [
      'an autoscale pool of a fixed size',
      autoscalePoolPrice({ config: { target_number_instances: 4 }, droplet_template: { size: 's-2vcpu-4gb' } }, sizes),
      '96 a month',
    ],
    [
      'a droplet, without its backups',
      dropletPrice({ size: { price_monthly: 24 }, features: ['backups'] }),
      '24 a month without backups',
    ],
    ['a registry by its plan, in cents', registryPrice({ subscription: { tier: { monthly_price_in_cents: 500 } } }), '5 a month'],
    [
      'a registry that holds more than its plan has',
      registryPrice({
        storage_usage_bytes: 8 * 1024 ** 3,
        subscription: {
          tier: { monthly_price_in_cents: 500, included_storage_bytes: 5 * 1024 ** 3, storage_overage_price_in_cents: 2 },
        },
      }),
      'about 5.06 a month',
    ],
    ['a snapshot by its size', storedPrice({ size_gigabytes: 24 }), 'about 1.44 a month'],
    ['no snapshot without a size', storedPrice({}), 'nothing'],
    ['an own image by its size', imagePrice({ public: false, type: 'custom', size_gigabytes: 2.19 }), 'about 0.1314 a month'],
    ['a public image for nothing', imagePrice({ public: true, size_gigabytes: 2 }), 'free'],
    ['no backup, which is a share of its droplet', imagePrice({ public: false, type: 'backup', size_gigabytes: 2 }), 'not-told'],
    ['an add-on', addOnPrice({ plan_price_per_month: 15 }), '15 a month'],
    ['a custom model, about', customModelPrice({ cost_estimate_per_month: 5 }), 'about 5 a month'],
    [
      'dedicated inference by the hour, from texts',
      inferencePrice(
        {
          spec: {
            model_deployments: [
              { accelerators: [{ accelerator_slug: 'h100', scale: 2 }] },
              { accelerators: [{ accelerator_slug: 'h100' }] },
            ],
          },
        },
        sizesIn([{ gpu_slug: 'h100', price_per_hour: '3.39' }], 'gpu_slug', 'price_per_hour'),
      ),
      '10.17 a hour',
    ],
    [
      'what stays after a droplet',
      associatedPrice({ volumes: [{ id: 'v1', cost: '10.00' }], reserved_ips: [] }, 'v1'),
      '10 a month',
    ],
    ['nothing that is not among what stays', associatedPrice({ volumes: [] }, 'v1'), 'nothing'],
  ])('is that of %s', (_what, cost, expected) => expect(short(cost)).toBe(expected));
});

describe('an invoice', () => {
  it('sums the items of each thing, by either of the two ids, and each item once', () => {
    const { byResource } = billedBy('2026-10', [
      { resource_id: '101', resource_uuid: '', amount: '24.00' },
      { resource_id: '101', resource_uuid: null, amount: '4.80' },
      { resource_id: null, resource_uuid: 'v1', amount: '0.10' },
      { resource_id: 'v1', resource_uuid: 'v1', amount: '0.20' },
      { resource_id: 'v2', amount: 'unknown' },
      { amount: '9.99' },
    ]);
    expect([...byResource].map(([id, amount]) => [id, textOf(amount)])).toEqual([
      ['101', '28.8'],
      ['v1', '0.3'],
    ]);
  });

  it('is for the month before, also in January', () => {
    expect(periodBefore(periodOf(Date.UTC(2026, 10, 26)))).toBe('2026-10');
    expect(periodBefore(periodOf(Date.UTC(2027, 0, 1)))).toBe('2026-12');
  });
});
