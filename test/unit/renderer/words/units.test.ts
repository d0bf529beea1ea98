import { describe, expect, it } from 'vitest';
import { numberOf, quantityOf } from '../../../../renderer/words/units.ts';
import { responseFields } from '../../../doubles/core/response-fields.ts';

describe('a number with its unit', () => {
  it.each([
    ['memory_bytes', '1073741824', '1 GiB'],
    ['included_storage_bytes', 5_368_709_120, '5 GiB'],
    ['freed_bytes', 0, '0 bytes'],
    ['storage_usage_bytes', 1536, '1.5 KiB'],
    ['memory', 1024, '1 GB'],
    ['memory', 512, '512 MB'],
    ['disk', 25, '25 GB'],
    ['size_gigabytes', 0.03364864, '34 MB'],
    ['size_gigabytes', 2.34, '2.3 GB'],
    ['size_gib', 1024, '1,024 GiB'],
    ['storage_size_mib', 61440, '60 GiB'],
    ['transfer', 0.5, '0.5 TB'],
    ['connection_bandwidth_in_mbps', 1000, '1 Gbit/s'],
    ['ttl', 1800, '30 min'],
    ['retention_ms', 604_800_000, '7 days'],
    ['retention_ms', -1, '-1'],
    ['p95_latency_ms', 250, '250 ms'],
    ['cpu_usage_percent', 12.345, '12.3 %'],
    ['target_cpu_utilization', 0.5, '50 %'],
    ['amount', '18.00', '$18.00'],
    ['month_to_date_usage', '23.44', '$23.44'],
    ['account_balance', '-100.00', '$100.00 credit'],
    ['price_monthly', 6, '$6.00'],
    ['price_hourly', 0.00893, '$0.00893'],
    ['monthly_price_in_cents', 2000, '$20.00'],
    ['input_price_per_million', 0.15, '$0.15'],
    ['usd_per_second', '0.0000018896447', '$0.00000189'],
  ])('%s %j reads as %s', (field, value, words) => {
    expect(quantityOf(field, value)).toBe(words);
  });

  it('takes the unit that stands beside it', () => {
    expect(quantityOf('amount', 25, { amount: 25, unit: 'gib' })).toBe('25 GiB');
    expect(quantityOf('duration', '744', { duration: '744', duration_unit: 'Hours' })).toBe('744 h');
    expect(quantityOf('value', 80, { type: 'v1/insights/droplet/cpu', value: 80 })).toBe('80 %');
  });

  it.each([
    ['size_gigabytes', null],
    ['size_gigabytes', 'large'],
    ['amount', 'NaN'],
    ['vcpus', 2],
    ['usage', 'internal'],
    ['autovacuum_vacuum_cost_limit', 200],
  ])('is not made of %s %j', (field, value) => {
    expect(quantityOf(field, value)).toBeNull();
  });

  it('is made for every field of the catalogue that is named after a unit', async () => {
    const named = /(bytes|_gib|_mib|gigabytes|_seconds|_ms|_percent|_pct|_in_cents|price_\w+|usd_per_\w+|_mbps)$/;
    const numbers = (await responseFields()).filter(({ schema }) => /^(integer|number|string)$/.test(schema.type ?? ''));
    const without = numbers.filter(({ field }) => named.test(field) && quantityOf(field, 12) === null).map(({ field }) => field);
    expect([...new Set(without)]).toEqual([]);
  });

  it('is no number where JSON has none', () => {
    expect(numberOf(Number.NaN)).toBeNull();
    expect(numberOf('')).toBeNull();
    expect(numberOf('1e3')).toBe(1000);
  });
});
