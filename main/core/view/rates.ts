import type { Balance } from '../digitalocean/resources/balance.ts';

const dayMs = 86_400_000;

/**
 * A straight line through the month so far, US dollars at its end; `null` in the first two days, and for an amount that is
 * no number. DigitalOcean bills calendar months in UTC.
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

/** The last day of the month that is being billed. */
export function lastBilledDayMs(atMs: number): number {
  const at = new Date(atMs);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0, 12);
}
