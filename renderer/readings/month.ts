import type { Failure } from '../../preload/contract/failure.ts';
import { endOfBilledMonth } from '../../preload/contract/time-words.ts';
import type { ConnectionRow } from '../../preload/contract/view.ts';

/** The bill of the month for some teams, from DigitalOcean's latest figures. */
export interface Month {
  spentUsd: number;
  /** `null` if any team has no forecast: the sum of the others would look like the whole. */
  forecastUsd: number | null;
  /** Time of the oldest of the teams' figures, in Unix milliseconds. */
  generatedAtMs: number;
  endsAtMs: number;
}

/** Why no balance is there, of the teams whose read of it failed; `null`: it was not read yet. */
export const whyNoMonth = (connections: readonly ConnectionRow[]): Failure | null =>
  connections.flatMap(({ balanceFreshness }) => balanceFreshness.failure ?? [])[0] ?? null;

/** The month of these teams; `null` until a balance was read. Demo teams count only where there is no other. */
export const monthOf = (connections: readonly ConnectionRow[]): Month | null => {
  const own = connections.filter(({ isDemo }) => !isDemo);
  const balances = (own.length > 0 ? own : connections).flatMap((connection) => connection.balance ?? []);
  if (balances.length === 0) return null;
  const generatedAtMs = Math.min(...balances.map((balance) => balance.generatedAtMs));
  let forecastUsd: number | null = 0;
  for (const { forecastUsd: own } of balances) forecastUsd = own === null || forecastUsd === null ? null : forecastUsd + own;
  return {
    spentUsd: balances.reduce((sum, balance) => sum + Number(balance.monthToDateUsage), 0),
    forecastUsd,
    generatedAtMs,
    endsAtMs: endOfBilledMonth(generatedAtMs),
  };
};
