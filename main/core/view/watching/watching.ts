import type { CheckRow, MeasuredRow, PolicyRow, WatchRow } from '../../../../preload/contract/watching.ts';
import { planOf } from '../../fetched/alerts.ts';
import { pinnedThingsOf } from '../../fetched/pins.ts';
import { dropletKey } from '../../names/droplet-key.ts';
import { shareOf } from '../../pollers/intervals.ts';
import { keepSame } from '../../same.ts';
import type { ConnectionState, State } from '../../state/state.ts';
import { demandOf } from '../../watching/demand.ts';
import type { Rows } from '../droplet-rows.ts';
import { checkRows } from './check-rows.ts';
import { measuredRows } from './measured-rows.ts';
import { policyRows } from './policy-rows.ts';
import { watchedDroplets } from './unwatched.ts';
import { watchRow } from './watch-row.ts';

/** The tables of what is watched. */
export interface Watching {
  checks: Rows<CheckRow>;
  policies: Rows<PolicyRow>;
  watching: Rows<WatchRow>;
  measured: Rows<MeasuredRow>;
}

/** What the rows of one connection are made from, and the rows. */
interface Made {
  from: readonly unknown[];
  checks: readonly CheckRow[];
  policies: readonly PolicyRow[];
  watch: WatchRow;
  measured: readonly MeasuredRow[];
}

/**
 * The rows of checks and policies of all connections. A connection of which nothing changed that is in them keeps its rows, and rows
 * that are equal stay the same objects.
 */
export function createWatching(): (state: State) => Watching {
  let made = new Map<string, Made>();
  let tables: Watching = { checks: new Map(), policies: new Map(), watching: new Map(), measured: new Map() };

  return (state) => {
    const next = new Map<string, Made>();
    for (const connection of state.connections.values()) {
      const before = made.get(connection.id);
      const from = sourcesOf(state, connection);
      const isSame = before?.from.every((value, index) => value === from[index]) ?? false;
      next.set(connection.id, before && isSame ? before : rowsOf(state, connection, from));
    }
    const isAllSame = next.size === made.size && [...next].every(([id, one]) => made.get(id) === one);
    made = next;
    if (isAllSame) return tables;
    const all = [...next.values()];
    tables = {
      checks: merged(
        tables.checks,
        all.flatMap(({ checks }) => checks),
      ),
      policies: merged(
        tables.policies,
        all.flatMap(({ policies }) => policies),
      ),
      watching: merged(
        tables.watching,
        all.map(({ watch }) => watch),
      ),
      measured: merged(
        tables.measured,
        all.flatMap(({ measured }) => measured),
      ),
    };
    return tables;
  };
}

const sourcesOf = (
  { settings }: State,
  { checks, uptime, policies, alerts, droplets, dates }: ConnectionState,
): readonly unknown[] => [
  checks,
  uptime,
  policies,
  alerts,
  droplets,
  dates,
  settings.pinned,
  settings.pinnedThings,
  settings.polling,
];

function rowsOf(state: State, connection: ConnectionState, from: readonly unknown[]): Made {
  const { polling, pinned } = state.settings;
  const shares = { uptime: shareOf(state, connection, 'uptime'), alerts: shareOf(state, connection, 'alerts') };
  const keys = new Set(pinned);
  const plan = planOf(connection, {
    isPinned: (dropletId) => keys.has(dropletKey(connection.id, dropletId)),
    pins: () => pinnedThingsOf(state.settings, connection.id),
    sharePerHour: shares.alerts,
    watching: polling.watching,
  });
  return {
    from,
    checks: checkRows(connection),
    policies: policyRows(connection, plan),
    watch: {
      ...watchRow(connection.id, plan, { demand: demandOf(connection), pace: polling.watching, shares }),
      ...watchedDroplets(connection, plan),
    },
    measured: measuredRows(connection),
  };
}

function merged<R extends { key: string }>(before: Rows<R>, rows: readonly R[]): Rows<R> {
  const next = new Map(rows.map((row) => [row.key, keepSame(before.get(row.key), row)]));
  const keys = before.entries();
  const isSame =
    next.size === before.size &&
    [...next].every(([key, row]) => {
      const [beforeKey, beforeRow] = keys.next().value ?? [];
      return beforeKey === key && beforeRow === row;
    });
  return isSame ? before : next;
}
