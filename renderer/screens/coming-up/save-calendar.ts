import type { ComingKind } from '../../../preload/contract/coming-kinds.ts';
import type { Page } from '../../page/page.ts';
import { comingWords } from '../../words/coming.ts';

/** Lets the core make the calendar, and the host write it where the person chooses. */
export async function saveCalendar(
  { bridge, commands, announcer, toasts }: Pick<Page, 'bridge' | 'commands' | 'announcer' | 'toasts'>,
  choice: { connectionId: string | null; kind: ComingKind | null },
): Promise<void> {
  const made = await bridge.saveCalendar(choice);
  if (!made.ok) return commands.tell(made.failure);
  const { downloadId, entries } = made.value;
  // An empty calendar is refused by some programs, and of no use to the others.
  const title = entries === 0 ? comingWords.noEntries : comingWords.saved(entries);
  if (entries > 0) {
    const saved = await bridge.saveDownload({ downloadId });
    if (!saved.ok) return commands.tell(saved.failure);
    if (saved.value.savedAs === null) return;
  }
  announcer.say(title);
  toasts.show({ tone: entries === 0 ? 'warn' : 'done', title });
}
