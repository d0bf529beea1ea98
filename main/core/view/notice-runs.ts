import type { NoticeRow } from '../../../preload/contract/notice.ts';
import { burstFrom } from '../notices/limits.ts';
import { isNoticeKind, noticeWords } from '../words/notices.ts';

/** Notices of one kind and team belong to one run as long as no gap between them is longer. */
const gapMs = 600_000;

/**
 * Makes one row of notices that came one by one, but of one kind and team and soon after each other: a fleet that is
 * snapshotted at night fills no screen. Expects the newest first, and keeps that order. What is still true stays by itself.
 */
export function gatherRuns(rows: readonly NoticeRow[]): NoticeRow[] {
  const runs: NoticeRow[][] = [];
  const open = new Map<string, NoticeRow[]>();
  for (const row of rows) {
    const key = `${row.kind}/${row.connectionId}`;
    const run = isGathered(row) ? open.get(key) : undefined;
    const oldest = run?.at(-1);
    if (run !== undefined && oldest !== undefined && oldest.atMs - row.atMs <= gapMs) run.push(row);
    else {
      const begun = [row];
      runs.push(begun);
      if (isGathered(row)) open.set(key, begun);
    }
  }
  return runs.flatMap((run) => (run.length >= burstFrom ? together(run) : run)).sort((one, other) => other.atMs - one.atMs);
}

/** A notice without a name could not be told from the others in the row's second line. */
const isGathered = (row: NoticeRow): boolean => !row.isStillTrue && row.count === 1 && row.name !== '' && isNoticeKind(row.kind);

function together(run: readonly NoticeRow[]): NoticeRow[] {
  const [newest] = run;
  const oldest = run.at(-1);
  if (newest === undefined || oldest === undefined || !isNoticeKind(newest.kind)) return [...run];
  const names = [...new Set(run.map((row) => row.name))];
  return [
    {
      ...newest,
      // The oldest stays in the run however it grows, so that the row stays the same one.
      key: `run/${oldest.key}`,
      title: noticeWords.runTitle(newest.kind, run.length, names.length),
      body: noticeWords.togetherBody(names),
      name: '',
      route: null,
      buttons: [],
      count: run.length,
      isRead: run.every((row) => row.isRead),
      isSilent: run.every((row) => row.isSilent),
      parts: run.map(({ key, title, body, route, atMs, matter, buttons, snoozedUntilMs }) => {
        return { key, title, body, route, atMs, matter, buttons, snoozedUntilMs };
      }),
    },
  ];
}
