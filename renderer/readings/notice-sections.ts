import type { NoticeRow } from '../../preload/contract/notice.ts';
import { dayNumber } from '../../preload/contract/time-words.ts';

export interface NoticeFilter {
  /** Id of a connection; `null`: all. */
  teamId: string | null;
  /** One of `meta.noticeKinds`; `null`: every kind. */
  kind: string | null;
}

/** A part of the list with a head of its own. */
export interface NoticeSection {
  /** Start of the local day, Unix milliseconds; `null`: what is still true, whenever it was told. */
  day: number | null;
  rows: NoticeRow[];
  /** How many facts the rows are about. */
  facts: number;
}

/** The rows that the filter lets through. A notice without a team belongs to every team. */
const matching = (rows: readonly NoticeRow[], { teamId, kind }: NoticeFilter): NoticeRow[] =>
  rows.filter(
    (row) =>
      (teamId === null || row.connectionId === null || row.connectionId === teamId) && (kind === null || row.kind === kind),
  );

/** What is still true first, then everything else by day; each part with the newest first. */
export const noticeSections = (rows: readonly NoticeRow[], filter: NoticeFilter): NoticeSection[] => {
  const newestFirst = matching(rows, filter).sort((a, b) => b.atMs - a.atMs);
  const byDay = Map.groupBy(newestFirst, (row) => (row.isStillTrue ? null : dayNumber(row.atMs)));
  return [...byDay]
    .map(([day, group]) => ({ day, rows: group, facts: group.reduce((sum, row) => sum + row.count, 0) }))
    .sort((a, b) => (b.day ?? Number.POSITIVE_INFINITY) - (a.day ?? Number.POSITIVE_INFINITY));
};

/** Keys of what a person has read with that row: itself, and the notices that it gathers. */
export const keysOf = (row: NoticeRow): string[] => [row.key, ...row.parts.map((part) => part.key)];
