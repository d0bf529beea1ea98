import type { ComingRow, DatesRead } from '../../../preload/contract/coming.ts';
import { comingOf } from '../coming/all.ts';
import { type Coming, isNear } from '../coming/coming.ts';
import { type DateSource, isWhole } from '../fetched/dates.ts';
import { keepSame } from '../same.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { comingWords } from '../words/coming.ts';
import type { Rows } from './droplet-rows.ts';

/** What is coming up in all teams, the earliest first and what has no date last. Equal rows stay the same objects. */
export function createComingRows(): (state: State, nowMs: number) => Rows<ComingRow> {
  let table: Rows<ComingRow> = new Map();
  return ({ connections, settings }, nowMs) => {
    const all = [...connections.values()].flatMap((connection) => comingOf(connection, nowMs)).sort(byDate);
    const next = new Map<string, ComingRow>();
    for (const coming of all) {
      const { isRenewed: _isRenewed, deeds, ...row } = coming;
      const made = { ...row, deeds: [...deeds], isNear: isNear(coming, settings.coming, nowMs) };
      next.set(row.key, keepSame(table.get(row.key), made));
    }
    const before = table.values();
    const isSame = next.size === table.size && [...next.values()].every((row) => before.next().value === row);
    if (!isSame) table = next;
    return table;
  };
}

const byDate = (one: Coming, other: Coming): number =>
  (one.atMs ?? Number.POSITIVE_INFINITY) - (other.atMs ?? Number.POSITIVE_INFINITY) || (one.key < other.key ? -1 : 1);

/** How well a connection's dates are known, and which lists are not read. */
export function datesRead({ dates, fetches }: ConnectionState): DatesRead {
  const sources = [...dates.values()];
  const times = sources.flatMap(({ readAtMs }) => readAtMs ?? []);
  const failed = sources.flatMap(({ familyId, failure }) => (failure ? [{ familyId, failure }] : []));
  const whole = fetches.dates.failure;
  // Many clusters or namespaces may fail for the same reason, which is said once.
  const unread = [...new Map(failed.map((one) => [one.familyId, one])).values()].map(({ familyId, failure }) => ({
    name: comingWords.lists[familyId] ?? familyId,
    why: comingWords.unread(failure),
  }));
  return {
    readAtMs: times.length === 0 ? null : Math.min(...times),
    isFetching: fetches.dates.isFetching,
    isWhole: isWhole(dates),
    leftOut: leftOutOf(sources),
    unread: whole ? [{ name: comingWords.allLists, why: comingWords.unread(whole) }] : unread,
  };
}

/** Entries that are missing from all lists, as a sentence. */
function leftOutOf(sources: readonly DateSource[]): string | null {
  const lists = new Map<string, number>();
  for (const { familyId, leftOut } of sources) if (leftOut > 0) lists.set(familyId, (lists.get(familyId) ?? 0) + leftOut);
  return lists.size === 0 ? null : comingWords.leftOut([...lists]);
}
