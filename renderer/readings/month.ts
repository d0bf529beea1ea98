import type { ConnectionRow } from '../../preload/contract/view.ts';
import { endOfMonth } from '../words/times.ts';

/** The bill of the month over some teams, from what DigitalOcean computed last. */
export interface Month {
  spentUsd: number;
  /** `null` while any team has none: a sum of a part would look like the whole. */
  forecastUsd: number | null;
  /** The oldest of the teams' figures, Unix milliseconds. */
  generatedAtMs: number;
  endsAtMs: number;
}

/** `null` until a balance was read. */
export const monthOf = (connections: readonly ConnectionRow[]): Month | null => {
  const balances = connections.flatMap((connection) => connection.balance ?? []);
  if (balances.length === 0) return null;
  const generatedAtMs = Math.min(...balances.map((balance) => balance.generatedAtMs));
  let forecastUsd: number | null = 0;
  for (const { forecastUsd: own } of balances) forecastUsd = own === null || forecastUsd === null ? null : forecastUsd + own;
  return {
    spentUsd: balances.reduce((sum, balance) => sum + Number(balance.monthToDateUsage), 0),
    forecastUsd,
    generatedAtMs,
    endsAtMs: endOfMonth(generatedAtMs),
  };
};
