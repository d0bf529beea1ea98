import type { Notice, NoticeButton, NoticePart, NoticePartRow, NoticeRow } from '../../../preload/contract/notice.ts';
import type { AttentionRow } from '../../../preload/contract/view.ts';
import { endSnoozeButton } from '../notices/buttons.ts';
import { keepSame } from '../same.ts';
import type { State } from '../state/state.ts';
import type { Rows } from './droplet-rows.ts';
import { isButtonOffered, type Offered } from './notice-buttons.ts';
import { gatherRuns } from './notice-runs.ts';

type Source = Pick<State, 'notices' | 'snoozes' | 'connections'>;

/**
 * The history as the list shows it: what is still true is marked, buttons that would do nothing any more are gone, and what
 * came in a run is one row. Rows that are equal stay the same objects, and so does the table.
 */
export function createNoticeRows(): (state: State, attention: Rows<AttentionRow>) => Rows<NoticeRow> {
  let table: Rows<NoticeRow> = new Map();
  let last: (Source & { attention: Rows<AttentionRow> }) | null = null;
  return (state, attention) => {
    const { notices, snoozes, connections } = state;
    const isSame =
      last?.notices === notices && last.snoozes === snoozes && last.connections === connections && last.attention === attention;
    last = { notices, snoozes, connections, attention };
    if (isSame) return table;
    const next = new Map<string, NoticeRow>();
    for (const row of gatherRuns(rowsOf(last, attention))) next.set(row.key, keepSame(table.get(row.key), row));
    const before = table.values();
    const isEqual = next.size === table.size && [...next.values()].every((row) => before.next().value === row);
    if (!isEqual) table = next;
    return table;
  };
}

/** Each notice as a row, newest first. Of several about one matter only the newest is still true. */
function rowsOf(state: Source, attention: Rows<AttentionRow>): NoticeRow[] {
  const told = new Set<string>();
  return state.notices.map((notice) => {
    const own = [notice.matter, ...notice.parts.map((part) => part.matter)].filter((matter) => matter !== null);
    const standing = new Set(own.filter((matter) => attention.has(matter) && !told.has(matter)));
    for (const matter of own) told.add(matter);
    return rowOf(notice, { connections: state.connections, standing }, state.snoozes);
  });
}

function rowOf(notice: Notice, offered: Offered, snoozes: Source['snoozes']): NoticeRow {
  const asRow = <P extends NoticePart>(part: P): P & NoticePartRow => ({
    ...part,
    buttons: part.buttons.filter((button) => isButtonOffered(part, button, offered)).map((button) => asSnoozed(button, snoozes)),
    snoozedUntilMs: (part.matter !== null && offered.standing.has(part.matter) && snoozes.get(part.matter)) || null,
  });
  return { ...asRow(notice), parts: notice.parts.map(asRow), isStillTrue: offered.standing.size > 0 };
}

/** While a matter is snoozed, the button that snoozes it ends that. */
function asSnoozed(button: NoticeButton, snoozes: Source['snoozes']): NoticeButton {
  const command = button.deed.kind === 'command' ? button.deed.command : null;
  return command?.kind === 'snooze-matter' && snoozes.has(command.matter) ? endSnoozeButton(command.matter) : button;
}
