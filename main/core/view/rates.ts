import type { Balance } from '../digitalocean/resources/balance.ts';

const dayMs = 86_400_000;

/**
 * US dollars at the end of the month if usage goes on as it did so far. The API has no forecast. `null` in the first two days,
 * when too little is known, and for an amount that is not a number. DigitalOcean bills calendar months in UTC.
 */
export function forecastUsd(balance: Pick<Balance, 'monthToDateUsage' | 'generatedAtMs'>): number | null {
  const used = Number(balance.monthToDateUsage);
  const at = new Date(balance.generatedAtMs);
  const startMs = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
  const endMs = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  const elapsedMs = balance.generatedAtMs - startMs;
  if (!Number.isFinite(used) || !(elapsedMs >= 2 * dayMs)) return null;
  return Math.round(((used * (endMs - startMs)) / elapsedMs) * 100) / 100;
}
