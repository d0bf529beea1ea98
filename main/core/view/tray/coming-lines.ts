import type { ComingRow } from '../../../../preload/contract/coming.ts';
import { untilOrAgo } from '../../../../preload/contract/time-words.ts';
import type { MenuNode } from '../../../../preload/contract/view.ts';
import { routes } from '../../names/routes.ts';
import { trayWords } from '../../words/tray.ts';
import { goes, heading, item } from './nodes.ts';

const maximumListed = 4;
/** Within a day the hours are counted; a menu whose text changed every minute would be built again each time. */
const stepMs = 3_600_000;

/** What is near, the earliest first. */
export function comingLines(rows: Iterable<ComingRow>, exactMs: number): MenuNode[] {
  const near = [...rows].flatMap((row) => (row.isNear && row.atMs !== null ? [{ ...row, atMs: row.atMs }] : []));
  if (near.length === 0) return [];
  const lines = near.slice(0, maximumListed).map((row) => {
    const soon = row.atMs - exactMs;
    // In the last hour it is what it is.
    const nowMs = soon > stepMs ? row.atMs - Math.floor(soon / stepMs) * stepMs : exactMs;
    return item(`coming/${row.key}`, row.title, goes(row.route), { detail: untilOrAgo(row, nowMs) });
  });
  const more = near.length - lines.length;
  const rest = more > 0 ? [item('coming/more', trayWords.moreComing(more), goes(routes.coming))] : [];
  return [heading('coming', trayWords.coming), ...lines, ...rest];
}
