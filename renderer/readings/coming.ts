import type { ComingRow } from '../../preload/contract/coming.ts';
import type { ComingKind } from '../../preload/contract/coming-kinds.ts';
import { dayNumber } from '../../preload/contract/time-words.ts';
import type { IconName } from '../components/icons/icon.tsx';

const dayMs = 86_400_000;

export const comingIcons: Readonly<Record<ComingKind, IconName>> = {
  certificates: 'lock',
  tokens: 'key',
  keys: 'key',
  versions: 'database',
  maintenance: 'clock',
  backups: 'backup',
  upgrades: 'upgrade',
  prefixes: 'network',
};

/** A line that has a date. */
export type DatedRow = ComingRow & { atMs: number };
export const isDated = (row: ComingRow): row is DatedRow => row.atMs !== null;

/** Parts of the list, in their order. `choice`: what is offered, without a date. `untold`: its date is not known. */
export const comingGroups = ['past', 'week', 'month', 'later', 'choice', 'untold'] as const;
export type ComingGroup = (typeof comingGroups)[number];

const overAt = ({ atMs, endsAtMs, isDay }: DatedRow): number => endsAtMs ?? (isDay ? atMs + dayMs : atMs);

function groupOf(row: ComingRow, nowMs: number): ComingGroup {
  if (!isDated(row)) return row.kind === 'upgrades' ? 'choice' : 'untold';
  // A window that is open, and one whose length is not told, are not over.
  const isWindow = row.kind === 'maintenance' || row.kind === 'backups';
  if (!isWindow && overAt(row) <= nowMs) return 'past';
  const leftMs = row.atMs - nowMs;
  return leftMs < 7 * dayMs ? 'week' : leftMs < 30 * dayMs ? 'month' : 'later';
}

/** The lines by group, each group by date; without the empty ones. */
export function groupedComing(
  rows: readonly ComingRow[],
  choice: { teamId: string | null; kind: ComingKind | null },
  nowMs: number,
): { group: ComingGroup; rows: readonly ComingRow[] }[] {
  const shown = rows
    .filter((row) => choice.teamId === null || row.connectionId === choice.teamId)
    .filter((row) => choice.kind === null || row.kind === choice.kind)
    .sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  const groups = Map.groupBy(shown, (row) => groupOf(row, nowMs));
  return comingGroups.flatMap((group) => {
    const own = groups.get(group);
    return own ? [{ group, rows: own }] : [];
  });
}

/** What is still to come, the earliest first. */
export const stillComing = (rows: readonly ComingRow[], teamId: string | null, nowMs: number): DatedRow[] =>
  groupedComing(rows, { teamId, kind: null }, nowMs)
    .filter(({ group }) => group === 'week' || group === 'month' || group === 'later')
    .flatMap((one) => one.rows.filter(isDated));

/** A day of a month with what falls on it. `null` fills the first week up to the first day. */
export interface MonthDay {
  day: number;
  isToday: boolean;
  mark: 'near' | 'ends' | 'upkeep' | null;
  rows: readonly DatedRow[];
}

/** A month as a calendar that begins on Monday, `later` months from now. */
export function monthDays(
  rows: readonly DatedRow[],
  nowMs: number,
  later: number,
): { startMs: number; days: (MonthDay | null)[] } {
  const now = new Date(nowMs);
  const first = new Date(now.getFullYear(), now.getMonth() + later, 1);
  const count = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  const byDay = Map.groupBy(rows, ({ atMs }) => dayNumber(atMs));
  const before = (first.getDay() + 6) % 7;
  const days = Array.from({ length: count }, (_, index): MonthDay => {
    const atMs = new Date(first.getFullYear(), first.getMonth(), index + 1).getTime();
    const own = byDay.get(atMs) ?? [];
    const isUpkeep = ({ kind }: DatedRow) => kind === 'maintenance' || kind === 'backups';
    const mark = own.some(({ isNear }) => isNear) ? 'near' : own.length === 0 ? null : own.every(isUpkeep) ? 'upkeep' : 'ends';
    return { day: index + 1, isToday: atMs === dayNumber(nowMs), mark, rows: own };
  });
  return { startMs: first.getTime(), days: [...Array<null>(before).fill(null), ...days] };
}
