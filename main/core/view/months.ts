import { amountOf, nothing, shareOf, sumOf, textOf } from '../../../preload/contract/amounts.ts';
import { allTeamsKey } from '../../../preload/contract/month-key.ts';
import type { MonthRow } from '../../../preload/contract/month-row.ts';
import { endOfBilledMonth } from '../../../preload/contract/time-words.ts';
import type { Balance } from '../digitalocean/resources/balance.ts';
import { monthStart } from '../money/calendar.ts';
import { type Forecast, forecastOf } from '../money/forecast.ts';
import type { SpendPoint } from '../money/spending.ts';
import { keepSame } from '../same.ts';
import type { ConnectionState, State } from '../state/state.ts';
import type { Rows } from './droplet-rows.ts';

/**
 * The month of each team and of all of them together. The demo account counts only where there is no other. Equal rows stay the
 * same objects.
 */
export function createMonthRows(): (state: State) => Rows<MonthRow> {
  let table: Rows<MonthRow> = new Map();
  return (state) => {
    const own = countedIn(state);
    const single = own.length === 1;
    const rows = [...state.connections.values()].flatMap((one) => monthOf(state, [one], one.id, single && one === own[0]) ?? []);
    const all = monthOf(state, own, allTeamsKey, true);
    const next = new Map([...rows, ...(all ? [all] : [])].map((row) => [row.key, keepSame(table.get(row.key), row)]));
    const isSame = next.size === table.size && [...next].every(([key, row]) => table.get(key) === row);
    if (!isSame) table = next;
    return table;
  };
}

/** What all teams together spent this month; `null`: no balance is known. */
export const overallMonth = (state: State): MonthRow | null => monthOf(state, countedIn(state), allTeamsKey, true);

/** The teams of the sums: the demo account counts only when there is no real one. */
function countedIn({ connections }: State): ConnectionState[] {
  const all = [...connections.values()];
  const own = all.filter(({ isDemo }) => !isDemo);
  return own.length > 0 ? own : all;
}

type Known = ConnectionState & { balance: Balance };
const isKnown = (connection: ConnectionState): connection is Known => connection.balance !== null;

function monthOf(state: State, wanted: readonly ConnectionState[], key: string, isLimited: boolean): MonthRow | null {
  const known = wanted.filter(isKnown);
  if (known.length === 0) return null;
  // Around the turn of a month some balances are still of the old one, which is no part of the new one's sum.
  const newest = Math.max(...known.map(({ balance }) => monthStart(balance.generatedAtMs)));
  const counted = known.filter(({ balance }) => monthStart(balance.generatedAtMs) === newest);
  const balances = counted.map(({ balance }) => balance);
  const used = sumOf(balances.map(({ monthToDateUsage }) => amountOf(monthToDateUsage) ?? nothing));
  const forecast = together(counted.map((one) => forecastFor(one.balance, state.spending.get(one.id) ?? [])));
  const generatedAtMs = Math.min(...balances.map((balance) => balance.generatedAtMs));
  const limit = isLimited ? amountOf(state.settings.spendThresholdUsd) : null;
  const isForecastOver = limit !== null && (amountOf(forecast?.usd)?.gt(limit) ?? false);
  return {
    key,
    connectionIds: counted.map(({ id }) => id),
    missingIds: wanted.filter((one) => !counted.some(({ id }) => id === one.id)).map(({ id }) => id),
    usedUsd: textOf(used),
    accountUsd: textOf(sumOf(balances.map(({ accountBalance }) => amountOf(accountBalance) ?? nothing))),
    forecast,
    generatedAtMs,
    isDated: balances.every(({ isDated }) => isDated),
    endsAtMs: endOfBilledMonth(generatedAtMs),
    limit: limit && { usd: textOf(limit), usedShare: shareOf(used, limit), isForecastOver },
  };
}

const forecasts = new WeakMap<Balance, { points: readonly SpendPoint[]; forecast: Forecast | null }>();

/** Computed once for each balance and history: the view is made several times a second. */
function forecastFor(balance: Balance, points: readonly SpendPoint[]): Forecast | null {
  if (!balance.isDated) return null;
  const known = forecasts.get(balance);
  if (known?.points === points) return known.forecast;
  const forecast = forecastOf({ usedUsd: balance.monthToDateUsage, atMs: balance.generatedAtMs }, points);
  forecasts.set(balance, { points, forecast });
  return forecast;
}

/** The forecasts of several teams in sum. `null` if any has none: the sum of the others would look like the whole. */
function together(parts: readonly (Forecast | null)[]): Forecast | null {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const bands = known.flatMap(({ likely }) => likely ?? []);
  const sum = (amounts: readonly string[]) => textOf(sumOf(amounts.map((one) => amountOf(one) ?? nothing)));
  return {
    usd: sum(known.map(({ usd }) => usd)),
    likely:
      bands.length < known.length
        ? null
        : { lowUsd: sum(bands.map(({ lowUsd }) => lowUsd)), highUsd: sum(bands.map(({ highUsd }) => highUsd)) },
  };
}
