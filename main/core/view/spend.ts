import type { State } from '../state/state.ts';
import { forecastUsd } from './rates.ts';

/** Spending of the current month. */
export interface Spend {
  /** Month to date over all teams, US dollars. */
  usedUsd: number;
  /** At the end of the month; `null` where a team has no forecast yet. */
  forecastUsd: number | null;
  /** Teams whose balance is known. */
  teams: number;
  /** The oldest of the balances. */
  generatedAtMs: number;
}

/**
 * What all teams together spent this month; `null`: no balance is known. The demo account counts only when there is no real
 * one. Sums are rounded to the cent.
 */
export function spendOf(state: State): Spend | null {
  const all = [...state.connections.values()].filter((connection) => connection.balance !== null);
  const own = all.filter((connection) => !connection.isDemo);
  const balances = (own.length > 0 ? own : all).flatMap((connection) => connection.balance ?? []);
  if (balances.length === 0) return null;
  const forecasts = balances.map(forecastUsd);
  const sum = (values: readonly number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
  const known = forecasts.filter((value) => value !== null);
  return {
    usedUsd: sum(balances.map((balance) => Number(balance.monthToDateUsage) || 0)),
    forecastUsd: known.length === balances.length ? sum(known) : null,
    teams: balances.length,
    generatedAtMs: Math.min(...balances.map((balance) => balance.generatedAtMs)),
  };
}
