import { sumOfPrices } from '../../../preload/contract/amounts.ts';
import type { BalanceView, ConnectionRow, Freshness } from '../../../preload/contract/view.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import type { FetchedKind } from '../fetched/all.ts';
import { labelOf } from '../names/connection-label.ts';
import { staleAfterMs } from '../pollers/intervals.ts';
import { keepSame } from '../same.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { datesRead } from './coming-rows.ts';
import { statusOf, unreadOf, waitsOf } from './connection-status.ts';
import type { Rows } from './droplet-rows.ts';

/**
 * All connections as rows. `attention` is the number of attention rows by connection id. Equal rows stay the same objects, and
 * the table stays the same map while none of them changes.
 */
export function createConnectionRows(): (
  state: State,
  attention: ReadonlyMap<string, number>,
  nowMs: number,
) => Rows<ConnectionRow> {
  let table: ReadonlyMap<string, ConnectionRow> = new Map();
  const priceOf = new WeakMap<ReadonlyMap<number, Droplet>, string | null>();

  /** Monthly price of all droplets whose price is known. Computed once for each list of droplets. */
  function monthlyUsd(droplets: ReadonlyMap<number, Droplet>): string | null {
    const known = priceOf.get(droplets);
    if (known !== undefined) return known;
    const sum = sumOfPrices([...droplets.values()].map(({ priceMonthlyUsd }) => priceMonthlyUsd));
    priceOf.set(droplets, sum);
    return sum;
  }

  return (state, attention, nowMs) => {
    const next = new Map<string, ConnectionRow>();
    let isSame = table.size === state.connections.size;
    for (const connection of state.connections.values()) {
      const facts = { attentionCount: attention.get(connection.id) ?? 0, dropletsMonthlyUsd: monthlyUsd(connection.droplets) };
      const made = keepSame(table.get(connection.id), { ...connectionRow(state, connection, nowMs), ...facts });
      isSame &&= made === table.get(connection.id);
      next.set(connection.id, made);
    }
    if (!isSame) table = next;
    return table;
  };
}

function connectionRow(
  state: State,
  connection: ConnectionState,
  nowMs: number,
): Omit<ConnectionRow, 'attentionCount' | 'dropletsMonthlyUsd'> {
  const { account, balance } = connection;
  const label = labelOf(connection);
  return {
    id: connection.id,
    label,
    teamName: account?.team?.name ?? label,
    monogram: monogram(label),
    email: account?.email ?? null,
    accountStatus: account?.status ?? null,
    dropletLimit: account?.dropletLimit ?? null,
    ...statusOf(state, connection, nowMs),
    lastWorkedAtMs: connection.lastWorkedAtMs,
    isDemo: connection.isDemo,
    isForThisRunOnly: connection.isForThisRunOnly,
    dropletCount: connection.droplets.size,
    unread: unreadOf(connection),
    droplets: freshness(state, connection, 'droplets', nowMs),
    actions: freshness(state, connection, 'actions', nowMs),
    balance: balance && balanceView(balance),
    balanceFreshness: freshness(state, connection, 'balance', nowMs),
    budget: budgetView(connection, nowMs),
    tokenEndsOn: connection.tokenEndsOn,
    dates: datesRead(connection),
  };
}

/** Two letters for the connection's badge: "HW" for Harbour Works, "TI" for Tidepool. */
function monogram(label: string): string {
  const words = label.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** The age of one kind of data and whether it is stale, that is, older than its interval allows. */
function freshness(state: State, connection: ConnectionState, what: FetchedKind, nowMs: number): Freshness {
  const { fetchedAtMs, isFetching, failure } = connection.fetches[what];
  const isStale = fetchedAtMs !== null && nowMs - fetchedAtMs > staleAfterMs(state, connection, what);
  return { fetchedAtMs, isFetching, isStale, failure };
}

function balanceView(balance: NonNullable<ConnectionState['balance']>): BalanceView {
  const { monthToDateUsage, monthToDateBalance, accountBalance, generatedAtMs } = balance;
  return { monthToDateUsage, monthToDateBalance, accountBalance, generatedAtMs };
}

/** The budget with what makes requests wait now. */
function budgetView(connection: ConnectionState, nowMs: number): ConnectionRow['budget'] {
  return connection.budget && { ...connection.budget, ...waitsOf(connection, nowMs) };
}
